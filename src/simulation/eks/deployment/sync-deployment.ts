import type { Id } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import { idIn } from '../identity.ts';
import type { Condition, Deployment, Metadata, ReplicaSet } from '../objects.ts';
import { conditionOf } from '../objects.ts';
import { ask, event } from '../requests.ts';
import type { Stored } from '../store.ts';
import { controlledBy } from '../store.ts';
import { isScalingEvent, scale, sizeAnnotations } from './proportional-scale.ts';
import { historyToDelete, nextRevision, REVISION, revisionOf } from './revision.ts';
import type { Scaling } from './rolling-update.ts';
import { newRSNewReplicas, reconcileNewReplicaSet, reconcileOldReplicaSets } from './rolling-update.ts';
import { availableCondition, calculateStatus, createdCondition, deploymentComplete, progressCondition, updated } from './status.ts';
import { findNewReplicaSet, labelled, templateHash, withHash } from './template.ts';

/** The default of `revisionHistoryLimit`. */
const HISTORY_LIMIT = 10;

/** One look of the Deployment controller at a Deployment: the next step of its rollout, and its status. */
export function syncDeployment(world: World, { id, body: deployment }: Stored<'Deployment'>): readonly Effect[] {
  const all = [...controlledBy(world, 'ReplicaSet', id)].map(({ body }) => withoutLeaving(body));
  const found = findNewReplicaSet(deployment.spec.template, all);
  const old = all.filter((one) => one !== found);
  if (isScalingEvent(deployment, all)) {
    return [...resize(world, id, deployment, scale(deployment, found, old)), ...writeStatus(world, id, deployment, old, found)];
  }
  if (found === undefined) return createReplicaSet(world, id, deployment, old);
  const newRS = atRevision(found, nextRevision(old));
  const grown = reconcileNewReplicaSet(deployment, [...old, newRS], newRS);
  return [
    ...(newRS === found ? [] : [raiseRevision(world, newRS)]),
    ...resize(world, id, deployment, grown === undefined ? reconcileOldReplicaSets(deployment, old, newRS) : [grown]),
    ...cleanUp(world, deployment, newRS, old),
    ...writeStatus(world, id, deployment, old, newRS),
  ];
}

/**
 * A ReplicaSet without the pods that are on their way out. Its status lags behind its size for a moment, in which a
 * second look would count a pod as available that the first has given up. In a real cluster that moment is shorter.
 */
function withoutLeaving(replicaSet: ReplicaSet): ReplicaSet {
  const { spec, status } = replicaSet;
  const { availableReplicas = 0 } = status;
  return availableReplicas <= spec.replicas ? replicaSet : { ...replicaSet, status: { ...status, availableReplicas: spec.replicas } };
}

const idOf = (world: World, { metadata }: ReplicaSet): Id => idIn(world, 'ReplicaSet', metadata);

function resize(world: World, id: Id, deployment: Deployment, scalings: readonly Scaling[]): readonly Effect[] {
  return scalings.flatMap(({ replicaSet, from, to }) => {
    const { name, annotations } = replicaSet.metadata;
    const change = { metadata: { annotations: { ...annotations, ...sizeAnnotations(deployment) } }, spec: { replicas: to } };
    const request = ask(world, { type: 'object.patch', id: idOf(world, replicaSet), change }, `scale ${name} from ${from} to ${to}`);
    const direction = to > from ? 'up' : 'down';
    const said = `Scaled ${direction} replica set ${name} from ${from} to ${to}`;
    return from === to ? [request] : [request, event(id, 'ScalingReplicaSet', said)];
  });
}

