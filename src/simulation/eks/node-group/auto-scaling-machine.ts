import { assign, setup } from 'xstate';
import type { Arriving, Beginning, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import type { GroupPlan } from './auto-scaling.ts';
import { boot, bury, collect, settle, terminate } from './auto-scaling.ts';
import type { AutoScalingGroup } from './auto-scaling-group.ts';
import { groupOf, staying } from './auto-scaling-group.ts';
import type { GroupEvent } from './events.ts';

type Memory = GroupPlan & { readonly id: string };

/** The group with what an event asks of it. */
function asWanted(group: AutoScalingGroup, event: GroupEvent): AutoScalingGroup {
  switch (event.type) {
    case 'capacity.wanted':
      return { ...group, MinSize: event.min, MaxSize: event.max, DesiredCapacity: event.desired };
    case 'template.wanted':
      return { ...group, LaunchTemplate: { ...group.LaunchTemplate, Version: event.template } };
    default:
      return group;
  }
}

function bringAbout(world: World, own: Memory, event: GroupEvent): readonly Effect[] {
  const group = groupOf(world, own.id);
  return group === undefined ? [] : settle(world, own, asWanted(group, event));
}

const machine = setup({
  types: { context: {} as Memory, events: {} as Arriving<GroupEvent>, input: {} as Beginning<GroupPlan> },
  actions: {
    bringAbout: ({ context, event }) => bringAbout(worldOf(event), context, event),
    keepVersion: assign({
      plan: ({ context, event }) => (event.type === 'template.wanted' ? { ...context.plan, version: event.version } : context.plan),
    }),
    boot: ({ context, event }) => (event.type === 'instance.booted' ? boot(worldOf(event), context, event.instance) : []),
    replace: ({ context, event }) =>
      event.type === 'instance.impaired' ? terminate(worldOf(event), context, event.instance, 'Unhealthy') : [],
    terminate: ({ context, event }) =>
      event.type === 'instance.released' ? terminate(worldOf(event), context, event.instance, 'Healthy') : [],
    bury: ({ context, event }) => (event.type === 'instance.gone' ? bury(worldOf(event), context, event.instance) : []),
    collect: ({ event }) => (event.type === 'orphans.due' ? collect(worldOf(event), event.node) : []),
  },
}).createMachine({
  id: 'autoscaling-group',
  context: ({ input: { id, plan, nodegroup } }) => ({ id, plan, ...(nodegroup === undefined ? {} : { nodegroup }) }),
  initial: 'Active',
  states: {
    Active: {
      on: {
        'capacity.wanted': { actions: 'bringAbout' },
        'template.wanted': { actions: ['keepVersion', 'bringAbout'] },
        'launch.due': { actions: 'bringAbout' },
        'instance.booted': { actions: 'boot' },
        'instance.impaired': { actions: 'replace' },
        'instance.released': { actions: 'terminate' },
        'instance.gone': { actions: 'bury' },
        'orphans.due': { actions: 'collect' },
      },
    },
  },
});

/** An Auto Scaling group: keeps as many instances as it is told, and replaces those that fail. */
export const autoScalingGroup: Behaviour = {
  machine,
  waits: ({ context }: { readonly context: Memory }, world) => {
    const group = groupOf(world, context.id);
    return group !== undefined && staying(group).length < group.DesiredCapacity ? [{ code: 'launch' }] : [];
  },
};
