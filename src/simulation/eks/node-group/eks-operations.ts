import { at, isObject, numberAt, textAt } from '../../../model/eks/read.ts';
import type { Id, JsonObject } from '../../../model/json.ts';
import type { Answer } from '../../engine/domain.ts';
import { put, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hexId } from '../../engine/world.ts';
import type { Operation } from '../eks-api.ts';
import { refusal } from '../eks-api.ts';
import { minorOf } from '../control-plane/version.ts';
import { clusterArn, nameIn } from '../identity.ts';
import type { NodegroupOrder } from './events.ts';
import type { Nodegroup, ScalingConfig, UpdateConfig } from './nodegroup-object.ts';
import { nodegroupOf, updateObject } from './nodegroup-object.ts';

/** Begins an update of a node group; only one may be under way. */
function begun(world: World, input: JsonObject, text: string, make: (nodegroup: Nodegroup, update: Id) => NodegroupOrder | string): Answer {
  const name = textAt(input, 'nodegroupName') ?? '';
  const about = `k8s:${nameIn(clusterArn(world))}/Nodegroup//${name}`;
  const nodegroup = nodegroupOf(world, about);
  const refuse = (error: string, message: string): Answer => ({
    reply: refusal(error, message),
    effects: [],
    about: clusterArn(world),
    text,
  });
  if (nodegroup === undefined) return refuse('ResourceNotFoundException', `No node group found for name: ${name}.`);
  if (nodegroup.status === 'UPDATING') {
    return refuse('ResourceInUseException', `Nodegroup cannot be updated as it is currently not in Active State`);
  }
  const uuid = hexId(world, `update ${world.seq}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const order = make(nodegroup, `update:${uuid}`);
  if (typeof order === 'string') return refuse('InvalidParameterException', order);
  const update = updateObject(world, uuid, order.type === 'version.wanted' ? 'VersionUpdate' : 'ConfigUpdate');
  return { reply: { ok: true, body: { update: update.body } }, effects: [put(update), send(about, order, text)], about, text };
}

/** Why a group cannot have these sizes; undefined when it can. */
export function sizesFlaw({ minSize, maxSize, desiredSize }: ScalingConfig): string | undefined {
  if (minSize > desiredSize) return `Minimum capacity ${minSize} can't be greater than desired size ${desiredSize}`;
  if (desiredSize > maxSize) return `desired capacity ${desiredSize} can't be greater than max size ${maxSize}`;
  return undefined;
}

function updateConfigFrom(input: JsonObject, before: UpdateConfig): UpdateConfig {
  const wanted = at(input, 'updateConfig');
  if (!isObject(wanted)) return before;
  const [count, percent] = [numberAt(wanted, 'maxUnavailable'), numberAt(wanted, 'maxUnavailablePercentage')];
  const strategy = textAt(wanted, 'updateStrategy') ?? before.updateStrategy;
  const size = percent !== undefined ? { maxUnavailablePercentage: percent } : { maxUnavailable: count ?? before.maxUnavailable ?? 1 };
  return { ...size, updateStrategy: strategy === 'MINIMAL' ? 'MINIMAL' : 'DEFAULT' };
}

const updateNodegroupConfig: Operation = (world, input) =>
  begun(world, input, 'change the node group', ({ scalingConfig, updateConfig }, update) => {
    const size = (name: keyof ScalingConfig): number => numberAt(input, 'scalingConfig', name) ?? scalingConfig[name];
    const sizes = { minSize: size('minSize'), maxSize: size('maxSize'), desiredSize: size('desiredSize') };
    const config = { scalingConfig: sizes, updateConfig: updateConfigFrom(input, updateConfig) };
    return sizesFlaw(sizes) ?? { type: 'config.wanted', update, config };
  });

/** Why nodes cannot have a version; undefined when they can: a kubelet is never newer than its API server. */
export function nodeVersionFlaw(cluster: string, from: string, to: string): string | undefined {
  if (minorOf(to) > minorOf(cluster)) return `Nodes of ${to} would be newer than the control plane of ${cluster}; update the cluster first`;
  return minorOf(to) < minorOf(from) ? `A node group does not go back from ${from} to ${to}` : undefined;
}

const updateNodegroupVersion: Operation = (world, input) => {
  const cluster = textAt(world.objects.get(clusterArn(world))?.body, 'version') ?? '';
  const version = textAt(input, 'version') ?? cluster;
  const force = input['force'] === true;
  return begun(
    world,
    input,
    `update the node group to ${version}`,
    (nodegroup, update) => nodeVersionFlaw(cluster, nodegroup.version, version) ?? { type: 'version.wanted', update, version, force },
  );
};

/** What the EKS API changes about a node group. */
export const nodegroupOperations: Readonly<Record<string, Operation>> = {
  UpdateNodegroupConfig: updateNodegroupConfig,
  UpdateNodegroupVersion: updateNodegroupVersion,
};
