import type { JsonObject } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import { nameIn } from '../identity.ts';
import type { Condition } from '../objects.ts';
import { conditionOf } from '../objects.ts';
import { ask, event } from '../requests.ts';
import type { Stored } from '../store.ts';
import type { JobStatus } from './job.ts';

/** Which Event tells that a condition has come, and that it has gone. */
const told: Readonly<Record<string, (condition: Condition) => readonly [reason: string, message: string] | undefined>> = {
  Complete: () => ['Completed', 'Job completed'],
  Failed: ({ reason = '', message = '' }) => [reason, message],
  Suspended: ({ status }) => (status === 'True' ? ['Suspended', 'Job suspended'] : ['Resumed', 'Job resumed']),
};

/** What the API leaves out: a count of 0 and an empty text. */
const unlessEmpty = <T extends number | string>(value: T | undefined): T | undefined => (value === 0 || value === '' ? undefined : value);

/** The status as it is stored: a count of 0 is left out, but for those that the API always has. */
function stored(
  { active, succeeded, failed, completedIndexes, conditions, ...rest }: JobStatus,
  now: string,
  startTime: string,
): JsonObject {
  return {
    ...rest,
    active: unlessEmpty(active),
    succeeded: unlessEmpty(succeeded),
    failed: unlessEmpty(failed),
    completedIndexes: unlessEmpty(completedIndexes),
    conditions: conditions.length === 0 ? undefined : conditions,
    startTime,
    ...(conditionOf(conditions, 'Complete') === undefined ? {} : { completionTime: now }),
  };
}

/** Writes the status of a Job down, if it is another, with the Events about what has come. */
export function writeStatus(world: World, { id, body }: Stored<'Job'>, status: JobStatus): readonly Effect[] {
  const before = body.status?.conditions;
  const news = status.conditions.filter(({ type, status: value }) => conditionOf(before, type)?.status !== value);
  const events = news.flatMap((one) => {
    const said = told[one.type]?.(one);
    return said === undefined ? [] : [event(id, ...said)];
  });
  const now = isoTime(world);
  const next = stored(status, now, body.status?.startTime ?? now);
  const { active, succeeded, failed } = status;
  const text = `${nameIn(id)}: ${active} active, ${succeeded} succeeded, ${failed} failed`;
  const isNews = Object.entries(next).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify((body.status as JsonObject | undefined)?.[name]),
  );
  return [...(isNews ? [ask(world, { type: 'object.patch', id, change: { status: next } }, text)] : []), ...events];
}
