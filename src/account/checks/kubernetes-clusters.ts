import type { ApiObject } from '../../model/api-object.ts';
import { text } from '../../model/ecs/read.ts';
import type { Id } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import { arnOf } from '../arn.ts';
import type { Estate } from '../gather.ts';
import { eksClusterOf } from '../levels.ts';
import type { Evidences } from './check.ts';
import { described } from './evidence-of.ts';

/** An EKS cluster that was described, or one of which only files of kubectl tell. */
export interface KubernetesCluster {
  readonly id: Id;
  readonly name: string;
  /** What EKS says of it. */
  readonly eks: ApiObject | undefined;
}

/** The kinds that a file of kubectl may hold. */
const inFiles = /^(?:k8s|istio)-/;

const known = new WeakMap<Estate, readonly KubernetesCluster[]>();

/** Every Kubernetes cluster of which anything was read. */
export function clustersOf({ estate }: Evidences): readonly KubernetesCluster[] {
  const before = known.get(estate);
  if (before !== undefined) return before;
  const fromEks = described(estate, 'eks-cluster').map((eks): KubernetesCluster => ({
    id: eks.id,
    name: eksClusterOf(eks) ?? eks.id,
    eks,
  }));
  const names = new Set([...estate.values()].flatMap((object) => (inFiles.test(object.kind) ? (eksClusterOf(object) ?? []) : [])));
  for (const { name } of fromEks) names.delete(name);
  const clusters = [...fromEks, ...[...names].map((name): KubernetesCluster => ({ id: `k8s:${name}`, name, eks: undefined }))];
  known.set(estate, clusters);
  return clusters;
}

/** The objects of a kind in a cluster. An object that names its Region is held against that of the cluster. */
export const inCluster = ({ estate }: Evidences, cluster: KubernetesCluster, kind: Kind): readonly ApiObject[] =>
  described(estate, kind).filter((object) => eksClusterOf(object) === cluster.name && isNear(object, cluster));

function isNear({ id, body }: ApiObject, { eks }: KubernetesCluster): boolean {
  const own = arnOf(id) ?? arnOf(text(body, 'nodegroupArn')) ?? arnOf(text(body, 'accessEntryArn'));
  const home = arnOf(eks?.id);
  return own === undefined || home === undefined || (own.region === home.region && own.account === home.account);
}

/**
 * Whether files tell of a kind in a cluster. A kind that is absent from them is unknown, not empty; only a file that lists
 * the kind over all namespaces shows that there is none.
 */
export const isSeen = (evidences: Evidences, cluster: KubernetesCluster, kind: Kind): boolean =>
  inCluster(evidences, cluster, kind).length > 0 || (evidences.about.complete.has(kind) && hasFiles(evidences, cluster));

/** Whether any object of the cluster was read from files of kubectl. */
export const hasFiles = ({ estate }: Evidences, { name }: KubernetesCluster): boolean =>
  [...estate.values()].some((object) => inFiles.test(object.kind) && eksClusterOf(object) === name);

/** The namespaces that Kubernetes keeps for itself. */
export const isSystem = (namespace: string): boolean => namespace.startsWith('kube-');
