import type { Run } from '../../simulation/engine/run.ts';
import type { Progress } from '../../tutorial/progress.ts';
import { doneOf, mergedProgress, noProgress, progressWith } from '../../tutorial/progress.ts';
import type { Standing } from '../../tutorial/standing.ts';
import { doneIn, newsOf, withDone } from '../../tutorial/standing.ts';
import type { Judged } from '../../tutorial/judge-run.ts';
import { judgeRun } from '../../tutorial/judge-run.ts';

/** A tutorial on a page: where the reader stands, what is kept, and what was told of it. */
export interface TutorialState {
  readonly id: string;
  /** How the tutorial stands before anything is done. */
  readonly opening: Standing;
  readonly standing: Standing;
  readonly judged: Judged | undefined;
  /** The record to keep; undefined until the kept one was read. */
  readonly progress: Progress | undefined;
  /** Ids of the goals and steps whose success was announced. */
  readonly told: ReadonlySet<string>;
  /** The latest announcement. */
  readonly news: string;
  /** What went wrong with keeping progress, in one sentence. */
  readonly problem: string | undefined;
}

/** What can happen to a tutorial. */
export type TutorialEvent =
  | { readonly type: 'progress.read'; readonly progress: Progress; readonly problem?: string | undefined }
  | { readonly type: 'progress.failed'; readonly problem: string }
  | { readonly type: 'progress.reset' }
  | { readonly type: 'frame.drawn'; readonly run: Run; readonly index: number };

/** A tutorial of which nothing is done. */
export const freshTutorial = ({ id, opening }: { readonly id: string; readonly opening: Standing }): TutorialState => ({
  id,
  opening,
  standing: opening,
  judged: undefined,
  progress: undefined,
  told: new Set(),
  news: '',
  problem: undefined,
});

/** A tutorial after what happened. */
export function tutorialAfter(state: TutorialState, event: TutorialEvent): TutorialState {
  switch (event.type) {
    case 'progress.read':
      return withProgress(state, event.progress, event.problem);
    case 'progress.failed':
      return { ...state, problem: event.problem };
    case 'progress.reset':
      return { ...freshTutorial(state), progress: progressWith(state.progress ?? noProgress, state.id, []), news: 'You begin afresh.' };
    case 'frame.drawn':
      return withFrame(state, event.run, event.index);
  }
}

/** Steps that were done before are done, and are not announced again. */
function withProgress(state: TutorialState, read: Progress, problem: string | undefined): TutorialState {
  const standing = withDone(state.standing, doneOf(read, state.id));
  return {
    ...state,
    standing,
    judged: state.judged && { ...state.judged, standing },
    progress: progressWith(mergedProgress(state.progress ?? noProgress, read), state.id, doneIn(standing)),
    told: new Set([...state.told, ...newsOf(standing, state.told).map(({ id }) => id)]),
    problem,
  };
}

function withFrame(state: TutorialState, run: Run, index: number): TutorialState {
  const done = doneIn(state.standing);
  const judged = judgeRun(withDone(state.opening, done), run, index, state.judged);
  if (judged === state.judged) return state;
  const { standing } = judged;
  const doneNow = doneIn(standing);
  const next = {
    ...state,
    judged,
    standing,
    progress: state.progress && doneNow.length > done.length ? progressWith(state.progress, state.id, doneNow) : state.progress,
  };
  const news = newsOf(standing, state.told);
  if (news.length === 0) return next;
  return { ...next, told: new Set([...state.told, ...news.map(({ id }) => id)]), news: news.map(({ text }) => text).join(' ') };
}
