import { assign, setup } from 'xstate';
import type { Wait } from '../../../model/resource.ts';
import type { Arriving, Beginning, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import { patch, remind } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import type { DrainEnded } from '../disruption/drain-machine.ts';
import type { WatchEvent } from '../requests.ts';
import { groupOf } from './auto-scaling-group.ts';
import type { NodegroupEvent, NodegroupOrder } from './events.ts';
import { allJoined, isInEachZone, nodegroupOf, oldNodes } from './nodegroup-object.ts';
import { nodeGroupTimings } from './timings.ts';
import type { Failure, Pair, VersionUpdate } from './update-phases.ts';
import * as phase from './update-phases.ts';

type Step = { readonly type: 'step' };
type Event = Arriving<NodegroupOrder | NodegroupEvent | DrainEnded | WatchEvent | Step>;
type Memory = Pair & { readonly update: VersionUpdate | undefined };
type Seen = { readonly context: Memory; readonly event: Event };

/** What is true or done of the update under way; nothing when there is none. */
const during = <Result>({ context, event }: Seen, otherwise: Result, what: (world: World, update: VersionUpdate) => Result): Result =>
  context.update === undefined ? otherwise : what(worldOf(event), context.update);
const effects = (seen: Seen, what: (world: World, update: VersionUpdate) => readonly Effect[]): readonly Effect[] => during(seen, [], what);

function begun({ context, event }: Seen): VersionUpdate | undefined {
  const world = worldOf(event);
  const [nodegroup, group] = [nodegroupOf(world, context.id), groupOf(world, context.autoScaling)];
  if (event.type !== 'version.wanted' || nodegroup === undefined || group === undefined) return undefined;
  const { update: id, version, force } = event;
  const former = { template: group.LaunchTemplate.Version, version: nodegroup.version };
  const template = String(Number(former.template) + 1);
  return { id, version, force, template, former, sizes: nodegroup.scalingConfig, batch: [], draining: [] };
}

const isMinimal = ({ context, event }: Seen): boolean => nodegroupOf(worldOf(event), context.id)?.updateConfig.updateStrategy === 'MINIMAL';

const issue = (world: World, { id, autoScaling }: Memory, message: string): Effect =>
  patch(id, {
    health: {
      issues: [{ code: 'AsgInstanceLaunchFailures', message, resourceIds: [groupOf(world, autoScaling)?.AutoScalingGroupName ?? ''] }],
    },
  });

const machine = setup({
  types: { context: {} as Memory, events: {} as Event, input: {} as Beginning<Pick<Pair, 'autoScaling'>> },
  guards: {
    isMinimal,
    hasIssue: ({ context, event }) => (nodegroupOf(worldOf(event), context.id)?.health.issues.length ?? 0) > 0,
    isScaledUp: (seen) =>
      during(seen, false, (world, { template }) =>
        [allJoined, isInEachZone].every((holds) => holds(world, seen.context.autoScaling, template)),
      ),
    isBlocked: ({ context: { update }, event }) =>
      event.type === 'drain.ended' && !event.drained && update?.force === false && update.draining.includes(event.node),
    isLast: ({ context: { update }, event }) =>
      event.type === 'drain.ended' && update?.draining.length === 1 && update.draining.includes(event.node),
    isOfBatch: ({ context: { update }, event }) => event.type === 'drain.ended' && (update?.draining.includes(event.node) ?? false),
    isReplaced: (seen) =>
      during(
        seen,
        false,
        (world, update) =>
          phase.batchIsGone(world, seen.context, update) &&
          (!isMinimal(seen) || allJoined(world, seen.context.autoScaling, update.template)),
      ),
    noneOld: (seen) => during(seen, true, (world, { template }) => oldNodes(world, seen.context.id, template).length === 0),
    isDown: (seen) => during(seen, true, (world, update) => phase.isDown(world, seen.context, update)),
    canStep: ({ context, event }) => phase.canStepDown(worldOf(event), context),
  },
  actions: {
    say: ({ context }, { status }: { status: string }) => patch(context.id, { status }),
    setConfig: ({ context, event }) =>
      event.type === 'config.wanted'
        ? [
            patch(context.id, { ...event.config }),
            phase.setSizes(context, event.config.scalingConfig),
            patch(event.update, { status: 'Successful' }),
          ]
        : [],
    begin: assign({ update: begun }),
    setTemplate: (seen) => effects(seen, (_, { version, template }) => [phase.setTemplate(seen.context, version, template)]),
    scaleUp: (seen) => effects(seen, (world, update) => phase.scaleUp(world, seen.context, update)),
    cordonOld: (seen) => effects(seen, (world, update) => phase.cordonOld(world, seen.context, update)),
    choose: assign({
      update: (seen) =>
        during<VersionUpdate | undefined>(seen, undefined, (world, update) => {
          const batch = phase.nextBatch(world, seen.context, update);
          return { ...update, batch, draining: batch.map(({ node }) => node) };
        }),
    }),
    drainBatch: ({ context }) =>
      (context.update?.draining ?? []).flatMap((node) => phase.beginDrain({ node, limit: phase.EVICTION_LIMIT, tell: context.id })),
    drained: assign({
      update: ({ context: { update }, event }) =>
        update && event.type === 'drain.ended' ? { ...update, draining: update.draining.filter((node) => node !== event.node) } : update,
    }),
    releaseBatch: (seen) => effects(seen, (_, update) => phase.releaseBatch(seen.context, update)),
    fail: (seen, { code }: { code: Failure }) => effects(seen, (world, update) => phase.giveUp(world, seen.context, update, code)),
    stepSoon: () => remind({ type: 'step' } satisfies Step, nodeGroupTimings.step, 'step'),
    stepDown: (seen) => effects(seen, (world, update) => phase.stepDown(world, seen.context, update)),
    succeed: (seen) =>
      effects(seen, (world, { id, version }) =>
        world.objects.get(id)?.body['status'] === 'InProgress'
          ? [patch(seen.context.id, { version }), patch(id, { status: 'Successful' })]
          : [],
      ),
    forget: assign({ update: undefined }),
    drainLeaving: ({ context, event }) =>
      event.type === 'instance.leaving' ? phase.drainLeaving(worldOf(event), context, event.instance) : [],
    releaseLeaving: ({ context, event }) => (event.type === 'drain.ended' ? phase.releaseLeaving(worldOf(event), context, event.node) : []),
    noteIssue: ({ context, event }) => (event.type === 'launch.failed' ? issue(worldOf(event), context, event.message) : []),
    clearIssue: ({ context }) => patch(context.id, { health: { issues: [] } }),
  },
  delays: { setup: nodeGroupTimings.setup, join: nodeGroupTimings.join, pause: phase.PAUSE },
}).createMachine({
  id: 'eks-nodegroup',
  context: ({ input: { id, autoScaling } }) => ({ id, autoScaling, update: undefined }),
  initial: 'ACTIVE',
  on: {
    'instance.leaving': { actions: 'drainLeaving' },
    'drain.ended': { actions: 'releaseLeaving' },
    'launch.failed': { actions: 'noteIssue' },
    'launch.worked': { actions: 'clearIssue' },
  },
  states: {
    ACTIVE: {
      entry: { type: 'say', params: { status: 'ACTIVE' } },
      on: { 'config.wanted': 'Configuring', 'version.wanted': 'SettingUp', 'launch.failed': { target: 'DEGRADED', actions: 'noteIssue' } },
    },
    DEGRADED: {
      entry: { type: 'say', params: { status: 'DEGRADED' } },
      on: { 'config.wanted': 'Configuring', 'version.wanted': 'SettingUp', 'launch.worked': { target: 'ACTIVE', actions: 'clearIssue' } },
    },
    Configuring: {
      entry: [{ type: 'say', params: { status: 'UPDATING' } }, 'setConfig'],
      after: { setup: 'Settling' },
    },
    SettingUp: {
      entry: [{ type: 'say', params: { status: 'UPDATING' } }, 'begin', 'setTemplate'],
      after: { setup: [{ guard: 'isMinimal', target: 'Upgrading', actions: 'cordonOld' }, { target: 'ScalingUp' }] },
    },
    ScalingUp: {
      entry: 'scaleUp',
      on: { 'object.stored': { guard: 'isScaledUp', target: 'Upgrading', actions: 'cordonOld' } },
      after: { join: { target: 'ScalingDown', actions: { type: 'fail', params: { code: 'NodeCreationFailure' } } } },
    },
    Upgrading: {
      initial: 'Choosing',
      states: {
        Choosing: { always: [{ guard: 'noneOld', target: '#down' }, { target: 'Draining' }] },
        Draining: {
          entry: ['choose', 'drainBatch'],
          on: {
            'drain.ended': [
              { guard: 'isBlocked', target: '#down', actions: { type: 'fail', params: { code: 'PodEvictionFailure' } } },
              { guard: 'isLast', target: 'Pausing', actions: 'drained' },
              { guard: 'isOfBatch', actions: 'drained' },
            ],
          },
        },
        Pausing: { after: { pause: 'Replacing' } },
        Replacing: {
          entry: ['releaseBatch', 'stepSoon'],
          on: {
            'instance.gone': { actions: 'stepSoon' },
            'object.stored': { actions: 'stepSoon' },
            step: { guard: 'isReplaced', target: 'Choosing' },
          },
          after: { join: { target: '#down', actions: { type: 'fail', params: { code: 'NodeCreationFailure' } } } },
        },
      },
    },
    ScalingDown: {
      id: 'down',
      entry: 'stepSoon',
      on: {
        step: [
          { guard: 'isDown', target: 'Settling' },
          { guard: 'canStep', actions: ['stepDown', 'stepSoon'] },
        ],
        'instance.gone': { actions: 'stepSoon' },
      },
    },
    Settling: {
      entry: ['succeed', 'forget'],
      always: [{ guard: 'hasIssue', target: 'DEGRADED' }, { target: 'ACTIVE' }],
    },
  },
});

const codes: Readonly<Record<string, string>> = {
  Configuring: 'setup',
  SettingUp: 'setup',
  ScalingUp: 'new-nodes',
  Draining: 'eviction',
  Pausing: 'pause',
  Replacing: 'termination',
  ScalingDown: 'scale-down',
};

/** The innermost state of a value such as `{ Upgrading: 'Draining' }`. */
const leaf = (value: unknown): string => (typeof value === 'object' && value !== null ? leaf(Object.values(value)[0]) : String(value));

function waits(state: string, { autoScaling, update }: Memory): readonly Wait[] {
  const code = codes[state];
  if (code === undefined) return [];
  const [draining] = update?.draining ?? [];
  return [{ code, on: draining ?? autoScaling }];
}

/** A managed node group: EKS scales it, and brings it to another version in four phases. */
export const nodeGroup: Behaviour = {
  machine,
  waits: ({ value, context }: { readonly value: unknown; readonly context: Memory }) => waits(leaf(value), context),
};
