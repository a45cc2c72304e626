import type { ApiCall, Reply } from '../../model/api-call.ts';
import type { Id, Millis } from '../../model/json.ts';
import type { Step } from './draft.ts';
import { Draft } from './draft.ts';
import type { Effect } from './effect.ts';
import type { World } from './world.ts';
import { you } from './world.ts';

/** Carries out effects from outside any actor, such as those that set up a scenario, and what follows at once. */
export function apply(world: World, effects: readonly Effect[]): Step {
  const draft = new Draft(world);
  draft.carryOut(effects, you, undefined);
  draft.settle();
  return draft.step();
}

/** Sends a call to one of the world's APIs, and settles what follows at once. Throws if the world has no such API. */
export function request(world: World, call: ApiCall): readonly [Step, Reply] {
  const api = world.domain.apis[call.api];
  if (api === undefined) throw new Error(`This world has no API named ${call.api}.`);
  const draft = new Draft(world);
  const { reply, effects, about, text } = api(call, world);
  const type = call.api === 'kubernetes' ? call.verb : call.operation;
  const seq = draft.say(you, about, type, text, undefined, false);
  draft.carryOut(effects, about, seq);
  draft.settle();
  return [draft.step(), reply];
}

/** Switches a fault on or off for a target, and settles what follows at once. Throws if the world has no such fault. */
export function inject(world: World, fault: string, target: Id, on: boolean): Step {
  const rule = world.domain.faults[fault];
  if (rule === undefined) throw new Error(`This world has no fault named ${fault}.`);
  const draft = new Draft(world);
  draft.setFault(fault, target, on);
  const seq = draft.say(you, target, `fault.${on ? 'on' : 'off'}`, rule.text(target, on, world), undefined, false);
  draft.carryOut(rule.effects(target, on, draft.world), target, seq);
  draft.settle();
  return draft.step();
}

/** Goes to the next scheduled instant and works out all that happens in it; undefined when nothing is scheduled. */
export function advance(world: World): Step | undefined {
  if (world.queue === undefined) return undefined;
  const draft = new Draft(world);
  draft.world.time = Math.max(world.time, world.queue.head.at);
  draft.settle();
  return draft.step();
}

/** The same world at a later time before anything that is scheduled then; for acts between two instants. */
export const waitUntil = (world: World, time: Millis): World => (time <= world.time ? world : { ...world, time });
