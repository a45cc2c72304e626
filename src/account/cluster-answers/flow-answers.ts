import * as z from 'zod/mini';
import type { Kind } from '../../model/kind.ts';
import type { PolicyObjects } from '../../simulation/eks/network-policy/allows-flow.ts';
import { allowsFlow } from '../../simulation/eks/network-policy/allows-flow.ts';
import { verdictText } from '../../simulation/eks/network-policy/verdict-text.ts';
import type { Evidences } from '../checks/check.ts';
import type { KubernetesCluster } from '../checks/kubernetes-clusters.ts';
import { inCluster, isSeen } from '../checks/kubernetes-clusters.ts';
import type { Answer } from './answer.ts';
import { list, maybe, number, selector, text, texts, words } from './kubernetes-fields.ts';

const peers = list(
  z.object({ podSelector: selector, namespaceSelector: selector, ipBlock: maybe(z.object({ cidr: text, except: texts })) }),
);
const port = z.object({ protocol: maybe(text), port: maybe(z.union([z.number(), text])), endPort: number });
const rules = list(z.object({ from: peers, to: peers, ports: list(port) }));
const networkPolicy = z.object({
  metadata: z.object({ name: text, namespace: text }),
  spec: z.object({ podSelector: selector, policyTypes: texts, ingress: rules, egress: rules }),
});
const namespace = z.object({ metadata: z.object({ name: text, labels: words }) });
const containerPort = z.object({ name: maybe(text), containerPort: z.number(), protocol: maybe(text) });
const pod = z.object({
  metadata: z.object({ name: text, namespace: text, labels: words }),
  spec: maybe(z.object({ containers: list(z.object({ ports: list(containerPort) })) })),
  status: maybe(z.object({ podIP: maybe(text) })),
});

/** The pods, namespaces and policies of a cluster that were read. One that lacks what its kind must have decides nothing. */
export function policiesIn(evidences: Evidences, cluster: KubernetesCluster): PolicyObjects {
  const read = <Schema extends z.ZodMiniType>(kind: Kind, schema: Schema): readonly z.output<Schema>[] =>
    inCluster(evidences, cluster, kind).flatMap(({ body }) => {
      const result = schema.safeParse(body);
      return result.success ? [result.data] : [];
    });
  return {
    namespaces: read('k8s-namespace', namespace),
    pods: read('k8s-pod', pod),
    networkPolicies: read('k8s-network-policy', networkPolicy),
  };
}

/** Every pod as `namespace/name`. */
export const podsOf = ({ pods }: PolicyObjects): readonly string[] =>
  pods.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`).sort();

/** A question of a reader: may this pod open a connection to that one, on a port of it? */
export interface FlowQuestion {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: string;
}

const namespaceOf = (podName: string): string => podName.slice(0, podName.indexOf('/'));

/** What would have to be read before the answer is certain: the policies and the labels of both namespaces. */
function unread(evidences: Evidences, cluster: KubernetesCluster, objects: PolicyObjects, { from, to }: FlowQuestion): readonly string[] {
  if (!isSeen(evidences, cluster, 'k8s-network-policy')) return ['networkpolicies'];
  const whole = evidences.about.complete.has('k8s-network-policy');
  const ends = [...new Set([namespaceOf(from), namespaceOf(to)])];
  const policies = ends
    .filter((end) => !whole && !objects.networkPolicies.some(({ metadata }) => metadata.namespace === end))
    .map((end) => `the networkpolicies of ${end}`);
  const namespaces = ends
    .filter((end) => !objects.namespaces.some(({ metadata }) => metadata.name === end))
    .map((end) => `the namespace ${end}`);
  return [...policies, ...namespaces];
}

/** Whether a connection may start, with the policies that decide, by the evaluator of the simulation. */
export function whoCanTalk(evidences: Evidences, cluster: KubernetesCluster, question: FlowQuestion): Answer {
  if (question.from === question.to) return { verdict: 'allowed', because: 'No policy keeps a pod from itself.' };
  const objects = policiesIn(evidences, cluster);
  const missing = unread(evidences, cluster, objects, question);
  if (missing.length > 0) return { verdict: 'unknown', because: `The files lack ${missing.join(' and ')}.` };
  const { from, to, port: number, protocol } = question;
  const verdict = allowsFlow(objects, { from: { pod: from }, to: { pod: to }, port: number, protocol });
  return { verdict: verdict.allowed ? 'allowed' : 'denied', because: verdictText(verdict) };
}
