import { useState } from 'react';
import type { Run } from '../../../simulation/engine/run.ts';
import type { Plot } from '../../../simulation/engine/scenario.ts';
import { clockTime } from '../../clock.ts';
import { readingsOf, readingText } from './plot-lines.ts';

interface Props {
  readonly plot: Plot;
  readonly run: Run;
  readonly index: number;
}

/** How many changes a table holds at most. */
const ROWS = 60;

/** The readings behind a plot as text. While it is closed only the opening moment is there, for pages without script. */
export function PlotTable(props: Props) {
  const { title } = props.plot;
  const [open, setOpen] = useState(false);
  return (
    <details
      className="plot-table"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{title} as a table</summary>
      <div className="scroller" tabIndex={0} role="group" aria-label={`${title} as a table`}>
        {open || props.index === 0 ? <Readings {...props} /> : null}
      </div>
    </details>
  );
}

/** The time of each change, and every line's value from then on. */
function Readings({ plot: { title, unit, lines }, run, index }: Props) {
  const columns = lines.map(({ measure }) => readingsOf(run, index, measure));
  const times = [...new Set(columns.flatMap((readings) => readings.map(({ at }) => at)))].toSorted((a, b) => a - b);
  const shown = times.slice(-ROWS);
  return (
    <table>
      <caption>
        {title} {unit}
        {shown.length < times.length ? `, the last ${ROWS} of ${times.length} changes` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          {lines.map(({ measure, label }) => (
            <th key={measure} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((at) => (
          <tr key={at}>
            <th scope="row">{clockTime(at)}</th>
            {columns.map((readings, column) => (
              <td key={lines[column]?.measure}>{readingText(readings.findLast((reading) => reading.at <= at)?.value ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
