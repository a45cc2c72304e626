import './predict.css';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Question } from '../../tutorial/question.ts';
import { useHydrated } from '../use-hydrated.ts';
import { Answers } from './Answers.tsx';
import { newsOf } from './prediction-state.ts';
import { usePrediction } from './use-prediction.ts';
import { Verdict } from './Verdict.tsx';
import { Watching } from './Watching.tsx';

interface Props {
  readonly id: string;
  readonly question: Question;
}

/** A question that the reader answers before the page's live diagram does. */
export function Predict({ id, question }: Props) {
  const { prediction, choose, run, skip, askAgain } = usePrediction(question);
  const { phase, chosen } = prediction;
  const form = useRef<HTMLFormElement>(null);
  const isAlive = useHydrated();
  const [isWatching, setWatching] = useState(false);
  const news = newsOf(prediction);
  const focusOn = (selector: string): void => form.current?.querySelector<HTMLElement>(selector)?.focus();

  return (
    <form
      ref={form}
      className="predict"
      data-question={id}
      data-phase={phase}
      onSubmit={(event) => {
        event.preventDefault();
        // First, since what stands above the diagram decides how far the page scrolls to it.
        flushSync(() => {
          setWatching(true);
        });
        run();
      }}
    >
      <Answers
        name={`predict-${id}`}
        question={question}
        prediction={prediction}
        isOpen={isAlive && (phase === 'asking' || phase === 'left')}
        onChoose={choose}
      />
      {phase === 'judged' ? (
        <Verdict
          prediction={prediction}
          onAskAgain={() => {
            flushSync(() => {
              setWatching(false);
              askAgain();
            });
            focusOn('input');
          }}
        />
      ) : (
        <button type="submit" className="predict-button" disabled={chosen === undefined || phase === 'running'}>
          Run it
        </button>
      )}
      {isWatching ? (
        <Watching
          news={news}
          phase={phase}
          onSkip={skip}
          onBack={() => {
            setWatching(false);
            focusOn(phase === 'judged' ? '.predict-verdict' : '.predict-button');
          }}
        />
      ) : null}
      <p role="status" className="predict-news">
        {news}
      </p>
    </form>
  );
}
