import type { Measures } from '../../../model/frame.ts';
import type { Millis } from '../../../model/json.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import type { Plot as PlotData } from '../../../simulation/engine/scenario.ts';
import { useOwnId } from '../../own-id.ts';
import { HEIGHT, readingsOf, readingText, stepLine, WIDTH } from './plot-lines.ts';

interface Props {
  readonly plot: PlotData;
  /** Whether it is the one that stays where there is room for one. */
  readonly leads: boolean;
  readonly run: Run;
  readonly index: number;
  readonly time: Millis;
  readonly measures: Measures;
}

/** One measure or a few over time, on the same axis as the rail below. */
export function Plot({ plot: { title, unit, lines, top = 0 }, leads, run, index, time, measures }: Props) {
  const titleId = useOwnId();
  const drawn = lines.map((line) => ({ ...line, readings: readingsOf(run, index, line.measure) }));
  const highest = Math.max(top, ...drawn.flatMap(({ readings }) => readings.map(({ value }) => value))) || 1;
  const follows = leads ? undefined : '';
  const now = lines.map(({ measure, label }) => `${label} ${readingText(measures[measure] ?? 0)}`).join(', ');
  return (
    <>
      <span className="axis-name" data-follows={follows} id={titleId}>
        <b>{title}</b> {unit}
        <span className="legend">
          {lines.map(({ measure, label, look }) => (
            <span key={measure} data-look={look}>
              {label} {readingText(measures[measure] ?? 0)}
            </span>
          ))}
        </span>
      </span>
      <svg
        className="plot"
        data-follows={follows}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title} ${unit}, now: ${now}`}
      >
        {drawn.map(({ measure, look, readings }) => (
          <path key={measure} data-look={look} d={stepLine(readings, time, run.scenario.horizon, highest)} />
        ))}
      </svg>
      <span className="axis-end">{readingText(highest)}</span>
    </>
  );
}
