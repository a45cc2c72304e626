import type { ApiObject } from '../../model/api-object.ts';
import type { Id } from '../../model/json.ts';
import { project } from '../../model/project.ts';
import { allProjectors } from '../../model/projectors.ts';
import { arnOf } from '../arn.ts';
import type { Estate } from '../gather.ts';
import { eksClusterOf, levels, none, placeOf } from '../levels.ts';
import { clusterOf, serviceOf } from '../links.ts';
import { placeOfKind } from './places.ts';

/** Where an object stands on the map. */
export interface Home {
  readonly region: string;
  readonly account: string | undefined;
  /** Tells clusters apart, also those of one name in two Regions. */
  readonly cluster: string;
  readonly clusterName: string;
  /** Whether the object is the cluster itself. */
  readonly isCluster: boolean;
  /** The item that a part belongs to. */
  readonly holder: Id | undefined;
}

/** Where an object stands on the map; undefined for what has no place there. */
export function homeOf(object: ApiObject, estate: Estate): Home | undefined {
  const isCluster = object.kind === 'ecs-cluster' || object.kind === 'eks-cluster';
  if (!isCluster && placeOfKind(object.kind) === undefined) return undefined;
  const [account, region = 'Region unknown'] = placeOf(object, estate)?.split(' ') ?? [];
  const ecs = object.kind.startsWith('ecs') ? (clusterOf(object) ?? '') : undefined;
  const name = ecs === undefined ? (eksClusterOf(object) ?? '') : (arnOf(ecs)?.path.at(-1) ?? '');
  return {
    region,
    account,
    cluster: ecs === undefined ? `eks ${account ?? ''} ${region} ${name}` : `ecs ${ecs}`,
    clusterName: name === '' ? 'cluster unknown' : name,
    isCluster,
    holder: holderOf(object, estate),
  };
}

/** The item that a task, node or pod belongs to. */
function holderOf(object: ApiObject, estate: Estate): Id | undefined {
  if (object.kind === 'ecs-task') return serviceOf(object);
  if (object.kind === 'k8s-pod') {
    const deployment = levels['k8s-deployment'].keyOf(object, estate);
    return deployment === none ? undefined : deployment;
  }
  if (object.kind !== 'k8s-node') return undefined;
  const { relations } = project(object, allProjectors);
  return relations.get(object.id)?.find(({ kind }) => kind === 'part-of')?.to;
}