/** Makes the ReplicaSet of a new template, at the size that the surge leaves room for. The old ones shrink at the next look. */
function createReplicaSet(world: World, id: Id, deployment: Deployment, old: readonly ReplicaSet[]): readonly Effect[] {
  const { metadata, spec } = deployment;
  const hash = templateHash(spec.template);
  const name = `${metadata.name}-${hash}`;
  const replicas = newRSNewReplicas(deployment, old, 0);
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: metadata.name, uid: metadata.uid ?? '', controller: true };
  const replicaSet = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace: metadata.namespace ?? 'default',
      labels: withHash(spec.template.metadata?.labels, hash),
      annotations: { [REVISION]: `${nextRevision(old)}`, ...sizeAnnotations(deployment) },
      ownerReferences: [{ ...owner, blockOwnerDeletion: true }],
    },
    spec: {
      replicas,
      selector: { matchLabels: withHash(spec.selector.matchLabels, hash) },
      template: labelled(spec.template, hash),
    },
    status: { replicas: 0 },
  } satisfies ReplicaSet;
  const object = { id: idOf(world, replicaSet), kind: 'k8s-replica-set', body: replicaSet } as const;
  return [
    ask(world, { type: 'object.create', object }, `create replica set ${name} with ${replicas} pods`),
    event(id, 'ScalingReplicaSet', `Scaled up replica set ${name} from 0 to ${replicas}`),
    ...writeStatus(world, id, deployment, old, undefined, { condition: createdCondition(name), revision: nextRevision(old) }),
  ];
}

/** The ReplicaSet with the revision that its place among the old ones asks for; itself when it has that. */
const atRevision = (replicaSet: ReplicaSet, revision: number): ReplicaSet =>
  revisionOf(replicaSet.metadata) >= revision
    ? replicaSet
    : { ...replicaSet, metadata: withAnnotation(replicaSet.metadata, REVISION, `${revision}`) };

const withAnnotation = (metadata: Metadata, name: string, value: string): Metadata => ({
  ...metadata,
  annotations: { ...metadata.annotations, [name]: value },
});

function raiseRevision(world: World, newRS: ReplicaSet): Effect {
  const { name, annotations = {} } = newRS.metadata;
  const change = { metadata: { annotations } };
  return ask(world, { type: 'object.patch', id: idOf(world, newRS), change }, `make ${name} revision ${revisionOf(newRS.metadata)}`);
}

function cleanUp(world: World, deployment: Deployment, newRS: ReplicaSet, old: readonly ReplicaSet[]): readonly Effect[] {
  if (!deploymentComplete(deployment, calculateStatus(deployment, [...old, newRS], newRS))) return [];
  return historyToDelete(old, deployment.spec.revisionHistoryLimit ?? HISTORY_LIMIT).map((one) =>
    ask(world, { type: 'object.delete', id: idOf(world, one) }, `delete replica set ${one.metadata.name}, past the history limit`),
  );
}

function writeStatus(
  world: World,
  id: Id,
  deployment: Deployment,
  old: readonly ReplicaSet[],
  newRS: ReplicaSet | undefined,
  begun?: { readonly condition: Condition; readonly revision: number },
): readonly Effect[] {
  const now = isoTime(world);
  const counted = calculateStatus(deployment, newRS === undefined ? old : [...old, newRS], newRS);
  const progress = begun?.condition ?? (newRS && progressCondition(deployment, counted, newRS.metadata.name, now));
  const available = withAvailable(counted.conditions, availableCondition(deployment, counted), now);
  const status = { ...counted, conditions: progress === undefined ? available : updated(available, progress, now) };
  const revision = begun?.revision ?? revisionOf(newRS?.metadata ?? deployment.metadata);
  const { name, annotations } = withAnnotation(deployment.metadata, REVISION, `${revision}`);
  const change = { metadata: { annotations: { ...annotations } }, status };
  if (JSON.stringify(status) === JSON.stringify(deployment.status) && revision === revisionOf(deployment.metadata)) return [];
  return [
    ask(world, { type: 'object.patch', id, change }, `${name}: ${status.updatedReplicas} updated, ${status.availableReplicas} available`),
  ];
}

/** The conditions with the Available one written only when it has turned. */
function withAvailable(conditions: readonly Condition[] = [], available: Condition, now: string): readonly Condition[] {
  return conditionOf(conditions, available.type)?.status === available.status ? conditions : updated(conditions, available, now);
}
