import type { Millis } from '../../../model/json.ts';
import { measuresOf } from '../../../simulation/engine/frame.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { momentAt } from '../../../simulation/engine/run.ts';

/** The width of the drawing of rail and plot, in its own units: time 0 is at the left, the horizon at the right. */
export const WIDTH = 1000;
/** The height of the drawing of the plot, in its own units. */
export const HEIGHT = 44;

/** Where a time lies along the rail. */
export const xOf = (time: Millis, horizon: Millis): number => Math.round((Math.min(time, horizon) / horizon) * WIDTH * 10) / 10;

/** One value of a measure, and the time and the moment from which it held. */
export interface Reading {
  readonly at: Millis;
  readonly index: number;
  readonly value: number;
}

/** What has been read of a recording: up to which moment, and each change of value. */
interface Series {
  readonly readings: Reading[];
  next: number;
}

/** Moments are only ever appended to a recording, so each is read once. */
const kept = new WeakMap<Run['recording'], Map<string, Series>>();

/** What a measure read in the moments of a run up to an index; equal neighbours are one reading, and of one time the last counts. */
export function readingsOf(run: Run, index: number, measure: string): readonly Reading[] {
  const { readings } = readThrough(run, index, measure);
  return readings.filter((one, at) => {
    const after = readings[at + 1];
    return one.index <= index && (after === undefined || after.index > index || after.at > one.at);
  });
}

function readThrough(run: Run, index: number, measure: string): Series {
  const measures = kept.get(run.recording) ?? new Map<string, Series>();
  kept.set(run.recording, measures);
  const series = measures.get(measure) ?? { readings: [], next: 0 };
  measures.set(measure, series);
  for (; series.next <= index; series.next += 1) {
    const { world } = momentAt(run, series.next);
    const value = measuresOf(world)[measure] ?? 0;
    if (series.readings.at(-1)?.value !== value) series.readings.push({ at: world.time, index: series.next, value });
  }
  return series;
}

/** The step line of readings that held until a time, scaled so that `top` is the upper edge. */
export function stepLine(readings: readonly Reading[], now: Millis, horizon: Millis, top: number): string {
  const yOf = (value: number): number => Math.round((HEIGHT - 4 - (value / top) * (HEIGHT - 8)) * 10) / 10;
  const [first, ...rest] = readings;
  if (first === undefined) return '';
  const steps = rest.map(({ at, value }) => `H${xOf(at, horizon)}V${yOf(value)}`);
  return `M${xOf(first.at, horizon)} ${yOf(first.value)}${steps.join('')}H${xOf(now, horizon)}`;
}

/** A value as a reader sees it: counts are exact, small amounts such as prices keep three figures. */
export const readingText = (value: number): string =>
  Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
