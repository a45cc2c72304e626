import type { WalkthroughStep } from '../../../simulation/engine/scenario.ts';
import { clockTime } from '../../clock.ts';
import type { Standing } from './story-so-far.ts';

interface Props {
  readonly steps: readonly WalkthroughStep[];
  readonly standing: Standing;
  readonly onChoose: (step: WalkthroughStep) => void;
}

/** The story of the scenario in order; choosing a step goes to its time. Steps after the reader took over do not happen any more. */
export function Walkthrough({ steps, standing: { current, left, leftAt = Infinity }, onChoose }: Props) {
  return (
    <section className="told-part">
      <h3>Step by step</h3>
      {leftAt === Infinity ? null : <p className="quiet">You took over at {clockTime(leftAt)}. The steps after that do not happen.</p>}
      <ol className="walkthrough" data-walkthrough>
        {steps.map((step, i) => {
          const untold = step.at > leftAt;
          return (
            <li key={step.at} aria-current={i === current && !left ? 'step' : undefined} data-untold={untold ? '' : undefined}>
              <button
                type="button"
                disabled={untold}
                onClick={() => {
                  onChoose(step);
                }}
              >
                <time>{clockTime(step.at)}</time> <span>{step.text}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
