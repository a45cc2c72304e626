import type { Id } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import { begin, end, patch, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { chance } from '../../engine/world.ts';
import type { DrainOrder } from '../disruption/drain-machine.ts';
import { drainOf } from '../disruption/drain-machine.ts';
import { nameIn } from '../identity.ts';
import { ask } from '../requests.ts';
import type { Stored } from '../store.ts';
import { find } from '../store.ts';
import { groupOf, staying } from './auto-scaling-group.ts';
import type { GroupEvent } from './events.ts';
import { instanceIdOf, nodeOfInstance } from './new-node.ts';
import type { ScalingConfig } from './nodegroup-object.ts';
import { maxUnavailable, nodegroupOf, nodesOf, oldNodes, surge } from './nodegroup-object.ts';

/** How long the pods of a node may take to leave it. */
export const EVICTION_LIMIT = 900_000;
/** From the end of a drain to the termination. */
export const PAUSE = 60_000;

/** The label that takes a node out of load balancers. */
const EXCLUDED = 'node.kubernetes.io/exclude-from-external-load-balancers';

/** A version update under way. */
export interface VersionUpdate {
  readonly id: Id;
  readonly version: string;
  readonly force: boolean;
  /** The launch template versions after and before. */
  readonly template: string;
  readonly former: { readonly template: string; readonly version: string };
  /** The sizes to which the group returns. */
  readonly sizes: ScalingConfig;
  /** The nodes that are being replaced, each with its instance. */
  readonly batch: readonly { readonly node: Id; readonly instance: string }[];
  /** Those of them that are still being drained. */
  readonly draining: readonly Id[];
}

/** A node group and its Auto Scaling group. */
export interface Pair {
  readonly id: Id;
  readonly autoScaling: Id;
}

const toGroup = (to: Id, event: GroupEvent, text: string): Effect => send(to, event, text);

/** Phase 1: the Auto Scaling group gets a launch template version. */
export const setTemplate = ({ autoScaling }: Pair, version: string, template: string): Effect =>
  toGroup(autoScaling, { type: 'template.wanted', version, template }, `launch template version ${template}: Kubernetes ${version}`);

/** Gives the Auto Scaling group its sizes. */
export const setSizes = ({ autoScaling }: Pair, { minSize, maxSize, desiredSize }: ScalingConfig): Effect =>
  toGroup(autoScaling, { type: 'capacity.wanted', min: minSize, max: maxSize, desired: desiredSize }, `want ${desiredSize} instances`);

/** Phase 2: raises the sizes, so that new nodes come beside the old ones. */
export function scaleUp(world: World, pair: Pair, { sizes }: VersionUpdate): readonly Effect[] {
  const zones = groupOf(world, pair.autoScaling)?.AvailabilityZones.length ?? 0;
  const unavailable = maxUnavailable(nodegroupOf(world, pair.id)?.updateConfig ?? {}, nodesOf(world, pair.id).length);
  const more = surge(zones, unavailable);
  return [setSizes(pair, { ...sizes, maxSize: sizes.maxSize + more, desiredSize: sizes.desiredSize + more })];
}

const mark = (world: World, { id, body }: Stored<'Node'>, cordoned: boolean): Effect => {
  const labels = Object.entries(body.metadata.labels ?? {}).filter(([name]) => name !== EXCLUDED);
  const change = {
    metadata: { labels: Object.fromEntries(cordoned ? [...labels, [EXCLUDED, 'true']] : labels) },
    spec: { unschedulable: cordoned },
  };
  return ask(world, { type: 'object.patch', id, change }, `${cordoned ? 'cordon' : 'uncordon'} ${nameIn(id)}`);
};

/** Marks every old node: no new pod comes, and load balancers leave it out. */
export const cordonOld = (world: World, { id }: Pair, { template }: VersionUpdate): readonly Effect[] =>
  oldNodes(world, id, template).map((node) => mark(world, node, true));

/** Phase 3: the next nodes to be replaced, taken at random. */
export function nextBatch(world: World, { id }: Pair, { template }: VersionUpdate): VersionUpdate['batch'] {
  const old = oldNodes(world, id, template).toSorted((a, b) => chance(world, `turn of ${a.id}`) - chance(world, `turn of ${b.id}`));
  const count = maxUnavailable(nodegroupOf(world, id)?.updateConfig ?? {}, nodesOf(world, id).length);
  return old.slice(0, count).map((node) => ({ node: node.id, instance: instanceIdOf(node.body) }));
}

/** Begins a drain, in place of one that is under way. */
export const beginDrain = (order: DrainOrder): readonly Effect[] => [
  end(drainOf(order.node)),
  begin(drainOf(order.node), 'kubectl-drain', order),
];

/** Terminates the instances of the batch. */
export const releaseBatch = ({ autoScaling }: Pair, { batch }: VersionUpdate): readonly Effect[] =>
  batch.map(({ instance }) => toGroup(autoScaling, { type: 'instance.released', instance }, `terminate ${instance}`));

/** Whether no instance of the batch is left. */
export const batchIsGone = (world: World, { autoScaling }: Pair, { batch }: VersionUpdate): boolean =>
  !(groupOf(world, autoScaling)?.Instances ?? []).some(({ InstanceId }) => batch.some(({ instance }) => instance === InstanceId));

/** Phase 4: one node less. */
export function stepDown(world: World, pair: Pair, { sizes }: VersionUpdate): readonly Effect[] {
  const group = groupOf(world, pair.autoScaling);
  if (group === undefined || group.DesiredCapacity <= sizes.desiredSize) return [];
  const less = { minSize: sizes.minSize, maxSize: group.MaxSize - 1, desiredSize: group.DesiredCapacity - 1 };
  return [setSizes(pair, less)];
}

/** Whether the group has its sizes again and nothing is on its way out. */
export function isDown(world: World, { autoScaling }: Pair, { sizes }: VersionUpdate): boolean {
  const group = groupOf(world, autoScaling);
  return group === undefined || (group.DesiredCapacity <= sizes.desiredSize && group.Instances.length === staying(group).length);
}

/** Whether the next step down can be taken: the one before has ended. */
export function canStepDown(world: World, { autoScaling }: Pair): boolean {
  const group = groupOf(world, autoScaling);
  return group !== undefined && group.Instances.length === staying(group).length;
}

/** An instance has to go: its node is drained first, if it has one. */
export function drainLeaving(world: World, { id, autoScaling }: Pair, instance: string): readonly Effect[] {
  const node = nodeOfInstance(world, instance);
  if (node === undefined) return [toGroup(autoScaling, { type: 'instance.released', instance }, `${instance} has no node`)];
  return [mark(world, node, true), ...beginDrain({ node: node.id, limit: EVICTION_LIMIT, tell: id })];
}

/** The drain of an instance that has to go is over, well or not. */
export function releaseLeaving(world: World, { autoScaling }: Pair, node: Id): readonly Effect[] {
  const found = find(world, 'Node', node)?.body;
  if (found === undefined) return [];
  const instance = instanceIdOf(found);
  return [toGroup(autoScaling, { type: 'instance.released', instance }, `${nameIn(node)} may go`)];
}

const failures = {
  PodEvictionFailure: (nodegroup: string) => `Reached max retries while trying to evict pods from nodes in node group ${nodegroup}`,
  NodeCreationFailure: (nodegroup: string) => `Couldn't proceed with upgrade process as new nodes are not joining node group ${nodegroup}`,
} as const;

/** Why an update failed. */
export type Failure = keyof typeof failures;

/** Gives up: the old nodes take pods again, and new instances are of the old version. */
export function giveUp(world: World, pair: Pair, update: VersionUpdate, errorCode: Failure): readonly Effect[] {
  const name = nodegroupOf(world, pair.id)?.nodegroupName ?? '';
  const resourceIds = update.draining.map(nameIn);
  return [
    patch(update.id, { status: 'Failed', errors: [{ errorCode, errorMessage: failures[errorCode](name), resourceIds }] }),
    ...update.draining.map((node) => end(drainOf(node))),
    ...oldNodes(world, pair.id, update.template).map((node) => mark(world, node, false)),
    setTemplate(pair, update.former.version, update.former.template),
  ];
}
