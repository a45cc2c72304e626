import { pendingPods } from '../../../account/cluster-answers/pending-answers.ts';
import { inCluster } from '../../../account/checks/kubernetes-clusters.ts';
import type { AnswerProps } from './answer-props.ts';

/** More nodes than this are only counted. */
const SHOWN = 30;

/** Why pods of the reader's cluster are Pending. */
export function PendingAnswers({ evidences, cluster, show }: AnswerProps) {
  const pods = pendingPods(evidences, cluster);
  if (inCluster(evidences, cluster, 'k8s-pod').length === 0) {
    return (
      <p>
        The files hold no pod, so which of them are Pending is unknown. Add the output of <code>kubectl get pods -A -o json</code>.
      </p>
    );
  }
  if (pods.length === 0) return <p>No pod in the files is Pending.</p>;
  return (
    <dl className="pending" data-pending>
      {pods.map(({ name, because, reckoned }) => (
        <div key={name}>
          <dt>
            <bdi>{show(name)}</bdi>
          </dt>
          <dd>
            <bdi>
              {because === undefined
                ? 'The file does not say why: no scheduler has tried it yet, or its conditions are missing.'
                : show(because)}
            </bdi>
          </dd>
          {reckoned === undefined ? null : (
            <dd>
              <details>
                <summary>What the scheduler&rsquo;s filters say of the nodes in these files</summary>
                <p>
                  <bdi>{show(reckoned.text)}</bdi>
                </p>
                <ul>
                  {reckoned.nodes.slice(0, SHOWN).map((verdict) => (
                    <li key={verdict.node}>
                      <bdi>{show(verdict.node)}</bdi>: {verdict.because ?? 'would take it'}
                    </li>
                  ))}
                </ul>
                {reckoned.nodes.length > SHOWN ? <p>And {reckoned.nodes.length - SHOWN} more nodes.</p> : null}
              </details>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
