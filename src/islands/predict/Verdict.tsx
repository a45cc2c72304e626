import type { Prediction } from './prediction-state.ts';
import { wasRight } from './prediction-state.ts';

interface Props {
  readonly prediction: Prediction;
  readonly onAskAgain: () => void;
}

/** Whether the reader was right, and why it came as it did. */
export function Verdict({ prediction, onAskAgain }: Props) {
  const { chosen, happened } = prediction;
  const right = wasRight(prediction);
  return (
    <div className="predict-verdict" data-right={right} tabIndex={-1}>
      <p>
        <b>{right ? 'You were right.' : 'It came differently.'}</b> {happened?.because}
      </p>
      {right ? null : (
        <p>
          <b>Your answer:</b> {chosen?.because}
        </p>
      )}
      <button type="button" className="predict-button" onClick={onAskAgain}>
        Ask again
      </button>
    </div>
  );
}
