import { useEffect, useReducer } from 'react';
import type { Keeper } from '../../tutorial/progress.ts';
import { openProgress, readProgress, saveProgress } from '../../tutorial/progress.ts';
import type { Standing } from '../../tutorial/standing.ts';
import type { TutorialState } from './tutorial-state.ts';
import { freshTutorial, tutorialAfter } from './tutorial-state.ts';

/** The browser's own store, touched only when used: where it is forbidden, even naming it throws. */
const browser: Keeper = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => {
    localStorage.setItem(key, value);
  },
};

/** A tutorial on a page, and what a reader may do with the progress kept of it. */
export interface LiveTutorial {
  readonly state: TutorialState;
  /** Forgets the steps done, and lets the diagram begin anew. */
  readonly reset: () => void;
  /** Takes over what a saved file says was done. */
  readonly load: (file: File) => Promise<void>;
}

/** Follows the page's live diagram, and keeps the steps done in this browser. */
export function useTutorial(id: string, diagram: string, opening: Standing): LiveTutorial {
  const [state, dispatch] = useReducer(tutorialAfter, { id, opening }, freshTutorial);
  const { progress } = state;

  useEffect(() => {
    dispatch({ type: 'progress.read', ...openProgress(browser) });
  }, []);

  useEffect(() => {
    const problem = progress && saveProgress(browser, progress);
    if (problem !== undefined) dispatch({ type: 'progress.failed', problem });
  }, [progress]);

  useEffect(() => {
    const follow = ({ detail: { run, frame } }: DocumentEventMap['drydock:frame']): void => {
      if (run?.scenario.id === diagram) dispatch({ type: 'frame.drawn', run, index: frame.index });
    };
    document.addEventListener('drydock:frame', follow);
    return () => {
      document.removeEventListener('drydock:frame', follow);
    };
  }, [diagram]);

  const reset = (): void => {
    dispatch({ type: 'progress.reset' });
    document.querySelector(`[data-diagram="${diagram}"]`)?.dispatchEvent(new Event('drydock:reset'));
  };

  const load = async (file: File): Promise<void> => {
    const read = readProgress(await file.text());
    if (read === undefined) {
      dispatch({ type: 'progress.failed', problem: `${file.name} does not hold progress of Drydock; choose a file that this page saved.` });
    } else {
      dispatch({ type: 'progress.read', progress: read });
    }
  };

  return { state, reset, load };
}
