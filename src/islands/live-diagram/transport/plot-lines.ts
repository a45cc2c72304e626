import { measuresOf } from '../../../simulation/engine/frame.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { momentAt } from '../../../simulation/engine/run.ts';
import type { Millis } from '../../../model/json.ts';

/** The width of the drawing of rail and plot, in its own units: time 0 is at the left, the horizon at the right. */
export const WIDTH = 1000;
/** The height of the drawing of the plot, in its own units. */
export const HEIGHT = 44;

/** Where a time lies along the rail. */
export const xOf = (time: Millis, horizon: Millis): number => Math.round((Math.min(time, horizon) / horizon) * WIDTH * 10) / 10;

/** One value of a measure and the time from which it held. */
export interface Reading {
  readonly at: Millis;
  readonly value: number;
}

/** What a measure read in the moments of a run up to an index; equal neighbours are one reading. */
export function readingsOf(run: Run, index: number, measure: string): readonly Reading[] {
  const readings: Reading[] = [];
  for (let at = 0; at <= index; at += 1) {
    const { world } = momentAt(run, at);
    const value = measuresOf(world)[measure] ?? 0;
    const last = readings.at(-1);
    if (last?.value === value) continue;
    if (last?.at === world.time) readings.pop();
    readings.push({ at: world.time, value });
  }
  return readings;
}

/** The step line of readings that held until a time, scaled so that `top` is the upper edge. */
export function stepLine(readings: readonly Reading[], now: Millis, horizon: Millis, top: number): string {
  const yOf = (value: number): number => Math.round((HEIGHT - 4 - (value / Math.max(top, 1)) * (HEIGHT - 8)) * 10) / 10;
  const [first, ...rest] = readings;
  if (first === undefined) return '';
  const steps = rest.map(({ at, value }) => `H${xOf(at, horizon)}V${yOf(value)}`);
  return `M${xOf(first.at, horizon)} ${yOf(first.value)}${steps.join('')}H${xOf(now, horizon)}`;
}
