import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameHash } from '../../../src/simulation/engine/frame-hash.ts';
import { frameAt } from '../../../src/simulation/engine/frame.ts';
import {
  act,
  beginRun,
  causesOf,
  extend,
  extendTo,
  forkAt,
  indexAt,
  lastMoment,
  logAt,
  momentAt,
  type Run,
} from '../../../src/simulation/engine/run.ts';
import type { Input } from '../../../src/model/api-call.ts';
import { fault, scale, taskArn, toyDomain, toyScenario, web } from './toy.ts';

const story = extendTo(beginRun(toyScenario()), 300_000);
const hashes = (run: Run): readonly string[] => Array.from({ length: run.length }, (_, index) => frameHash(frameAt(run, index)));

const deeds = fc.oneof(
  fc.nat(6).map(scale),
  fc.boolean().map((on) => fault('full', web, on)),
  fc.integer({ min: 1, max: 9 }).map((number) => fault('kill', taskArn(number))),
);
const inputs: fc.Arbitrary<readonly Input[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200_000 }), deeds), { maxLength: 8 })
  .map((list) => list.toSorted(([a], [b]) => a - b).map(([at, deed]) => ({ at, ...deed })));

describe('a run', () => {
  test('begins at time 0, with the world as it has become by then', () => {
    const { world } = momentAt(beginRun(toyScenario()), 0);
    expect(world.time).toBe(0);
    expect(world.objects.has(taskArn(3))).toBe(true);
  });

  test('is given wholly by scenario, seed and inputs', () => {
    fc.assert(
      fc.property(fc.nat(), inputs, (seed, list) => {
        const once = extendTo(beginRun(toyScenario(), { seed, inputs: list }), 300_000);
        const again = extendTo(beginRun(toyScenario(), { seed, inputs: list }), 300_000);
        expect(hashes(again)).toEqual(hashes(once));
      }),
      { numRuns: 20 },
    );
  });

  test('differs by its seed', () => {
    const other = extendTo(beginRun(toyScenario(), { seed: 8 }), 300_000);
    expect(hashes(other)).not.toEqual(hashes(story));
  });

  test('holds what was done at the time at which it was done', () => {
    expect(momentAt(story, indexAt(story, 29_999)).world.objects.get(web)?.body['desiredCount']).toBe(3);
    expect(momentAt(story, indexAt(story, 30_000)).world.objects.get(web)?.body['desiredCount']).toBe(5);
  });

  test('is done before the reader meets it what has a negative time', () => {
    const prepared = beginRun(toyScenario(), { inputs: [{ at: -1_000, ...scale(6) }] });
    expect(momentAt(prepared, 0).world.objects.get(web)?.body['desiredCount']).toBe(6);
    expect(momentAt(prepared, 0).applied).toBe(1);
  });

  test('lets what was due go before what the reader does at the same time', () => {
    const at = momentAt(story, 3).world.time;
    const run = extendTo(beginRun(toyScenario(), { inputs: [{ at, ...scale(0) }] }), at);
    const { messages, world } = lastMoment(run);
    expect(world.time).toBe(at);
    expect(messages[0]?.from).toBe('you');
    expect(momentAt(run, run.length - 2).world.time).toBe(at);
  });

  test('is not simulated again for a moment that was recorded', () => {
    const counting = countingScenario();
    const whole = extendTo(beginRun(counting.scenario), 300_000);
    const before = counting.count();
    for (const time of [100_000, 5_000, 299_000]) frameAt(whole, indexAt(whole, time));
    extendTo({ ...whole, length: 3 }, 200_000);
    expect(counting.count()).toBe(before);
  });

  test('forks at no cost, and the fork equals a run that went there', () => {
    fc.assert(
      fc.property(fc.nat(story.length - 1), deeds, (index, deed) => {
        const { time } = momentAt(story, index).world;
        const { run: forked } = act(story, index, time, deed);
        const went = extendTo(beginRun(toyScenario(), { inputs: forked.inputs }), 300_000);
        expect(hashes(extendTo(forked, 300_000))).toEqual(hashes(went));
      }),
      { numRuns: 20 },
    );
  });

  test('is left alone by its forks', () => {
    const before = hashes(story);
    extendTo(act(story, 5, momentAt(story, 5).world.time, scale(9)).run, 300_000);
    extendTo(forkAt(story, 7), 300_000);
    expect(hashes(story)).toEqual(before);
    expect(extend(story)).toBeUndefined();
  });

  test('gives up the story from where the reader takes over', () => {
    const taken = extendTo(act(story, indexAt(story, 10_000), 10_000, scale(4)).run, 300_000);
    expect(lastMoment(taken).world.objects.get(web)?.body['desiredCount']).toBe(4);
  });

  test('keeps the log lines up to a moment', () => {
    const lines = logAt(story, story.length - 1).map(({ text }) => text);
    expect(lines).toContain('(service web) has started 2 tasks.');
    expect(logAt(story, indexAt(story, 29_999))).toHaveLength(0);
  });

  test('knows the chain of causes back to the reader', () => {
    const index = indexAt(story, 60_000);
    const chain = causesOf(story, index, taskArn(5));
    expect(chain.at(-1)).toMatchObject({ from: 'you', type: 'UpdateService', text: 'set desired count to 5' });
  });
});

/** The toy with a count of how often a machine of the world was moved, seen from its measures. */
function countingScenario() {
  let counted = 0;
  const { ecs } = toyDomain.apis;
  const domain = {
    ...toyDomain,
    apis: {
      ecs: (...parameters: Parameters<NonNullable<typeof ecs>>) => {
        counted += 1;
        if (ecs === undefined) throw new Error('The toy has an API.');
        return ecs(...parameters);
      },
    },
    ownerOf: (object: Parameters<typeof toyDomain.ownerOf>[0]) => {
      counted += 1;
      return toyDomain.ownerOf(object);
    },
  };
  return { scenario: toyScenario({ domain }), count: () => counted };
}
