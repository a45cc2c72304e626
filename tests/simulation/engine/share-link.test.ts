import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../../src/model/api-call.ts';
import type { Json } from '../../../src/model/json.ts';
import { frameHash } from '../../../src/simulation/engine/frame-hash.ts';
import { frameAt } from '../../../src/simulation/engine/frame.ts';
import { act, beginRun, extendTo, indexAt } from '../../../src/simulation/engine/run.ts';
import { decodeShare, encodeShare, fragmentOf, openFragment, type Share } from '../../../src/simulation/engine/share-link.ts';
import { isShareFragment } from '../../../src/simulation/engine/share-fragment.ts';
import { scale, toyScenario } from './toy.ts';

const words = fc.string({ unit: 'binary' });
const body = fc.dictionary(words, fc.jsonValue() as fc.Arbitrary<Json>, { noNullPrototype: true }); // fast-check types JSON loosely
const at = fc.integer({ min: -1_000, max: 1_000_000 });
const input: fc.Arbitrary<Input> = fc.oneof(
  fc.record({ at, fault: words, target: words, on: fc.boolean() }),
  fc.record({ at, call: fc.record({ api: fc.constantFrom('ecs', 'eks', 'elbv2', 'ec2'), operation: words, input: body }) }),
  fc.record({ at, call: fc.record({ api: fc.constant('kubernetes'), verb: fc.constantFrom('create', 'delete'), path: words, body }) }),
);
const share: fc.Arbitrary<Share> = fc.record({
  scenario: words,
  seed: fc.integer(),
  position: fc.nat(),
  inputs: fc.oneof(fc.constant('story' as const), fc.array(input)),
});

const refusal = (fragment: string) => {
  const opened = openFragment(fragment, toyScenario());
  return opened.ok ? undefined : opened.problem;
};
const toy: Share = { scenario: 'toy', seed: 7, position: 0, inputs: 'story' };

describe('a share link', () => {
  test('holds whatever it was made of, in characters that a fragment may have', () => {
    fc.assert(
      fc.property(share, (one) => {
        const fragment = encodeShare(one);
        expect(fragment).toMatch(/^[\w.-]+$/);
        expect(isShareFragment(`#${fragment}`)).toBe(true);
        const decoded = decodeShare(`#${fragment}`);
        expect(decoded).toEqual({ ok: true, value: parse(one) });
      }),
    );
  });

  test('opens at the moment that it was made of', () => {
    const start = extendTo(beginRun(toyScenario()), 20_000);
    const { run } = act(start, indexAt(start, 20_000), 20_000, scale(6));
    const long = extendTo(run, 80_000);
    const opened = openFragment(fragmentOf(long, 75_000), toyScenario());
    if (!opened.ok) throw new Error(opened.problem.text);
    const { value } = opened;
    expect(value.time).toBe(75_000);
    expect(frameHash(frameAt(value.run, indexAt(value.run, 75_000)))).toBe(frameHash(frameAt(long, indexAt(long, 75_000))));
  });

  test('need not hold the story', () => {
    const fragment = fragmentOf(beginRun(toyScenario()), 1_000);
    expect(decodeShare(fragment)).toMatchObject({ ok: true, value: { inputs: 'story' } });
    expect(fragment.length).toBeLessThan(60);
  });

  test('is told from other fragments', () => {
    expect(isShareFragment('#your-account')).toBe(false);
  });

  test.each([
    ['that is cut off', encodeShare(toy).slice(0, -6), 'broken'],
    ['that is no link at all', '#your-account', 'broken'],
    ['that is too long', `run.1.${'A'.repeat(200_000)}`, 'broken'],
    ['of another version', encodeShare(toy).replace('run.1', 'run.9'), 'version'],
    ['to another diagram', encodeShare({ ...toy, scenario: 'else' }), 'scenario'],
    [
      'with something that cannot be done',
      encodeShare({ ...toy, inputs: [{ at: 1, fault: 'no such fault', target: 'x', on: true }] }),
      'inputs',
    ],
    [
      'with an API that this world lacks',
      encodeShare({ ...toy, inputs: [{ at: 1, call: { api: 'ec2', operation: 'Do', input: {} } }] }),
      'inputs',
    ],
    ['with an input of an unknown shape', `run.1.${btoa('["toy",7,0,[[1,{"api":"ecs"}]]]').replace(/=+$/, '')}`, 'inputs'],
    ['without a moment', `run.1.${btoa('["toy"]').replace(/=+$/, '')}`, 'broken'],
  ])('%s is refused with one clear sentence', (_, fragment, code) => {
    expect(refusal(fragment)).toMatchObject({ code, text: expect.stringMatching(/^This link .*\. The diagram begins afresh\.$/) });
  });

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          words,
          words.map((word) => `run.1.${word}`),
          fc.jsonValue().map((value) => `run.1.${btoa(encodeURI(JSON.stringify(value)))}`),
        ),
        (fragment) => {
          expect(openFragment(fragment, toyScenario()).ok).toBe(false);
        },
      ),
    );
  });
});

/** What JSON leaves of a value. */
const parse = (one: Share): unknown => JSON.parse(JSON.stringify(one));
