import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../src/model/kind.ts';
import { frameHash } from '../../../src/simulation/engine/frame-hash.ts';
import { beginRun, momentAt } from '../../../src/simulation/engine/run.ts';
import { createPlayer, type Player } from '../../../src/simulation/engine/transport.ts';
import { fault, scale, taskArn, toyScenario, web } from './toy.ts';

const drawn = new Set<Kind>(['ecs-service', 'ecs-task']);
const player = (): Player => createPlayer(beginRun(toyScenario()), { drawn });
const repeat = (count: number, deed: () => void): void => {
  for (let i = 0; i < count; i += 1) deed();
};
const seen = ({ getState }: Player): string => frameHash(getState().frame);

describe('a player', () => {
  test('waits at the opening until somebody acts', () => {
    const { getState, tick } = player();
    tick(1_000);
    expect(getState()).toMatchObject({ index: 0, time: 0, status: 'idle', speed: 1 });
  });

  test('shows equal frames after n steps, n back and n again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
        const one = player();
        const start = seen(one);
        repeat(count, one.step);
        const there = seen(one);
        repeat(count, one.stepBack);
        expect(seen(one)).toBe(start);
        repeat(count, one.step);
        expect(seen(one)).toBe(there);
      }),
      { numRuns: 10 },
    );
  });

  test('steps only to moments at which something drawn is different', () => {
    const one = player();
    const few = createPlayer(beginRun(toyScenario()), { drawn: new Set<Kind>(['ecs-cluster']) });
    const looks = new Set<string>();
    const shown = () =>
      JSON.stringify([
        [...one.getState().frame.resources].map(([id, { status, details }]) => [id, status, details]),
        one.getState().frame.measures,
      ]);
    looks.add(shown());
    let steps = 0;
    for (one.step(); one.getState().status !== 'at end'; one.step()) {
      looks.add(shown());
      steps += 1;
    }
    expect(looks.size).toBeGreaterThan(10);
    let fewer = 0;
    for (few.step(); few.getState().status !== 'at end'; few.step()) fewer += 1;
    expect(fewer).toBeLessThan(steps);
  });

  test('steps to the end of the rail and back from it', () => {
    const one = player();
    repeat(200, one.step);
    expect(one.getState()).toMatchObject({ time: 300_000, status: 'at end' });
    one.stepBack();
    expect(one.getState().status).toBe('paused');
    expect(one.getState().time).toBeLessThan(300_000);
  });

  test('steps back to the change before, also from between two moments', () => {
    const one = player();
    one.seek(30_500);
    one.stepBack();
    expect(one.getState().time).toBe(30_000);
  });

  test('goes to any time within the rail', () => {
    const one = player();
    one.seek(999_999);
    expect(one.getState()).toMatchObject({ time: 300_000, status: 'at end' });
    one.seek(-5);
    expect(one.getState()).toMatchObject({ time: 0, index: 0, status: 'paused' });
  });

  test('plays at its speed while something changes', () => {
    const one = player();
    one.play();
    one.setSpeed(4);
    one.tick(100);
    expect(one.getState()).toMatchObject({ time: 400, status: 'playing' });
    one.pause();
    one.tick(100);
    expect(one.getState()).toMatchObject({ time: 400, status: 'paused' });
  });

  test('passes a stretch without change in about a second, and then stops at the end', () => {
    const one = player();
    one.seek(160_000);
    one.play();
    let passed = 0;
    for (; one.getState().status === 'playing'; passed += 50) one.tick(50);
    expect(one.getState()).toMatchObject({ time: 300_000, status: 'at end' });
    expect(passed).toBeLessThan(1_200);
    one.play();
    expect(one.getState()).toMatchObject({ time: 0, status: 'playing' });
  });

  test('shows what an act did before it returns', () => {
    const one = player();
    one.seek(20_000);
    expect(one.act(scale(1))).toEqual({ ok: true, body: {} });
    expect(one.getState()).toMatchObject({ time: 20_000, status: 'paused' });
    expect(one.getState().frame.resources.get(web)?.details['desired']).toBe(1);
  });

  test('goes on playing through an act', () => {
    const one = player();
    one.play();
    one.act(fault('full'));
    expect(one.getState().status).toBe('playing');
  });

  test('keeps what the reader had done later as a branch, and returns to it', () => {
    const one = player();
    one.seek(20_000);
    one.act(scale(1));
    expect(one.getState().branches).toHaveLength(0);
    one.seek(50_000);
    one.act(scale(6));
    one.seek(40_000);
    const before = one.getState();
    one.act(fault('kill', taskArn(1)));
    const [branch] = one.getState().branches;
    expect(branch).toMatchObject({ index: before.index, time: 40_000 });
    one.returnTo(branch?.id ?? -1);
    expect(one.getState().run.inputs).toEqual(before.run.inputs);
    expect(seen(one)).toBe(frameHash(before.frame));
    expect(one.getState().branches).toHaveLength(1);
  });

  test('forks without the rest of the story, and keeps the run that it left', () => {
    const one = player();
    one.seek(20_000);
    one.fork();
    expect(one.getState()).toMatchObject({ time: 20_000, branches: [{ time: 20_000 }] });
    one.seek(100_000);
    expect(one.getState().frame.resources.get(web)?.details['desired']).toBe(3);
  });

  test('begins again with the story, and keeps a run of the reader’s own', () => {
    const one = player();
    const start = seen(one);
    one.act(scale(0));
    one.seek(60_000);
    one.reset();
    expect(one.getState()).toMatchObject({ index: 0, time: 0, status: 'idle', branches: [{ time: 60_000 }] });
    expect(seen(one)).toBe(start);
    one.reset();
    expect(one.getState().branches).toHaveLength(1);
  });

  test('looks ahead in slices until the run is whole, without moving', () => {
    const one = player();
    let slices = 1;
    while (one.lookAhead(5)) slices += 1;
    const { run, quiet, time } = one.getState();
    expect(slices).toBeGreaterThan(1);
    expect(time).toBe(0);
    expect(momentAt(run, run.length - 1).world.time).toBeGreaterThan(100_000);
    expect(quiet.at(-1)?.to).toBe(300_000);
    for (const { from, to } of quiet) expect(to - from).toBeGreaterThanOrEqual(5_000);
  });

  test('tells its listeners of a new state until they leave', () => {
    const one = player();
    let told = 0;
    const leave = one.subscribe(() => {
      told += 1;
    });
    const before = one.getState();
    expect(one.getState()).toBe(before);
    one.step();
    expect(one.getState()).not.toBe(before);
    leave();
    one.step();
    expect(told).toBe(1);
  });

  test('keeps the frame of a moment while time passes within it', () => {
    const one = player();
    one.seek(200_000);
    const { frame } = one.getState();
    one.seek(200_001);
    expect(one.getState().frame).toBe(frame);
  });
});

describe('a player that is asked for a run up to a time', () => {
  const inputs = [{ at: 20_000, ...scale(5) }];
  const shown = (): Player => {
    const one = player();
    one.playUntil(beginRun(toyScenario(), { inputs }), 40_000);
    return one;
  };

  test('plays it from the opening and halts there, in the middle of a tick', () => {
    const one = shown();
    expect(one.getState()).toMatchObject({ time: 0, status: 'playing' });
    repeat(400, () => {
      one.tick(170);
    });
    expect(one.getState()).toMatchObject({ time: 40_000, status: 'paused' });
    expect(one.getState().run.inputs).toBe(inputs);
  });

  test('goes on from there when the reader plays, and does not halt again', () => {
    const one = shown();
    one.seek(40_000);
    one.play();
    one.tick(200);
    expect(one.getState().status).toBe('playing');
    expect(one.getState().time).toBeGreaterThan(40_000);
  });

  test('does not halt a run that the reader changed', () => {
    const one = shown();
    one.act(scale(2));
    repeat(400, () => {
      one.tick(170);
    });
    expect(one.getState().time).toBeGreaterThan(40_000);
  });
});
