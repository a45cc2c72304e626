import type { Input } from '../model/api-call.ts';
import type { Goal } from '../model/goal.ts';

/** A course of steps on one diagram, as data: `content/tutorials/<id>.yaml`. */
export interface Tutorial {
  /** The id of the diagram that it is done on. */
  readonly diagram: string;
  /** What was done to the diagram's world before the reader meets it, at negative times. */
  readonly prepare: readonly Input[];
  readonly steps: readonly TutorialStep[];
}

/** One step: why, what to do, and what must be seen for it to be done. Steps may be done in any order. */
export interface TutorialStep {
  /** Stable: kept progress names it. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly task: string;
  /** In order: a goal can be met only once those before it are. */
  readonly goals: readonly TutorialGoal[];
  /** One way to do it, of many. */
  readonly solution: readonly Input[];
}

/** One thing that must be seen in a frame of the world. */
export interface TutorialGoal {
  readonly id: string;
  readonly label: string;
  /** Why it is not met, in words; `{found}` stands for the number that decided. */
  readonly unmet: string;
  readonly hint: string;
  /** `once`: to have been seen once is enough. `now`: must hold in the frame at which the step is done. */
  readonly when: 'once' | 'now';
  readonly goal: Goal;
}

/** The inputs that do the given steps, one after the other. */
export const solutionOf = (steps: readonly TutorialStep[]): readonly Input[] => steps.flatMap(({ solution }) => solution);
