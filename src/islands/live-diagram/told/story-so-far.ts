import type { Input } from '../../../model/api-call.ts';
import type { Millis } from '../../../model/json.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { storyOf } from '../../../simulation/engine/scenario.ts';

/** Where a reader stands in the story of a scenario. */
export interface Standing {
  /** The number of the step that is being told, counted from 0. */
  readonly current: number;
  /** When the run left the story because the reader acted; undefined while it still tells it. */
  readonly leftAt: Millis | undefined;
  /** Whether that is past: what happens now is the reader's own doing. */
  readonly left: boolean;
}

/** Where a run stands in its story at a time. */
export function standingOf(run: Run, time: Millis): Standing {
  const leftAt = leftStoryAt(run);
  const current = run.scenario.walkthrough.findLastIndex(({ at }) => at <= time);
  return { current: Math.max(0, current), leftAt, left: leftAt !== undefined && time >= leftAt };
}

const same = (a: Input | undefined, b: Input | undefined): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function leftStoryAt(run: Run): Millis | undefined {
  const story = storyOf(run.scenario);
  const length = Math.max(story.length, run.inputs.length);
  for (let i = 0; i < length; i += 1) {
    const done = run.inputs[i];
    const told = story[i];
    if (!same(done, told)) return Math.max(0, Math.min(done?.at ?? Infinity, told?.at ?? Infinity));
  }
  return undefined;
}
