import type { Millis } from '../../../model/json.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { momentAt } from '../../../simulation/engine/run.ts';
import { you } from '../../../simulation/engine/world.ts';

/** A mark on the time rail: something the reader or the story did, or something that broke. */
export interface Mark {
  readonly at: Millis;
  readonly fault: boolean;
}

/** What was done to a run up to a moment; what was done at one time has one mark, and a fault shows before all else. */
export function marksOf(run: Run, index: number): readonly Mark[] {
  const marks = new Map<Millis, Mark>();
  for (let at = 1; at <= index; at += 1) {
    const { messages, world } = momentAt(run, at);
    const deed = messages.find(({ from, log }) => from === you && !log);
    if (deed === undefined) continue;
    const fault = deed.type === 'fault.on' || marks.get(world.time)?.fault === true;
    marks.set(world.time, { at: world.time, fault });
  }
  return [...marks.values()];
}
