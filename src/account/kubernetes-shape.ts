import type { Kind } from '../model/kind.ts';
import { allow, text } from './allow/fields.ts';
import { kubernetesObject } from './allow/kubernetes.ts';
import { refusalOf } from './refusal.ts';
import type { Shape } from './shape.ts';

/** The kinds of Kubernetes that are drawn, by Kubernetes' own names. Secrets and ConfigMaps are not among them. */
const drawn = new Map<string, Kind>([
  ['Pod', 'k8s-pod'],
  ['Node', 'k8s-node'],
  ['Deployment', 'k8s-deployment'],
  ['ReplicaSet', 'k8s-replica-set'],
  ['DaemonSet', 'k8s-daemon-set'],
  ['PodDisruptionBudget', 'k8s-pod-disruption-budget'],
  ['Service', 'k8s-service'],
  ['EndpointSlice', 'k8s-endpoint-slice'],
  ['Event', 'k8s-event'],
  ['Namespace', 'k8s-namespace'],
  ['ServiceAccount', 'k8s-service-account'],
  ['Role', 'k8s-role'],
  ['ClusterRole', 'k8s-cluster-role'],
  ['RoleBinding', 'k8s-role-binding'],
  ['ClusterRoleBinding', 'k8s-cluster-role-binding'],
  ['NetworkPolicy', 'k8s-network-policy'],
  ['SubjectAccessReview', 'k8s-subject-access-review'],
  ['Job', 'k8s-job'],
  ['Ingress', 'k8s-ingress'],
  ['HorizontalPodAutoscaler', 'k8s-horizontal-pod-autoscaler'],
  ['VirtualService', 'istio-virtual-service'],
  ['DestinationRule', 'istio-destination-rule'],
  ['PeerAuthentication', 'istio-peer-authentication'],
]);

const entry = allow({ cluster: text, object: kubernetesObject });

/** A Kubernetes object in an account file, with the name of the cluster that it is of, which it does not say itself. */
export const kubernetesShape: Shape = {
  kinds: [...drawn.values()],
  nameless: 'it has no cluster or no name, or its kind is not drawn',
  schema: entry,
  admit(element, at) {
    const result = entry.safeParse(element);
    if (!result.success) return { refused: refusalOf(result.error, at) };
    const { cluster, object } = result.data;
    const kind = drawn.get(object?.kind ?? '');
    const name = object?.metadata?.name;
    if (object === undefined || kind === undefined || cluster === undefined || name === undefined) return { nameless: true };
    return { object: { id: `k8s:${cluster}/${object.kind}/${object.metadata?.namespace ?? ''}/${name}`, kind, body: object } };
  },
  print: ({ id, body }) => ({ cluster: /^k8s:([^/]*)/.exec(id)?.[1], object: body }),
};
