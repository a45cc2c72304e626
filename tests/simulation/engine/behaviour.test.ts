import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign, cancel, createActor, enqueueActions, raise, setup, SimulatedClock } from 'xstate';
import { begin, log, send } from '../../../src/simulation/engine/effect.ts';
import { ecsProjectors } from '../../../src/model/project-ecs.ts';
import type { Domain } from '../../../src/simulation/engine/domain.ts';
import { advance, apply, request, waitUntil } from '../../../src/simulation/engine/step.ts';
import { emptyWorld, type World } from '../../../src/simulation/engine/world.ts';

type Event = { readonly type: 'go' | 'stop' | 'more' | 'tick' | 'late' };

/** Everything of XState that worlds are to rely on: parallel states, guards and actions with parameters, computed delays, cancel, raise. */
const probe = setup({
  types: { context: {} as { readonly count: number; readonly notes: number }, events: {} as Event },
  guards: { above: ({ context }, { limit }: { readonly limit: number }) => context.count > limit },
  delays: { growing: ({ context }) => 100 * (context.count + 1), short: 50 },
  actions: {
    count: assign({ count: ({ context }) => context.count + 1 }),
    note: (_, { text }: { readonly text: string }) => log('probe', text),
    forget: cancel('late'),
  },
}).createMachine({
  context: { count: 0, notes: 0 },
  type: 'parallel',
  states: {
    work: {
      initial: 'idle',
      states: {
        idle: { on: { go: 'busy' }, entry: { type: 'note', params: { text: 'idle' } } },
        busy: {
          entry: 'count',
          after: {
            growing: [
              { guard: { type: 'above', params: { limit: 4 } }, target: 'done' },
              {
                target: 'resting',
                actions: enqueueActions(({ enqueue, check, context }) => {
                  enqueue.assign({ notes: ({ context: { notes } }) => notes + 1 });
                  if (check({ type: 'above', params: { limit: 2 } }))
                    enqueue({ type: 'note', params: { text: `above 2 at ${context.count}` } });
                  enqueue.raise({ type: 'late' }, { delay: 70, id: 'late' });
                }),
              },
            ],
          },
          on: { stop: { target: 'idle', actions: ['forget', raise({ type: 'tick' })] } },
        },
        resting: { after: { short: 'busy', 120: 'idle' }, on: { more: { target: 'resting', reenter: true } } },
        done: { entry: { type: 'note', params: { text: 'done' } }, on: { stop: 'idle' } },
      },
    },
    watch: {
      initial: 'calm',
      states: {
        calm: { on: { tick: 'alarmed', late: { actions: { type: 'note', params: { text: 'late while calm' } } } } },
        alarmed: { after: { 200: 'calm' }, on: { late: 'calm' }, entry: { type: 'note', params: { text: 'alarmed' } } },
      },
    },
  },
});

interface Trace {
  readonly notes: readonly string[];
  /** The state after each instant in which something happened. */
  readonly states: ReadonlyMap<number, string>;
}

type Story = readonly { readonly at: number; readonly type: Event['type'] }[];

const END = 3_000;

function live(story: Story): Trace {
  const clock = new SimulatedClock();
  const notes: string[] = [];
  const states = new Map<number, string>();
  const told = probe.provide({ actions: { note: (_, { text }) => void notes.push(`${clock.now()} ${text}`) } });
  const actor = createActor(told, { clock });
  actor.subscribe(({ value, context }) => states.set(clock.now(), JSON.stringify([value, context])));
  actor.start();
  const until = (time: number): void => {
    for (let now = clock.now() + 1; now <= time; now += 1) clock.set(now);
  };
  for (const { at, type } of story) {
    until(at);
    actor.send({ type });
  }
  until(END);
  return { notes, states };
}

const domain: Domain = {
  projectors: ecsProjectors,
  behaviours: { probe: { machine: probe } },
  apis: {
    ecs: (call) => ({
      reply: { ok: true, body: null },
      effects: [send('probe', { type: 'operation' in call ? call.operation : '' }, 'told')],
      about: 'probe',
      text: 'told',
    }),
  },
  faults: {},
  measures: () => ({}),
  ownerOf: () => undefined,
};

function simulated(story: Story): Trace {
  const notes: string[] = [];
  const states = new Map<number, string>();
  let { world, messages } = apply(emptyWorld(domain, 1, 0, 0), [begin('probe', 'probe')]);
  const note = (): World => {
    const snapshot = world.actors.get('probe')?.snapshot;
    states.set(world.time, JSON.stringify([snapshot?.value, snapshot?.context]));
    for (const { log: isLog, at, text } of messages) if (isLog) notes.push(`${at} ${text}`);
    return world;
  };
  note();
  const until = (time: number): void => {
    while (world.queue !== undefined && world.queue.head.at <= time) {
      ({ world, messages } = advance(world) ?? { world, messages });
      note();
    }
  };
  for (const { at, type } of story) {
    until(at);
    [{ world, messages }] = request(waitUntil(world, at), { api: 'ecs', operation: type, input: {} });
    note();
  }
  until(END);
  return { notes, states };
}

const stories: fc.Arbitrary<Story> = fc
  .array(
    fc.record({ at: fc.nat(1_500), type: fc.constantFrom('go', 'stop', 'more', 'tick') }),
    { maxLength: 15 },
  )
  .map((list) => list.toSorted((a, b) => a.at - b.at)); // prettier-ignore

test('a machine in a world goes through the same states at the same times as a live XState actor', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { notes, states } = simulated(story);
      const truth = live(story);
      expect(notes).toEqual(truth.notes);
      for (const [time, state] of truth.states) expect([time, states.get(time)]).toEqual([time, state]);
    }),
    {
      numRuns: 200,
      examples: [
        [[{ at: 0, type: 'go' }]],
        [
          [
            { at: 10, type: 'go' },
            { at: 240, type: 'stop' },
            { at: 250, type: 'go' },
          ],
        ],
      ],
    },
  );
});
