import type { ApiCall } from '../../../model/api-call.ts';
import type { ApiObject } from '../../../model/api-object.ts';
import { at, isObject, numberAt, textAt } from '../../../model/eks/read.ts';
import type { Id, JsonObject } from '../../../model/json.ts';
import { present } from '../../../model/present.ts';
import type { WhatIf } from '../../engine/what-if.ts';
import type { World } from '../../engine/world.ts';
import { nodegroupOf } from './nodegroup-object.ts';

/** So long before the reader's time 0 the group changes, in ms. */
const BEFORE = 600_000;

/** The node group of a scenario that takes the shape of a real one. */
export interface Model {
  readonly id: Id;
  /** The call that changes its configuration. */
  readonly configure: (config: JsonObject) => ApiCall;
}

/** Gives the node group of a scenario the sizes and the update configuration of a real one. */
export function nodeGroupWhatIf(account: readonly ApiObject[], { id, configure }: Model): WhatIf | undefined {
  const group = account.find(({ kind }) => kind === 'eks-nodegroup')?.body;
  if (group === undefined) return undefined;
  const sizes = present({
    minSize: numberAt(group, 'scalingConfig', 'minSize'),
    maxSize: numberAt(group, 'scalingConfig', 'maxSize'),
    desiredSize: numberAt(group, 'scalingConfig', 'desiredSize'),
  });
  const update = at(group, 'updateConfig');
  const updateConfig = isObject(update) ? update : undefined;
  const unavailable = textOf(updateConfig);
  return {
    like: `node group ${textAt(group, 'nodegroupName') ?? ''}`,
    inputs: [{ at: -BEFORE, call: configure(present({ scalingConfig: sizes, updateConfig })) }],
    carried: [
      ...Object.entries(sizes).map(([name, size]) => `${name} ${String(size)}`),
      ...(unavailable === undefined ? [] : [unavailable]),
    ],
    kept: ['Machine types, versions and the workload stay those of the scenario.'],
    isReady: (world) => isSettled(world, id, sizes.desiredSize),
  };
}

function textOf(config: JsonObject | undefined): string | undefined {
  const [count, percent] = [numberAt(config, 'maxUnavailable'), numberAt(config, 'maxUnavailablePercentage')];
  if (percent !== undefined) return `maxUnavailablePercentage ${percent}`;
  return count === undefined ? undefined : `maxUnavailable ${count}`;
}

/** Whether no change of a group is under way and as many nodes are Ready as it wants. */
function isSettled(world: World, id: Id, desired: number | undefined): boolean {
  const group = nodegroupOf(world, id);
  const name = group?.nodegroupName;
  const nodes = [...world.objects.values()].filter(
    ({ kind, body }) => kind === 'k8s-node' && textAt(body, 'metadata', 'labels', 'eks.amazonaws.com/nodegroup') === name,
  );
  return group?.status === 'ACTIVE' && (desired === undefined || nodes.length === desired);
}
