import { useMemo, useState } from 'react';
import { podsOf, policiesIn, whoCanTalk } from '../../../account/cluster-answers/flow-answers.ts';
import type { AnswerProps } from './answer-props.ts';
import { Answered } from './Answered.tsx';
import { Choice, Typed } from './Choice.tsx';

/** Who can talk to whom in the reader's cluster, as far as its network policies say. */
export function FlowAnswers({ evidences, cluster, show }: AnswerProps) {
  const pods = useMemo(() => podsOf(policiesIn(evidences, cluster)), [evidences, cluster]);
  const [asked, setAsked] = useState({ from: pods[0] ?? '', to: pods[1] ?? pods[0] ?? '', port: '80', protocol: 'TCP' });
  const set = (change: Partial<typeof asked>): void => setAsked({ ...asked, ...change });
  if (pods.length === 0) {
    return (
      <p>
        The files hold no pod, so who can talk to whom is unknown. Add the output of{' '}
        <code>kubectl get pods,namespaces,networkpolicies -A -o json</code>.
      </p>
    );
  }
  return (
    <>
      <div className="answer-fields">
        <Choice label="From" value={asked.from} options={pods} show={show} onChange={(from) => set({ from })} />
        <Choice label="To" value={asked.to} options={pods} show={show} onChange={(to) => set({ to })} />
        <Typed label="Port" value={asked.port} onChange={(port) => set({ port })} />
        <Choice
          label="Protocol"
          value={asked.protocol}
          options={['TCP', 'UDP', 'SCTP']}
          show={show}
          onChange={(protocol) => set({ protocol })}
        />
      </div>
      <Answered answer={whoCanTalk(evidences, cluster, { ...asked, port: Number(asked.port) })} show={show} />
      <p className="quiet">Files do not show whether a network plugin enforces these policies.</p>
    </>
  );
}
