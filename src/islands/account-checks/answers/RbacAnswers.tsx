import { useMemo, useState } from 'react';
import { rbacIn, subjectsOf, whoCan } from '../../../account/cluster-answers/rbac-answers.ts';
import type { AnswerProps } from './answer-props.ts';
import { Answered } from './Answered.tsx';
import { Choice, Typed } from './Choice.tsx';

/** Who can do what in the reader's cluster. */
export function RbacAnswers({ evidences, cluster, show }: AnswerProps) {
  const objects = useMemo(() => rbacIn(evidences, cluster), [evidences, cluster]);
  const subjects = useMemo(() => subjectsOf(objects), [objects]);
  const [asked, setAsked] = useState({
    subject: subjects[0] ?? '',
    verb: 'get',
    resource: 'pods',
    namespace: objects.roleBindings[0]?.metadata.namespace ?? '',
  });
  const set = (change: Partial<typeof asked>): void => setAsked({ ...asked, ...change });
  if (subjects.length === 0) {
    return (
      <p>
        The files hold no binding with subjects, so who can do what is unknown. Add the output of{' '}
        <code>kubectl get clusterroles,clusterrolebindings,roles,rolebindings -A -o json</code>.
      </p>
    );
  }
  return (
    <>
      <div className="answer-fields">
        <Choice label="Who" value={asked.subject} options={subjects} show={show} onChange={(subject) => set({ subject })} />
        <Typed label="Verb" value={asked.verb} onChange={(verb) => set({ verb })} />
        <Typed label="Resource" value={asked.resource} onChange={(resource) => set({ resource })} />
        <Typed label="Namespace, or none" value={asked.namespace} onChange={(namespace) => set({ namespace })} />
      </div>
      <Answered answer={whoCan(evidences, cluster, asked)} show={show} />
    </>
  );
}
