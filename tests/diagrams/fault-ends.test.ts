import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge, matches } from '../../src/model/goal.ts';
import type { Millis } from '../../src/model/json.ts';
import type { Resource } from '../../src/model/resource.ts';
import { toneOf } from '../../src/model/status.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import { beginRun, extendTo, type Run } from '../../src/simulation/engine/run.ts';
import type { FaultOffer, Scenario } from '../../src/simulation/engine/scenario.ts';
import type { Again, FaultEnd } from './fault-ends.ts';
import { faultEnds } from './fault-ends.ts';
import { scenarios, targetsOf } from './reader.ts';

const HALF_A_MINUTE: Millis = 30_000;
/** Long enough for the longest wait of a loop to have come more than once. */
const TWO_HOURS: Millis = 7_200_000;
/** A world at rest has been still for so long. */
const STILL_FOR: Millis = 600_000;

const rowOf = (diagram: string, fault: string): FaultEnd | undefined =>
  faultEnds.find((row) => row.diagram === diagram && row.fault === fault);

/** The frames of a run, one for each of its moments. */
function framesOf(run: Run): readonly Frame[] {
  const frames = [frameAt(run, 0)];
  for (let index = 1; index < run.length; index += 1) frames.push(frameAt(run, index, frames[index - 1]));
  return frames;
}

/** The target that a reader would choose: the one of that name, else one that runs, and of hosts the fullest. */
function targetOf(offer: FaultOffer, { diagram, on }: FaultEnd, frame: Frame): Resource {
  const rank = (one: Resource): number => (toneOf(one) === 'running' ? 1_000 : 0) + Number(one.details['running'] ?? 0);
  const [target] = targetsOf(offer, frame)
    .filter(({ name }) => on === undefined || name === on)
    .sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  if (target === undefined) throw new Error(`At ${frame.time} ms ${diagram} offers ${offer.id} on nothing ${on ?? ''}; see its row.`);
  return target;
}

/** What a reader does: breaks the target, then takes the actions of the row. */
function actsOf({ actions }: Scenario, fault: FaultOffer, row: FaultEnd, frame: Frame): readonly Act[] {
  const { then = {}, thenOn = 'web' } = row;
  const taken = Object.entries(then).map(([id, value]): Act => {
    const action = actions.find((one) => one.id === id);
    const resource = action && targetsOf(action, frame).find(({ name }) => name === thenOn);
    if (action === undefined || resource === undefined) throw new Error(`${row.diagram} offers no action ${id} on ${thenOn}.`);
    return { call: action.call(resource, frame, value) };
  });
  return [{ fault: fault.id, target: targetOf(fault, row, frame).id, on: true }, ...taken];
}

/** Everything that was said after a time: lines of the log, and the words of resources as they changed. */
function saidIn(frames: readonly Frame[], after: Millis): readonly string[] {
  const late = frames.filter(({ time }) => time >= after);
  const lines = late.flatMap(({ messages }) => messages.filter(({ log }) => log).map(({ text }) => text));
  const words = late.flatMap(({ changed, resources }) =>
    changed.flatMap((id) => {
      const { reason, text, details = {} } = resources.get(id) ?? {};
      return [reason, text, details['containerReason']].filter((word) => typeof word === 'string');
    }),
  );
  return [...new Set([...lines, ...words])];
}

/** The times after the deed at which the same thing happened again. */
function timesOf(again: Again, frames: readonly Frame[], after: Millis): readonly Millis[] {
  const happens = ({ messages, changed, resources }: Frame): boolean => {
    if ('log' in again) return messages.some(({ log, text }) => log && text.startsWith(again.log));
    return changed.some((id) => {
      const resource = resources.get(id);
      return resource?.kind === again.kind && matches(resource, again.where);
    });
  };
  return frames.filter((frame) => frame.time > after && happens(frame)).map(({ time }) => time);
}

const gapsOf = (times: readonly Millis[]): readonly Millis[] => times.slice(1).map((time, index) => time - (times[index] ?? 0));

function expectEnd({ end, at = HALF_A_MINUTE }: FaultEnd, frames: readonly Frame[]): void {
  if ('rest' in end) {
    const last = frames.findLast(({ changed }) => changed.length > 0);
    expect(last?.time, 'The world is not at rest.').toBeLessThan(TWO_HOURS - STILL_FOR);
    const waiting = [...(frames.at(-1)?.resources.values() ?? [])].filter(({ waitingFor = [] }) => waitingFor.length > 0);
    if (end.rest === 'steady') expect(waiting.map(({ name, waitingFor }) => ({ name, waitingFor }))).toEqual([]);
    else expect(waiting).not.toEqual([]);
    return;
  }
  const times = timesOf(end.again, frames, at);
  const gaps = gapsOf(times);
  expect(gaps.length, 'The loop goes round too seldom.').toBeGreaterThan(5);
  const [first = 0] = gaps;
  const longest = Math.max(...gaps);
  if (end.loop === 'throttled-restart' || end.loop === 'back-off') {
    expect(longest, 'The waits do not grow.').toBeGreaterThan(8 * first);
    // Chance makes a start longer or shorter by seconds, so only what grows by more can be told from the same wait.
    for (const [index, gap] of gaps.entries()) expect(gap).toBeGreaterThan((gaps[index - 1] ?? 0) - 10_000);
  } else {
    expect(TWO_HOURS - (times.at(-1) ?? 0), 'The loop has stopped.').toBeLessThan(2 * longest);
  }
}

const offers = scenarios.flatMap((scenario) => scenario.faults.map((fault) => ({ diagram: scenario.id, scenario, fault })));

describe('a fault that nobody repairs', () => {
  it.each(offers)('of $diagram, $fault.id, ends where the facts say', ({ diagram, scenario, fault }) => {
    const row = rowOf(diagram, fault.id);
    if (row === undefined) {
      throw new Error(`tests/diagrams/fault-ends.ts has no row for the fault ${fault.id} of ${diagram}; add one that says where it ends.`);
    }
    const long: Scenario = { ...scenario, horizon: TWO_HOURS };
    const { at = HALF_A_MINUTE } = row;
    const before = extendTo(beginRun(long, { inputs: [] }), at);
    const acts = actsOf(scenario, fault, row, frameAt(before, before.length - 1));
    const run = extendTo(beginRun(long, { inputs: acts.map((deed) => ({ at, ...deed })) }), TWO_HOURS);
    const frames = framesOf(run);
    const said = saidIn(frames, at);
    for (const wanted of row.says)
      expect(
        said.some((text) => text.includes(wanted)),
        `Nobody said “${wanted}”.`,
      ).toBe(true);
    expectEnd(row, frames);
    for (const goal of row.goals) expect({ goal, ...judge(goal, frameAt(run, run.length - 1)) }).toMatchObject({ met: true });
  });

  it('is offered by a diagram for each row of the table', () => {
    const known = new Set(offers.map(({ diagram, fault }) => `${diagram} ${fault.id}`));
    expect(faultEnds.map(({ diagram, fault }) => `${diagram} ${fault}`).filter((row) => !known.has(row))).toEqual([]);
  });
});
