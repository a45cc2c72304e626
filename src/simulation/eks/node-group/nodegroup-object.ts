import type { ApiObject } from '../../../model/api-object.ts';
import type { Id } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import { nodegroupIdOf } from '../identity.ts';
import { conditionOf } from '../objects.ts';
import type { Stored } from '../store.ts';
import { every } from '../store.ts';
import { groupOf, staying } from './auto-scaling-group.ts';
import { nodeOfInstance, TEMPLATE_VERSION } from './new-node.ts';

/** How many nodes a group has at least, at most, and now. */
export type ScalingConfig = { readonly minSize: number; readonly maxSize: number; readonly desiredSize: number };

/** How many nodes may be missing during an update, and whether new ones come first. */
export type UpdateConfig = {
  readonly maxUnavailable?: number;
  readonly maxUnavailablePercentage?: number;
  readonly updateStrategy?: 'DEFAULT' | 'MINIMAL';
};

/** A managed node group as `aws eks describe-nodegroup` prints it. */
export type Nodegroup = {
  readonly nodegroupName: string;
  readonly version: string;
  readonly status: string;
  readonly scalingConfig: ScalingConfig;
  readonly updateConfig: UpdateConfig;
  readonly health: {
    readonly issues: readonly { readonly code: string; readonly message: string; readonly resourceIds: readonly string[] }[];
  };
};

/** A node group of the world. Only this part of the simulation writes such objects. */
export function nodegroupOf(world: World, id: Id): Nodegroup | undefined {
  const object = world.objects.get(id);
  return object?.kind === 'eks-nodegroup' ? (object.body as unknown as Nodegroup) : undefined;
}

/** The nodes of a group. */
export const nodesOf = (world: World, nodegroup: Id): readonly Stored<'Node'>[] =>
  [...every(world, 'Node')].filter(({ id, body }) => nodegroupIdOf(id, body.metadata) === nodegroup);

/** The nodes of a group that were not made from a launch template version. */
export const oldNodes = (world: World, nodegroup: Id, template: string): readonly Stored<'Node'>[] =>
  nodesOf(world, nodegroup).filter(({ body }) => body.metadata.labels?.[TEMPLATE_VERSION] !== template);

/** How many nodes of so many an update takes away at once. */
export const maxUnavailable = ({ maxUnavailable: count, maxUnavailablePercentage: percent }: UpdateConfig, nodes: number): number =>
  percent === undefined ? (count ?? 1) : Math.max(1, Math.floor((nodes * percent) / 100));

/** By how much the scale up raises a group: by two nodes a zone, or by as many as are taken away at once if that is more. */
export const surge = (zones: number, unavailable: number): number => Math.max(2 * zones, unavailable);

/** Whether the group is complete, and every instance of a launch template version has joined as a Ready node. */
export function allJoined(world: World, autoScaling: Id, template: string): boolean {
  const group = groupOf(world, autoScaling);
  if (group === undefined || staying(group).length < group.DesiredCapacity) return false;
  const made = staying(group).filter(({ LaunchTemplate }) => LaunchTemplate.Version === template);
  const isReady = (instance: string): boolean =>
    conditionOf(nodeOfInstance(world, instance)?.body.status?.conditions, 'Ready')?.status === 'True';
  return made.every(({ InstanceId }) => isReady(InstanceId));
}

/** Whether each zone has an instance of a launch template version. */
export function isInEachZone(world: World, autoScaling: Id, template: string): boolean {
  const group = groupOf(world, autoScaling);
  const made = (group === undefined ? [] : staying(group)).filter(({ LaunchTemplate }) => LaunchTemplate.Version === template);
  return (group?.AvailabilityZones ?? []).every((zone) => made.some(({ AvailabilityZone }) => AvailabilityZone === zone));
}

/** An update as `aws eks describe-update` prints it when it begins. */
export const updateObject = (world: World, id: string, type: 'VersionUpdate' | 'ConfigUpdate'): ApiObject => ({
  id: `update:${id}`,
  kind: 'eks-update',
  body: { id, status: 'InProgress', type, createdAt: isoTime(world), errors: [] },
});
