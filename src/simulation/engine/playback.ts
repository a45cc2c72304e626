import type { Message } from '../../model/frame.ts';
import type { Id, Millis } from '../../model/json.ts';
import type { ApiObject } from '../../model/api-object.ts';
import type { Kind } from '../../model/kind.ts';
import { project } from '../../model/project.ts';
import type { Relation, Resource } from '../../model/resource.ts';
import { measuresOf } from './frame.ts';
import type { Moment, Run } from './run.ts';
import { extend, momentAt } from './run.ts';
import type { World } from './world.ts';

/** A time without a drawn change that is at least this long is marked on the rail and passed quickly. */
const QUIET: Millis = 5_000;
/** How long the passing of a quiet stretch takes, in ms of the reader's time. */
const PASSING = 1_000;

/** A time in which nothing drawn changes. */
export interface Stretch {
  readonly from: Millis;
  readonly to: Millis;
}

/** Tells which moments of a run a reader can tell from the one before, and remembers it. */
export class DrawnChanges {
  readonly #drawn: ReadonlySet<Kind>;
  readonly #known = new WeakMap<Moment, boolean>();

  constructor(drawn: ReadonlySet<Kind>) {
    this.#drawn = drawn;
  }

  /** Whether a resource of a drawn kind, one of its relations or a measure differs from the moment before. */
  at(run: Run, index: number): boolean {
    if (index === 0) return true;
    const moment = momentAt(run, index);
    let changes = this.#known.get(moment);
    if (changes === undefined) {
      const before = momentAt(run, index - 1).world;
      changes =
        differ(measuresOf(before), measuresOf(moment.world)) || moment.changed.some((id) => this.#changed(id, before, moment.world));
      this.#known.set(moment, changes);
    }
    return changes;
  }

  /** The first such moment after an index, with the run recorded so far; undefined when none comes before the horizon. */
  after(run: Run, index: number): { readonly run: Run; readonly index: number | undefined } {
    let longer = run;
    for (let next = index + 1; ; next += 1) {
      if (next >= longer.length) {
        const extended = extend(longer);
        if (extended === undefined) return { run: longer, index: undefined };
        longer = extended;
      }
      if (this.at(longer, next)) return { run: longer, index: next };
    }
  }

  /** The last such moment up to and with an index. */
  upTo(run: Run, index: number): number {
    let at = index;
    while (!this.at(run, at)) at -= 1;
    return at;
  }

  /** The quiet stretches of what is recorded of a run. */
  quietStretches(run: Run): readonly Stretch[] {
    const times: Millis[] = [];
    for (let index = 0; index < run.length; index += 1) if (this.at(run, index)) times.push(momentAt(run, index).world.time);
    if (isWhole(run)) times.push(run.scenario.horizon);
    return times.flatMap((to, i) => {
      const from = times[i - 1] ?? to;
      return to - from < QUIET ? [] : [{ from, to }];
    });
  }

  #changed(id: Id, before: World, after: World): boolean {
    const old = before.objects.get(id);
    const object = after.objects.get(id);
    return old !== object && differ(old && this.#drawnOf(old, after), object && this.#drawnOf(object, after));
  }

  #drawnOf(object: ApiObject, { domain }: World): readonly (readonly [Resource, readonly Relation[] | undefined])[] {
    const { resources, relations } = project(object, domain.projectors);
    return resources.filter(({ kind }) => this.#drawn.has(kind)).map((resource) => [resource, relations.get(resource.id)]);
  }
}

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** Whether a run is recorded up to its horizon. */
export const isWhole = (run: Run): boolean => {
  const { world, applied } = momentAt(run, run.length - 1);
  return Math.min(world.queue?.head.at ?? Infinity, run.inputs[applied]?.at ?? Infinity) > run.scenario.horizon;
};

/** Where playing has come to after some of the reader's time; `stretchAt` gives the time between drawn changes around a moment. */
export function playedTo(time: Millis, elapsed: number, speed: number, stretchAt: (time: Millis) => Stretch | undefined): Millis {
  let now = time;
  let left = elapsed;
  for (;;) {
    const stretch = stretchAt(now);
    if (stretch === undefined) return now;
    const length = stretch.to - stretch.from;
    const rate = length < QUIET ? speed : Math.max(speed, length / PASSING);
    const needed = (stretch.to - now) / rate;
    if (needed > left) return now + left * rate;
    now = stretch.to;
    left -= needed;
  }
}

/** The messages of the moments after one index up to and with another. */
export function messagesBetween(run: Run, from: number, to: number): readonly Message[] {
  const messages: Message[] = [];
  for (let index = from + 1; index <= to; index += 1) messages.push(...momentAt(run, index).messages);
  return messages;
}
