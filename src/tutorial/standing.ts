import type { Frame } from '../model/frame.ts';
import { judge } from '../model/goal.ts';
import type { TutorialGoal, TutorialStep } from './tutorial.ts';

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

/** Steps of which no frame is judged yet. */
export const openStanding = (steps: readonly TutorialStep[]): Standing =>
  steps.map((step) => ({ step, done: false, goals: step.goals.map((goal) => ({ goal, met: false, found: 0 })) }));

/** The standing with the named steps done, such as those of an earlier visit. */
export const withDone = (standing: Standing, ids: readonly string[]): Standing =>
  standing.map((step) =>
    ids.includes(step.step.id) ? { ...step, done: true, goals: step.goals.map((goal) => ({ ...goal, met: true })) } : step,
  );

/** Ids of the steps that are done. */
export const doneIn = (standing: Standing): readonly string[] => standing.filter(({ done }) => done).map(({ step }) => step.id);

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

/** What to tell a reader who cannot see the marks change: goals met and steps done since, other than those told before. */
export function newsOf(after: Standing, told: ReadonlySet<string>): readonly News[] {
  return after.flatMap(({ step, done, goals }, index) => [
    ...goals.filter(({ met, goal }) => met && !told.has(goal.id)).map(({ goal }) => ({ id: goal.id, text: `Met: ${goal.label}.` })),
    ...(done && !told.has(step.id) ? [{ id: step.id, text: `Step ${index + 1}, ${step.title}, is done.` }] : []),
  ]);
}

/** A sentence that is told once, under the id of its goal or step. */
export interface News {
  readonly id: string;
  readonly text: string;
}
