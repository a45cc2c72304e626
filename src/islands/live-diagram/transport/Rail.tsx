import type { Millis } from '../../../model/json.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { clockTime } from '../../clock.ts';
import { WIDTH, xOf } from './plot-lines.ts';
import { marksOf } from './rail-marks.ts';

interface Stretch {
  readonly from: Millis;
  readonly to: Millis;
}

interface Props {
  readonly run: Run;
  readonly index: number;
  readonly time: Millis;
  /** Stretches in which nothing drawn changes. */
  readonly quiet: readonly Stretch[];
  /** When the run left the scenario's story; what that would have told later is not marked. */
  readonly leftAt: Millis | undefined;
  readonly onSeek: (time: Millis) => void;
}

/** The time of a diagram as a slider, with marks for what was done and dots where nothing changes. */
export function Rail({ run, index, time, quiet, leftAt = Infinity, onSeek }: Props) {
  const { horizon } = run.scenario;
  const x = (at: Millis): number => xOf(at, horizon);
  return (
    <>
      <span className="axis-name clock">
        <b>{clockTime(time)}</b> <span className="horizon">of {clockTime(horizon)}</span>
      </span>
      <span className="rail">
        <svg viewBox={`0 0 ${WIDTH} 28`} preserveAspectRatio="none" aria-hidden="true">
          <path className="whole" d={`M0 14H${WIDTH}`} />
          <path className="passed" d={`M0 14H${x(time)}`} />
          {quiet.map(({ from, to }) => (
            <path key={from} className="still" d={`M${x(from)} 14H${x(to)}`} />
          ))}
          {run.scenario.walkthrough.map(({ at }) => (at > leftAt ? null : <path key={at} className="chapter" d={`M${x(at)} 10v8`} />))}
          {marksOf(run, index).map(({ at, fault }) => (
            <path key={at} className={fault ? 'mark mark-fault' : 'mark'} d={fault ? `M${x(at)} 2v24` : `M${x(at)} 6v16`} />
          ))}
        </svg>
        <input
          type="range"
          aria-label="Time"
          aria-valuetext={`${clockTime(time)} of ${clockTime(horizon)}`}
          min={0}
          max={horizon}
          step={1000}
          value={time}
          onChange={(event) => {
            onSeek(event.target.valueAsNumber);
          }}
        />
      </span>
    </>
  );
}
