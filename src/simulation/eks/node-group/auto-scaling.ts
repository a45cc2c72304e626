import type { Id, Millis } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import { begin, log, patch, remind, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { chance, hasFault, hexId } from '../../engine/world.ts';
import { nameIn } from '../identity.ts';
import { ask } from '../requests.ts';
import type { ClusterPlan } from '../start.ts';
import { podsOnNode } from '../store.ts';
import { spreadOver } from '../timings.ts';
import type { AutoScalingGroup, Instance } from './auto-scaling-group.ts';
import { groupOf, instanceToTerminate, staying, zoneToLaunchIn } from './auto-scaling-group.ts';
import type { GroupEvent, NodegroupEvent } from './events.ts';
import { newNode, nodeOfInstance } from './new-node.ts';
import { nodeGroupTimings } from './timings.ts';

/** The fault of an Auto Scaling group to which EC2 gives no instances. */
export const CAPACITY_MISSING = 'capacity-missing';
/** The fault of an Auto Scaling group whose new instances do not join the cluster. */
export const NODES_DO_NOT_JOIN = 'nodes-do-not-join';

/** What an Auto Scaling group was begun with. */
export interface GroupPlan {
  /** What its instances are made from: the plan's version is that of their kubelets. */
  readonly plan: ClusterPlan;
  /** The managed node group that it belongs to, which drains what it gives up; a group of your own has none. */
  readonly nodegroup?: Id;
}

type Group = GroupPlan & { readonly id: Id };

const tell = ({ nodegroup }: Group, event: NodegroupEvent, text: string): readonly Effect[] =>
  nodegroup === undefined ? [] : [send(nodegroup, event, text)];

const remindOf = (event: GroupEvent, after: Millis): Effect => remind(event, after);

const withState = (group: AutoScalingGroup, instance: string, change: Partial<Instance>): AutoScalingGroup => ({
  ...group,
  Instances: group.Instances.map((one) => (one.InstanceId === instance ? { ...one, ...change } : one)),
});

/** Writes the group down. */
const written = ({ AutoScalingGroupARN, ...body }: AutoScalingGroup): Effect => patch(AutoScalingGroupARN, body);

/** Brings the instances to the desired capacity: launches what is missing, gives up what is too many. */
export function settle(world: World, own: Group, group: AutoScalingGroup): readonly Effect[] {
  const missing = group.DesiredCapacity - staying(group).length;
  if (missing > 0) return launch(world, own, group, missing);
  if (missing === 0) return [written(group)];
  return giveUp(own, group, -missing);
}

function launch(world: World, own: Group, group: AutoScalingGroup, count: number): readonly Effect[] {
  const launching: Instance[] = [];
  for (let index = 0; index < count; index += 1) {
    const zone = hasFault(world, CAPACITY_MISSING, own.id) ? undefined : zoneToLaunchIn(world, group, launching);
    if (zone === undefined) return [...launched(world, own, group, launching), ...noCapacity(own, group)];
    launching.push({
      InstanceId: `i-0${hexId(world, `instance ${own.id} ${world.seq} ${index}`, 16)}`,
      AvailabilityZone: zone,
      LifecycleState: 'Pending',
      HealthStatus: 'Healthy',
      LaunchTemplate: group.LaunchTemplate,
    });
  }
  return launched(world, own, group, launching);
}

const launched = (world: World, own: Group, group: AutoScalingGroup, launching: readonly Instance[]): readonly Effect[] => [
  written({ ...group, Instances: [...group.Instances, ...launching] }),
  ...launching.flatMap(({ InstanceId }) => [
    log(own.id, `Launching a new EC2 instance: ${InstanceId}`),
    remindOf({ type: 'instance.booted', instance: InstanceId }, spreadOver(nodeGroupTimings.boot, chance(world, `boot ${InstanceId}`))),
  ]),
  ...(launching.length === 0 ? [] : tell(own, { type: 'launch.worked' }, `${launching.length} instances launched`)),
];

function noCapacity(own: Group, group: AutoScalingGroup): readonly Effect[] {
  const message = `We currently do not have sufficient ${own.plan.instanceType} capacity in zones with support for '${group.AvailabilityZones.join(', ')}'.`;
  return [
    log(own.id, `Launching a new EC2 instance. Status Reason: ${message} Launching EC2 instance failed.`),
    remind({ type: 'launch.due' } satisfies GroupEvent, nodeGroupTimings.relaunch, 'launch'),
    ...tell(
      own,
      { type: 'launch.failed', message: `Could not launch On-Demand Instances. InsufficientInstanceCapacity - ${message}` },
      'no capacity',
    ),
  ];
}

/** A managed group drains a node before its instance goes; nobody does that for a group of your own. */
function giveUp(own: Group, group: AutoScalingGroup, count: number): readonly Effect[] {
  let next = group;
  const leaving: string[] = [];
  while (leaving.length < count) {
    const instance = instanceToTerminate(next);
    if (instance === undefined) break;
    leaving.push(instance.InstanceId);
    next = withState(next, instance.InstanceId, { LifecycleState: 'Terminating:Wait' });
  }
  if (own.nodegroup !== undefined)
    return [written(next), ...leaving.flatMap((instance) => tell(own, { type: 'instance.leaving', instance }, `${instance} has to go`))];
  const ended = leaving.reduce((body, instance) => withState(body, instance, { LifecycleState: 'Terminating' }), next);
  return [written(ended), ...leaving.flatMap((instance) => goodbye(own, instance))];
}

const goodbye = ({ id }: Group, instance: string): readonly Effect[] => [
  log(id, `Terminating EC2 instance: ${instance}`),
  remindOf({ type: 'instance.gone', instance }, nodeGroupTimings.termination),
];

/** Terminates an instance; what is then missing is launched at once. */
export function terminate(world: World, own: Group, instance: string, HealthStatus: Instance['HealthStatus']): readonly Effect[] {
  const group = groupOf(world, own.id);
  const found = group?.Instances.find(({ InstanceId }) => InstanceId === instance);
  if (group === undefined || found === undefined || found.LifecycleState === 'Terminating') return [];
  const next = withState(group, instance, { LifecycleState: 'Terminating', HealthStatus });
  return [...goodbye(own, instance), ...settle(world, own, next)];
}

/** An instance has started: its kubelet registers a node, and waits for its network plugin. */
export function boot(world: World, own: Group, instance: string): readonly Effect[] {
  const group = groupOf(world, own.id);
  const found = group?.Instances.find(({ InstanceId }) => InstanceId === instance);
  if (group === undefined || found?.LifecycleState !== 'Pending') return [];
  const inService = written(withState(group, instance, { LifecycleState: 'InService' }));
  if (hasFault(world, NODES_DO_NOT_JOIN, own.id)) return [inService];
  const node = newNode(world, own.plan, found, own.nodegroup !== undefined);
  return [inService, begin(node.id, 'k8s-node'), ask(world, { type: 'object.create', object: node }, `register node ${nameIn(node.id)}`)];
}

/** An instance is gone: its Node is deleted, and later what is left of its pods. */
export function bury(world: World, own: Group, instance: string): readonly Effect[] {
  const group = groupOf(world, own.id);
  if (group === undefined) return [];
  const node = nodeOfInstance(world, instance);
  return [
    written({ ...group, Instances: group.Instances.filter(({ InstanceId }) => InstanceId !== instance) }),
    ...tell(own, { type: 'instance.gone', instance }, `${instance} is gone`),
    ...(node === undefined
      ? []
      : [
          ask(world, { type: 'object.delete', id: node.id }, `delete node ${nameIn(node.id)}: its instance is gone`),
          remindOf({ type: 'orphans.due', node: nameIn(node.id) }, nodeGroupTimings.orphans),
        ]),
  ];
}

/** Deletes what is left of the pods of a machine that is gone, as the garbage collector of pods does. */
export const collect = (world: World, node: string): readonly Effect[] =>
  [...podsOnNode(world, node)].map(({ id }) =>
    ask(world, { type: 'object.delete', id, graceSeconds: 0 }, `delete pod ${nameIn(id)}: its node is gone`),
  );
