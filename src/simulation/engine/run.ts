import type { Act, Input, Reply } from '../../model/api-call.ts';
import type { Message } from '../../model/frame.ts';
import type { Id, Millis } from '../../model/json.ts';
import type { Scenario } from './scenario.ts';
import { storyOf } from './scenario.ts';
import type { Step } from './draft.ts';
import { advance, apply, inject, request, waitUntil } from './step.ts';
import type { World } from './world.ts';
import { emptyWorld } from './world.ts';
import { writtenFor } from './written.ts';

/** Real time of simulated time 0 in every scenario, so that the same run prints the same dates everywhere. */
const EPOCH = Date.UTC(2026, 10, 23, 9, 0, 0);

/** One recorded moment of a run: the world after it, and what made it differ from the moment before. */
export interface Moment {
  readonly world: World;
  readonly changed: readonly Id[];
  readonly messages: readonly Message[];
  /** Length of the run's log up to and with this moment. */
  readonly logged: number;
  /** Length of the list of inputs that had been applied by now. */
  readonly applied: number;
}

/** What the shorter and longer runs of the same inputs share: moments are only ever appended. */
interface Recording {
  readonly moments: Moment[];
  readonly log: Message[];
}

/**
 * A history of a world: scenario, seed and inputs give it wholly. An immutable value; a run that goes on shares the
 * recorded moments with the one it came from, a fork keeps those of its past, and no moment is ever computed twice.
 */
export interface Run {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly inputs: readonly Input[];
  /** How many moments of the recording belong to this run. */
  readonly length: number;
  readonly recording: Recording;
}

/**
 * Begins a run at the scenario's opening moment. Without inputs of its own it tells the scenario's story.
 * Inputs at negative times are done before the reader meets the world: they prepare it.
 */
export function beginRun(scenario: Scenario, options: { readonly seed?: number; readonly inputs?: readonly Input[] } = {}): Run {
  const { seed = scenario.seed, inputs = storyOf(scenario) } = options;
  let { world } = apply(emptyWorld(scenario.domain, seed, EPOCH, -scenario.opensAt), scenario.start);
  let applied = 0;
  for (;;) {
    const input = inputs[applied];
    const next = world.queue?.head.at ?? Infinity;
    if (input !== undefined && input.at < Math.min(0, next)) {
      [{ world }] = perform(waitUntil(world, input.at), input);
      applied += 1;
      continue;
    }
    const step = next > 0 ? undefined : advance(world);
    if (step === undefined) break;
    ({ world } = step);
  }
  const opening: Moment = { world: waitUntil(world, 0), changed: [...world.objects.keys()], messages: [], logged: 0, applied };
  return { scenario, seed, inputs, length: 1, recording: { moments: [opening], log: [] } };
}

/** The moment of an index. Throws when the run does not reach so far. */
export function momentAt(run: Run, index: number): Moment {
  const moment = index < run.length ? run.recording.moments[index] : undefined;
  if (moment === undefined) throw new Error(`This run has ${run.length} moments; there is none numbered ${index}.`);
  return moment;
}

/** The last recorded moment. */
export const lastMoment = (run: Run): Moment => momentAt(run, run.length - 1);

/** The index of the last moment at or before a time; 0 when the time is before the opening. */
export function indexAt(run: Run, time: Millis): number {
  let low = 0;
  let high = run.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (momentAt(run, middle).world.time <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Log lines up to and with a moment, oldest first. */
export const logAt = (run: Run, index: number): readonly Message[] => run.recording.log.slice(0, momentAt(run, index).logged);

function record(run: Run, step: Step, applied: number): Run {
  const { recording } = run;
  for (const message of step.messages) if (message.log) recording.log.push(message);
  recording.moments.push({
    world: step.world,
    changed: step.changed,
    messages: step.messages,
    logged: recording.log.length,
    applied,
  });
  return { ...run, length: run.length + 1 };
}

function perform(world: World, act: Act): readonly [Step, Reply | undefined] {
  return 'call' in act ? request(world, act.call) : [inject(world, act.fault, act.target, act.on), undefined];
}

/** The run with one more moment: the next scheduled instant or the next input, whichever is sooner. Undefined at the end. */
export function extend(run: Run, until: Millis = run.scenario.horizon): Run | undefined {
  const recorded = run.recording.moments[run.length];
  if (recorded !== undefined) return recorded.world.time > until ? undefined : { ...run, length: run.length + 1 };
  const { world, applied } = lastMoment(run);
  const input = run.inputs[applied];
  const next = world.queue?.head.at ?? Infinity;
  if (input !== undefined && input.at < next) {
    if (input.at > until) return undefined;
    return record(run, perform(waitUntil(world, input.at), input)[0], applied + 1);
  }
  if (next > until) return undefined;
  const step = advance(world);
  return step && record(run, step, applied);
}

/** The run recorded up to a time, in ms. */
export function extendTo(run: Run, time: Millis): Run {
  let longer = run;
  for (;;) {
    const next = extend(longer, Math.min(time, run.scenario.horizon));
    if (next === undefined) return longer;
    longer = next;
  }
}

/** The run as it stood at a moment, with the same inputs up to then and none after. */
export function forkAt(run: Run, index: number): Run {
  const { applied, logged } = momentAt(run, index);
  const { moments, log } = run.recording;
  return {
    ...run,
    length: index + 1,
    inputs: run.inputs.slice(0, applied),
    recording: { moments: moments.slice(0, index + 1), log: log.slice(0, logged) },
  };
}

/** A reader's own act at a moment of a run: what the run would have done later is given up in the one returned. */
export function act(run: Run, index: number, time: Millis, deed: Act): { readonly run: Run; readonly reply: Reply | undefined } {
  const forked = forkAt(run, index);
  const { world, applied } = lastMoment(forked);
  const [step, reply] = perform(waitUntil(world, time), deed);
  const inputs = [...forked.inputs, { at: step.world.time, ...deed }];
  return { run: record({ ...forked, inputs }, step, applied + 1), reply };
}

/** The message of a number, searched up to a moment. */
export function messageOf(run: Run, seq: number, index = run.length - 1): Message | undefined {
  for (let at = index; at >= 0; at -= 1) {
    const { messages } = momentAt(run, at);
    const first = messages[0];
    if (first === undefined || first.seq > seq) continue;
    return messages[seq - first.seq];
  }
  return undefined;
}

/** The message that an actor last handled or, where nobody acts under that id, the one that last changed its object. */
function lastCauseOf({ actors, objects }: World, id: Id): number | undefined {
  const [host = id] = id.split('#'); // what lies inside an object bears the object's id and a name after it
  for (const one of [id, host]) {
    const cause = actors.get(one)?.cause;
    if (cause !== undefined) return cause;
  }
  const object = objects.get(host);
  return object && writtenFor(object);
}

/** The chain of causes of an actor's present state, newest first, back to the reader's own act where there was one. */
export function causesOf(run: Run, index: number, id: Id): readonly Message[] {
  const chain: Message[] = [];
  let seq = lastCauseOf(momentAt(run, index).world, id);
  while (seq !== undefined) {
    const message = messageOf(run, seq, index);
    if (message === undefined) break;
    chain.push(message);
    seq = message.cause;
  }
  return chain;
}
