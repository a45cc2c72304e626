import { setup } from 'xstate';
import type { Id } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, patch, put } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import type { LogEvent, LogGroupBody, LogStreamBody } from './objects.ts';
import { logGroupOf, logStreamOf } from './objects.ts';

/** What a driver asks of a log group. */
export type LogGroupEvent =
  | { readonly type: 'logs.createStream'; readonly stream: Id; readonly name: string }
  | { readonly type: 'logs.put'; readonly stream: Id; readonly bytes: number; readonly events: readonly LogEvent[] };

/** So many of the newest events of a stream are kept. */
const EVENTS_KEPT = 8;

const now = (world: World): number => world.epoch + world.time;

/** A new log group: nothing in it, and it keeps everything for ever. */
export function newLogGroup(world: Pick<World, 'epoch' | 'time'>, logGroupArn: Id, retentionInDays?: number): readonly Effect[] {
  const body: LogGroupBody = {
    logGroupName: logGroupArn.slice(logGroupArn.indexOf(':log-group:') + ':log-group:'.length),
    logGroupArn,
    creationTime: world.epoch + world.time,
    storedBytes: 0,
    ...(retentionInDays === undefined ? {} : { retentionInDays }),
  };
  return [put({ id: logGroupArn, kind: 'logs-log-group', body }), begin(logGroupArn, 'logs-log-group')];
}

/** A log group: it makes streams and takes events into them. */
export const logGroupMachine = setup({
  types: { context: {} as { readonly id: Id }, events: {} as Arriving<LogGroupEvent>, input: {} as Beginning },
  actions: {
    createStream: ({ event }) => {
      if (event.type !== 'logs.createStream') return [];
      const body: LogStreamBody = { logStreamName: event.name, arn: event.stream, creationTime: now(worldOf(event)), events: [] };
      return put({ id: event.stream, kind: 'logs-log-stream', body });
    },
    takeEvents: ({ context: { id }, event }) => {
      if (event.type !== 'logs.put') return [];
      const world = worldOf(event);
      const before = logStreamOf(world, event.stream)?.events ?? [];
      return [
        patch(event.stream, { lastIngestionTime: now(world), events: [...before, ...event.events].slice(-EVENTS_KEPT) }),
        patch(id, { storedBytes: (logGroupOf(world, id)?.storedBytes ?? 0) + event.bytes }),
      ];
    },
  },
}).createMachine({
  id: 'logs-log-group',
  context: ({ input }) => ({ id: input.id }),
  initial: 'active',
  states: { active: { on: { 'logs.createStream': { actions: 'createStream' }, 'logs.put': { actions: 'takeEvents' } } } },
});
