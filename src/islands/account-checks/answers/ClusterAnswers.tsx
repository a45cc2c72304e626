import { useState } from 'react';
import type { Evidences } from '../../../account/checks/check.ts';
import { clustersOf, hasFiles } from '../../../account/checks/kubernetes-clusters.ts';
import type { Mask } from '../../../account/mask.ts';
import type { AnswerKind } from '../asked.ts';
import { Choice } from './Choice.tsx';
import { FlowAnswers } from './FlowAnswers.tsx';
import { PendingAnswers } from './PendingAnswers.tsx';
import { RbacAnswers } from './RbacAnswers.tsx';

const forms = { rbac: RbacAnswers, flows: FlowAnswers, pending: PendingAnswers } as const;

const titles: Readonly<Record<AnswerKind, string>> = {
  rbac: 'Who can do what',
  flows: 'Who can talk to whom',
  pending: 'Why pods are Pending',
};

interface Props {
  readonly kind: AnswerKind;
  readonly evidences: Evidences;
  readonly show: Mask;
}

/** Questions to the reader's own cluster, answered from files of kubectl by the rules of the simulation. */
export function ClusterAnswers({ kind, evidences, show }: Props) {
  const clusters = clustersOf(evidences).filter((cluster) => hasFiles(evidences, cluster));
  const [wanted, setWanted] = useState<string>();
  const cluster = clusters.find(({ id }) => id === wanted) ?? clusters[0];
  const Form = forms[kind];
  return (
    <section className="check" data-cluster-answers={kind}>
      <h3>In your cluster: {titles[kind]}</h3>
      {cluster === undefined ? (
        <p>Unknown: this is told by files of kubectl, and none of them is open.</p>
      ) : (
        <>
          {clusters.length < 2 ? null : (
            <Choice
              label="Cluster"
              value={cluster.name}
              options={clusters.map(({ name }) => name)}
              show={show}
              onChange={(name) => setWanted(clusters.find((one) => one.name === name)?.id)}
            />
          )}
          <Form key={cluster.id} evidences={evidences} cluster={cluster} show={show} />
        </>
      )}
    </section>
  );
}
