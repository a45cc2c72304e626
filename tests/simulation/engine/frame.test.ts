import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../../src/model/frame.ts';
import { frameHash } from '../../../src/simulation/engine/frame-hash.ts';
import { frameAt } from '../../../src/simulation/engine/frame.ts';
import { beginRun, extendTo, indexAt, momentAt } from '../../../src/simulation/engine/run.ts';
import { taskArn, toyScenario, web } from './toy.ts';

const run = extendTo(beginRun(toyScenario()), 300_000);

/** The frames along a walk of indexes, each made from the one before. */
function walked(indexes: readonly number[]): readonly Frame[] {
  const frames: Frame[] = [];
  for (const index of indexes) frames.push(frameAt(run, index, frames.at(-1)));
  return frames;
}

describe('a frame', () => {
  test('is the same however a view came to it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(run.length - 1), { minLength: 1, maxLength: 12 }), (indexes) => {
        const alone = indexes.map((index) => frameHash(frameAt(run, index)));
        expect(walked(indexes).map(frameHash)).toEqual(alone);
      }),
    );
  });

  test('is equal after n steps forward, n back and n forward', () => {
    const there = Array.from({ length: run.length }, (_, index) => index);
    const frames = walked([...there, ...there.toReversed(), ...there]);
    const hash = (from: number) => frames.slice(from, from + run.length).map(frameHash);
    expect(hash(2 * run.length)).toEqual(hash(0));
    expect(hash(run.length).toReversed()).toEqual(hash(0));
  });

  test('shares with the one before every resource that did not change', () => {
    const index = indexAt(run, 60_000);
    const before = frameAt(run, index - 1);
    const after = frameAt(run, index, before);
    for (const [id, resource] of after.resources) expect(resource === before.resources.get(id)).toBe(!after.changed.includes(id));
    expect(after.changed.length).toBeGreaterThan(0);
    expect(after.changed.length).toBeLessThan(after.resources.size);
  });

  test('leaves out what was removed', () => {
    const gone = frameAt(run, run.length - 1, frameAt(run, indexAt(run, 95_000)));
    expect(frameAt(run, indexAt(run, 95_000)).resources.get(taskArn(2))?.status).toBe('STOPPED');
    expect(gone.resources.has(taskArn(2))).toBe(false);
    expect(gone.relations.has(taskArn(2))).toBe(false);
  });

  test('says what an actor waits for since it came to wait, and what others make it wait for at each moment', () => {
    const start = momentAt(run, 0).world;
    const at = (index: number, id: string) => frameAt(run, index).resources.get(id)?.waitingFor;
    expect(start.objects.get(taskArn(1))?.body['lastStatus']).toBe('PROVISIONING');
    expect(at(0, taskArn(1))).toEqual([{ code: 'start', values: { at: 0 } }]);
    expect(at(0, web)).toEqual([{ code: 'tasks', values: { missing: 3 } }]);
    expect(at(indexAt(run, 29_000), web)).toBeUndefined();
  });

  test('holds the messages and the measures of its moment', () => {
    const { messages, measures } = frameAt(run, indexAt(run, 30_000));
    expect(messages.map(({ from, type }) => `${from} ${type}`)).toContain('you UpdateService');
    expect(measures).toEqual({ running: 3 });
  });
});
