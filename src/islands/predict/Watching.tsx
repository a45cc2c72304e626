import { useEffect, useRef } from 'react';
import type { Prediction } from './prediction-state.ts';

interface Props {
  readonly news: string;
  readonly phase: Prediction['phase'];
  readonly onSkip: () => void;
  readonly onBack: () => void;
}

/** What stays in sight while the reader looks at the diagram: the news, and the way to the answer. */
export function Watching({ news, phase, onSkip, onBack }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="predict-watching">
      {/* The status line of the question says the same to those who hear it. */}
      <span aria-hidden="true">{news}</span>
      <button ref={button} type="button" className="predict-button" onClick={phase === 'running' ? onSkip : onBack}>
        {phase === 'running' ? 'Skip to the answer' : phase === 'judged' ? 'Read why' : 'Back to the question'}
      </button>
    </div>
  );
}
