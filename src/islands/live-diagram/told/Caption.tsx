import type { Scenario } from '../../../simulation/engine/scenario.ts';
import { clockTime } from '../../clock.ts';
import type { Standing } from './story-so-far.ts';

interface Props {
  readonly scenario: Scenario;
  readonly standing: Standing;
}

/** The step of the story that is being told; once the reader has taken over, that. */
export function Caption({ scenario: { walkthrough }, standing: { current, left, leftAt = 0 } }: Props) {
  if (left) {
    return (
      <p className="caption">
        <b>Yours</b>
        {leftAt === 0 ? 'Nothing happens here but what you do.' : `You took over at ${clockTime(leftAt)}. Reset goes back to the story.`}
      </p>
    );
  }
  return (
    <p className="caption">
      <b>
        {current + 1} of {walkthrough.length}
      </b>
      {walkthrough[current]?.text}
    </p>
  );
}
