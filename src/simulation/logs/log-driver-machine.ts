import { assign, setup } from 'xstate';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import { capacityOf, written } from './buffer.ts';
import { lifeLines, line, requestLines } from './lines.ts';
import { logDriverActions } from './log-driver-actions.ts';
import type { LogDriverArgs, LogDriverContext, LogDriverEvent, LogDriverInput } from './log-driver-context.ts';
import { groupOf, isReachable, rateOf, streamOf } from './log-driver-context.ts';
import { logSettings } from './log-settings.ts';
import { logGroupOf, logStreamOf } from './objects.ts';
import { BATCH_EVERY, CLOSED_VISIBLE, STREAM_OPENS } from './timings.ts';

/** Whether CloudWatch Logs takes a batch: it can be reached, and the stream is there. */
const isTaken = (args: LogDriverArgs): boolean =>
  isReachable(args) && logStreamOf(worldOf(args.event), streamOf(args.context)) !== undefined;

/** Lines that were written since the last batch. */
function newLines({ context, event }: LogDriverArgs): number {
  const world = worldOf(event);
  return Math.round((rateOf(context, world) * (world.time - context.since)) / 1000);
}

const perSecond = (lines: number): number => Math.round((lines * 1000) / BATCH_EVERY);

/** What happens with a batch: it is taken, refused, or kept for later. */
const batch = [
  { guard: 'isTaken', target: '#docker-log-driver.delivering', reenter: true, actions: ['collect', 'put', 'countDelivered'] },
  { guard: 'isReachable', target: '#docker-log-driver.refused', reenter: true, actions: ['collect', 'loseAll'] },
  { guard: 'overflows', target: '#docker-log-driver.full', actions: 'collect' },
  { target: '#docker-log-driver.buffering', reenter: true, actions: 'collect' },
] as const;

/** What a driver that has its stream does when its container ends: the last lines go at once, or are lost. */
const ending = {
  'container.exited': [
    { guard: 'isTaken', target: 'closed', actions: ['collect', 'noteLife', 'put', 'countDelivered'] },
    { target: 'closed', actions: ['collect', 'noteLife', 'loseAll'] },
  ],
  'container.lost': { target: 'closed', actions: ['collect', 'loseAll'] },
} as const;

/** The awslogs driver of a container. Its states are ours: no API tells of them. */
export const logDriverMachine = setup({
  types: { context: {} as LogDriverContext, events: {} as Arriving<LogDriverEvent>, input: {} as Beginning<LogDriverInput> },
  delays: { opens: STREAM_OPENS, batch: BATCH_EVERY, closedVisible: CLOSED_VISIBLE },
  guards: {
    isReachable,
    canOpen: (args: LogDriverArgs) =>
      isReachable(args) && (args.context.settings.createsGroup || logGroupOf(worldOf(args.event), groupOf(args.context)) !== undefined),
    isTaken,
    isQuiet: ({ context, event }: LogDriverArgs) => context.lines === 0 && rateOf(context, worldOf(event)) === 0,
    overflows: (args: LogDriverArgs) => args.context.lines + newLines(args) >= capacityOf(args.context.settings),
  },
  actions: {
    ...logDriverActions,
    noteLife: assign(({ context, event }) => {
      const world = worldOf(event);
      const said =
        event.type === 'container.exited'
          ? lifeLines.exited(event.exitCode)
          : event.type === 'container.stopping'
            ? lifeLines.stopping
            : lifeLines.started;
      const { lines, lost } = written(context.settings, context.lines, 1);
      const events = lost === 0 ? [...context.events, line(world.epoch + world.time, said)] : context.events;
      return { lines, events, lostInAll: context.lostInAll + lost };
    }),
    countFromNow: assign(({ event }) => ({ writes: true, since: worldOf(event).time })),
    collect: assign(({ context, event }) => {
      const world = worldOf(event);
      const wrote = newLines({ context, event });
      const { lines, lost } = isTaken({ context, event }) // full batches are sent on the way
        ? { lines: context.lines + wrote, lost: 0 }
        : written(context.settings, context.lines, wrote);
      const sample = lost > 0 ? [] : requestLines(world.epoch + world.time, wrote, (world.time - context.since) / Math.max(1, wrote));
      return {
        lines,
        delivered: 0,
        lost: perSecond(lost),
        lostInAll: context.lostInAll + lost,
        events: [...context.events, ...sample].slice(-8),
        since: world.time,
      };
    }),
    countDelivered: assign(({ context: { lines } }) => ({ lines: 0, events: [], delivered: perSecond(lines) })),
    loseAll: assign(({ context: { lines, lost, lostInAll } }) => ({
      lines: 0,
      events: [],
      lost: lost + perSecond(lines),
      lostInAll: lostInAll + lines,
    })),
  },
}).createMachine({
  id: 'docker-log-driver',
  context: ({ input: { id, container, task, name, launchType, options, level } }) => ({
    id,
    container,
    task,
    name,
    launchType,
    options,
    level,
    settings: logSettings(options),
    lines: 0,
    events: [],
    delivered: 0,
    lost: 0,
    lostInAll: 0,
    writes: false,
    since: 0,
  }),
  entry: 'appear',
  initial: 'opening',
  on: {
    'container.started': { actions: ['countFromNow', 'noteLife'] },
    'container.stopping': { actions: 'noteLife' },
  },
  states: {
    opening: {
      after: {
        opens: [
          { guard: 'canOpen', target: 'delivering', actions: 'createStream' },
          { target: 'failed', actions: 'refuseStart' },
        ],
      },
    },
    delivering: {
      entry: { type: 'show', params: 'delivering' },
      initial: 'collecting',
      on: ending,
      states: {
        collecting: { always: { guard: 'isQuiet', target: 'idle' }, after: { batch } },
        idle: {
          on: {
            'container.started': { target: 'collecting', actions: ['countFromNow', 'noteLife'] },
            'container.stopping': { target: 'collecting', actions: ['countFromNow', 'noteLife'] },
            'rate.changed': { target: 'collecting', actions: 'countFromNow' },
          },
        },
      },
    },
    buffering: { entry: { type: 'show', params: 'buffering' }, on: ending, after: { batch } },
    full: {
      entry: 'blockApplication',
      exit: 'unblockApplication',
      initial: 'waiting',
      on: ending,
      states: {
        waiting: {
          entry: { type: 'show', params: 'full' },
          after: { batch: [batch[0], batch[1], { target: 'waiting', reenter: true, actions: 'collect' }] },
        },
      },
    },
    refused: { entry: { type: 'show', params: 'refused' }, on: ending, after: { batch } },
    failed: { entry: { type: 'show', params: 'failed' }, after: { closedVisible: 'gone' } },
    closed: { entry: { type: 'show', params: 'closed' }, after: { closedVisible: 'gone' } },
    gone: { entry: 'leave', type: 'final' },
  },
});
