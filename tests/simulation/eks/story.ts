import scenario from '../../../diagrams/eks-deployment/scenario.ts';
import { deploymentId, nodeIds } from '../../../diagrams/web-on-eks-cluster.ts';
import type { Act, Input } from '../../../src/model/api-call.ts';
import type { Frame } from '../../../src/model/frame.ts';
import type { Id, Millis } from '../../../src/model/json.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { frameAt } from '../../../src/simulation/engine/frame.ts';
import type { Run } from '../../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt, logAt } from '../../../src/simulation/engine/run.ts';

/** The Deployment and the nodes of the diagram's cluster. */
export { deploymentId, nodeIds };

const web = '/apis/apps/v1/namespaces/default/deployments/web';

/** `kubectl scale deployment/web`. */
export const scaleTo = (replicas: number): Act => ({
  call: { api: 'kubernetes', verb: 'patch', path: `${web}/scale`, body: { spec: { replicas } } },
});

/** `kubectl set image deployment/web`. */
export const setImage = (image: string): Act => ({
  call: { api: 'kubernetes', verb: 'patch', path: web, body: { spec: { template: { spec: { containers: [{ name: 'web', image }] } } } } },
});

/** `kubectl delete pod`. */
export const deletePod = (id: Id): Act => ({
  call: { api: 'kubernetes', verb: 'delete', path: `/api/v1/namespaces/default/pods/${id.slice(id.lastIndexOf('/') + 1)}` },
});

/** Breaks something, or repairs it. */
export const fault = (id: string, target: Id, on = true): Act => ({ fault: id, target, on });

/** The diagram's world up to a time, when these things are done to it. */
export const runOf = (inputs: readonly Input[], until: Millis): Run => extendTo(beginRun(scenario, { inputs }), until);

/** What a reader would see at a time. */
export const seen = (run: Run, time: Millis): Frame => frameAt(run, indexAt(run, time));

/** The pods of a frame, in the order of their ids. */
export const podsOf = (frame: Frame): readonly Resource[] =>
  [...frame.resources.values()].filter(({ kind }) => kind === 'k8s-pod').sort((a, b) => (a.id < b.id ? -1 : 1));

/** The words of a log, with its times in s from time 0. */
export const logOf = (run: Run): readonly string[] => logAt(run, run.length - 1).map(({ text }) => text);

/** The id of the first pod of the opening moment that is ready. */
export function readyPod(): Id {
  const [first] = podsOf(seen(runOf([], 0), 0)).filter(({ health }) => health === 'Ready');
  if (first === undefined) throw new Error('The scenario opens without a ready pod; see diagrams/eks-deployment/scenario.ts.');
  return first.id;
}
