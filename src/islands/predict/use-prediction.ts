import { useEffect, useReducer, useRef, useState } from 'react';
import { frameAt } from '../../simulation/engine/frame.ts';
import { indexAt } from '../../simulation/engine/run.ts';
import type { Answer, Question } from '../../tutorial/question.ts';
import { answersIn, inputsOf } from '../../tutorial/question.ts';
import type { Prediction } from './prediction-state.ts';
import { predictionAfter, unanswered } from './prediction-state.ts';

/** A question on a page, and what a reader may do with it. */
export interface LivePrediction {
  readonly prediction: Prediction;
  readonly choose: (answer: Answer) => void;
  /** Lets the page's diagram do what the question says, and shows it. */
  readonly run: () => void;
  /** Lets the diagram go to the moment of the answer. */
  readonly skip: () => void;
  /** Forgets the answer, and lets the diagram begin anew. */
  readonly askAgain: () => void;
}

/** Asks the page's live diagram for the run of a question, and judges it by the frame at the time that the question names. */
export function usePrediction(question: Question): LivePrediction {
  const { diagram, judgedAt } = question;
  const [prediction, dispatch] = useReducer(predictionAfter, unanswered);
  const [inputs] = useState(() => inputsOf(question));
  /** Whether the run was asked for before the diagram was alive. */
  const waiting = useRef(false);

  const element = (): Element | null => document.querySelector(`[data-diagram="${diagram}"]`);
  const ask = (): void => {
    const wish = new CustomEvent('drydock:run', { cancelable: true, detail: { inputs, until: judgedAt } });
    waiting.current = element()?.dispatchEvent(wish) ?? false;
  };

  useEffect(() => {
    const follow = ({ target, detail: { run, time } }: DocumentEventMap['drydock:frame']): void => {
      if (target !== element() || run === undefined) return;
      if (waiting.current) queueMicrotask(ask);
      else if (run.inputs !== inputs) dispatch({ type: 'run.left' });
      else if (time >= judgedAt) {
        dispatch({ type: 'answer.known', answer: answersIn(question, frameAt(run, indexAt(run, judgedAt)))[0] });
      }
    };
    document.addEventListener('drydock:frame', follow);
    return () => {
      document.removeEventListener('drydock:frame', follow);
    };
  });

  return {
    prediction,
    choose: (answer) => {
      dispatch({ type: 'answer.chosen', answer });
    },
    run: () => {
      dispatch({ type: 'run.begun' });
      element()?.scrollIntoView();
      ask();
    },
    skip: () => {
      element()?.dispatchEvent(new CustomEvent('drydock:seek', { detail: { time: judgedAt } }));
    },
    askAgain: () => {
      dispatch({ type: 'question.askedAgain' });
      element()?.dispatchEvent(new Event('drydock:reset'));
    },
  };
}
