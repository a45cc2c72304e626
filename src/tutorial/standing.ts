import type { Frame } from '../model/frame.ts';
import { judge } from '../model/goal.ts';
import type { Tutorial, TutorialGoal, TutorialStep } from './tutorial.ts';

/** What a frame and those before it say of a goal: whether it is met, and the number that decided. */
export interface GoalStanding {
  readonly goal: TutorialGoal;
  readonly met: boolean;
  readonly found: number;
}

/** Where a step stands. A step that is done stays done, with all its goals. */
export interface StepStanding {
  readonly step: TutorialStep;
  readonly done: boolean;
  readonly goals: readonly GoalStanding[];
}

/** Where a tutorial stands, step by step. */
export type Standing = readonly StepStanding[];

/** A tutorial before any frame is judged; the named steps were done in an earlier visit. */
export const openStanding = (tutorial: Tutorial, done: readonly string[]): Standing =>
  tutorial.steps.map((step) => {
    const before = done.includes(step.id);
    return { step, done: before, goals: step.goals.map((goal) => ({ goal, met: before, found: 0 })) };
  });

/** Judges a step on the next frame: its goals in order, each only when those before it are met. */
export function judgeStep(before: StepStanding, frame: Frame): StepStanding {
  if (before.done) return before;
  let reached = true;
  const goals = before.goals.map(({ goal, met }): GoalStanding => {
    const verdict = judge(goal.goal, frame);
    reached = (goal.when === 'once' && met) || (reached && verdict.met);
    return { goal, met: reached, found: verdict.found };
  });
  return { step: before.step, done: goals.every(({ met }) => met), goals };
}

/** Judges every step on the next frame, whichever the reader is at. */
export const judgeFrame = (before: Standing, frame: Frame): Standing => before.map((step) => judgeStep(step, frame));

/** The step that the reader is at: the first that is not done. */
export const currentStep = (standing: Standing): StepStanding | undefined => standing.find(({ done }) => !done);

/** The goal of a step that is to be met next. */
export const nextGoal = ({ goals }: StepStanding): GoalStanding | undefined => goals.find(({ met }) => !met);

/** Why a goal is not met, with its number: `3 of 4 tasks are RUNNING`. */
export const whyUnmet = ({ goal, found }: GoalStanding): string => goal.unmet.replaceAll('{found}', String(found));
