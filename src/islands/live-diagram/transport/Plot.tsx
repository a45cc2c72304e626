import type { Measures } from '../../../model/frame.ts';
import type { Millis } from '../../../model/json.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import type { Plot as PlotData } from '../../../simulation/engine/scenario.ts';
import { clockTime } from '../clock.ts';
import { HEIGHT, readingsOf, stepLine, WIDTH } from './plot-lines.ts';
import { useOwnId } from '../own-id.ts';

interface Props {
  readonly plot: PlotData;
  readonly run: Run;
  readonly index: number;
  readonly time: Millis;
  readonly measures: Measures;
}

/** What users notice over time, on the same axis as the rail below it, with the numbers as text behind it. */
export function Plot({ plot, run, index, time, measures }: Props) {
  const { horizon } = run.scenario;
  const titleId = useOwnId();
  const lines = plot.lines.map((line) => ({ ...line, readings: readingsOf(run, index, line.measure) }));
  const top = Math.max(1, ...lines.flatMap(({ readings }) => readings.map(({ value }) => value)));
  const now = plot.lines.map(({ measure, label }) => `${label} ${round(measures[measure] ?? 0)}`).join(', ');
  return (
    <>
      <span className="axis-name" id={titleId}>
        <b>{plot.title}</b> {plot.unit}
        <span className="legend">
          {plot.lines.map(({ measure, label, look }) => (
            <span key={measure} data-look={look}>
              {label} {round(measures[measure] ?? 0)}
            </span>
          ))}
        </span>
      </span>
      <svg
        className="plot"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${plot.title} ${plot.unit}, now: ${now}`}
      >
        {lines.map(({ measure, look, readings }) => (
          <path key={measure} data-look={look} d={stepLine(readings, time, horizon, top)} />
        ))}
      </svg>
      <span className="axis-end">{round(top)}</span>
    </>
  );
}

/** The readings behind the plot as a table of text. */
export function PlotTable({ plot, run, index }: Pick<Props, 'plot' | 'run' | 'index'>) {
  const rows = plot.lines.flatMap(({ measure, label }) => readingsOf(run, index, measure).map((reading) => ({ ...reading, label })));
  return (
    <details className="plot-table">
      <summary>{plot.title} as a table</summary>
      <div className="scroller" tabIndex={0} role="group" aria-label={`${plot.title} as a table`}>
        <table>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Measure</th>
              <th scope="col">Value {plot.unit}</th>
            </tr>
          </thead>
          <tbody>
            {rows
              .toSorted((a, b) => a.at - b.at)
              .map(({ at, label, value }) => (
                <tr key={`${at} ${label}`}>
                  <td>{clockTime(at)}</td>
                  <td>{label}</td>
                  <td>{round(value)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
