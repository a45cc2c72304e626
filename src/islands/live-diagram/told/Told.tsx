import type { ReactNode } from 'react';
import type { Message } from '../../../model/frame.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import type { WalkthroughStep } from '../../../simulation/engine/scenario.ts';
import { EventLog } from './EventLog.tsx';
import type { Standing } from './story-so-far.ts';
import { Walkthrough } from './Walkthrough.tsx';

interface Props {
  readonly lines: readonly Message[];
  /** Absent for an account, which has no story. */
  readonly run: Run | undefined;
  /** Whether a story is told at all. */
  readonly hasStory: boolean;
  readonly standing: Standing;
  /** Whether to fold it away until it is asked for. */
  readonly folded: boolean;
  readonly onChoose: (step: WalkthroughStep) => void;
}

/** What has been said: the provider's log, and the story step by step. */
export function Told({ lines, run, hasStory, standing, folded, onChoose }: Props): ReactNode {
  const told = (
    <div className="told">
      <EventLog lines={lines} dated={run === undefined} />
      {run === undefined || !hasStory ? null : <Walkthrough steps={run.scenario.walkthrough} standing={standing} onChoose={onChoose} />}
    </div>
  );
  if (!folded) return told;
  return (
    <details className="folded">
      <summary>Event log and step by step</summary>
      {told}
    </details>
  );
}
