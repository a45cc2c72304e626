import type { ApiObject } from '../../model/api-object.ts';
import { listAt, textAt } from '../../model/eks/read.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { actionsFor } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';
import type { KubernetesCluster } from './kubernetes-clusters.ts';
import { clustersOf, inCluster, isSeen } from './kubernetes-clusters.ts';

const kinds = ['eks-cluster', 'k8s-namespace', 'k8s-pod'] as const;
const needs = actionsFor('eks-cluster');

type Mesh = 'sidecar' | 'ambient' | 'app-mesh';

/** The mesh that the labels of a namespace ask for. */
function meshOf(namespace: ApiObject): Mesh | undefined {
  const label = (name: string): string | undefined => textAt(namespace.body, 'metadata', 'labels', name);
  if (label('appmesh.k8s.aws/sidecarInjectorWebhook') === 'enabled') return 'app-mesh';
  if (label('istio.io/dataplane-mode') === 'ambient') return 'ambient';
  return label('istio-injection') === 'enabled' || label('istio.io/rev') !== undefined ? 'sidecar' : undefined;
}

/** Whether a pod has Istio's proxy; since Kubernetes has sidecars, it may be an init container. */
const hasSidecar = ({ body }: ApiObject): boolean =>
  ['containers', 'initContainers'].some((list) =>
    listAt(body, 'spec', list).some((container) => textAt(container, 'name') === 'istio-proxy'),
  );

const isLive = ({ body }: ApiObject): boolean => !['Succeeded', 'Failed'].includes(textAt(body, 'status', 'phase') ?? '');

function ofNamespace(namespace: ApiObject, pods: readonly ApiObject[], podsSeen: boolean): Aspect | undefined {
  const mesh = meshOf(namespace);
  const name = textAt(namespace.body, 'metadata', 'name') ?? namespace.id;
  const labels = (verdict: Aspect['verdict'], says: string): Aspect =>
    aspect(verdict, says, ['kubectl get namespaces', 'metadata.labels', `${mesh} in ${name}`]);
  if (mesh === undefined) return undefined;
  if (mesh === 'app-mesh')
    return labels('fail', `namespace ${name} asks for App Mesh, which has ended; VPC Lattice or Istio take its place`);
  if (mesh === 'ambient') return labels('pass', `namespace ${name} is in an ambient mesh, which needs no sidecars`);
  if (!podsSeen) return labels('unknown', `whether the pods of ${name} have sidecars was not read`);
  const own = pods.filter((pod) => textAt(pod.body, 'metadata', 'namespace') === name && isLive(pod));
  const bare = own.filter((pod) => !hasSidecar(pod)).length;
  const evidence = [
    'kubectl get pods',
    'spec.containers[].name, spec.initContainers[].name',
    `${bare} of ${own.length} without istio-proxy in ${name}`,
  ] as const;
  return bare > 0
    ? aspect('suggest', `${bare} of the ${own.length} pods of ${name} ${bare === 1 ? 'has' : 'have'} no sidecar`, evidence)
    : aspect('pass', 'every pod in a meshed namespace has its sidecar', evidence);
}

function judge(cluster: KubernetesCluster, evidences: Evidences): Finding {
  const labels = ['kubectl get namespaces', 'metadata.labels'] as const;
  if (!isSeen(evidences, cluster, 'k8s-namespace')) {
    return findingOf(cluster.id, cluster.name, [aspect('unknown', 'no file of kubectl shows its namespaces', [...labels, 'absent'])]);
  }
  const pods = inCluster(evidences, cluster, 'k8s-pod');
  const podsSeen = isSeen(evidences, cluster, 'k8s-pod');
  const meshed = inCluster(evidences, cluster, 'k8s-namespace').flatMap((namespace) => ofNamespace(namespace, pods, podsSeen) ?? []);
  const none = aspect('not-applicable', 'no namespace that was read asks for a mesh, and none is required', [...labels, 'none']);
  return findingOf(cluster.id, cluster.name, meshed.length > 0 ? meshed : [none]);
}

/** Whether a mesh covers what it is meant to cover, by files of kubectl. */
export const serviceMesh: Check = {
  id: 'eks-service-mesh',
  title: 'Service mesh',
  kinds,
  needs,
  blindSpot: 'AWS shows nothing of a mesh in a cluster; a pod that opts out of it by an annotation looks like one that was forgotten.',
  lesson: '/eks/practices/network-policies/',
  judge: judgeEach({ kind: 'eks-cluster', noun: ['cluster', 'clusters'], needs, byFiles: true }, clustersOf, judge),
  fixes: [
    {
      form: 'cli',
      text: 'kubectl label namespace <namespace> istio-injection=enabled\nkubectl rollout restart deployment --namespace <namespace>',
    },
  ],
};
