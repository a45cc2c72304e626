import type { Id } from '../../../model/json.ts';
import type { Wait } from '../../../model/resource.ts';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import { cancel, remind } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { controllerMachine, lookAgain } from '../controller.ts';
import { controllerId, nameIn } from '../identity.ts';
import type { Pod } from '../objects.ts';
import type { Stored } from '../store.ts';
import { controlledBy, every, find, typed } from '../store.ts';
import type { BackoffRecord } from './backoff-record.ts';
import { getRemainingTime, newBackoffRecord } from './backoff-record.ts';
import { getFinishedTime } from './finished-time.ts';
import type { Job, JobFeatures } from './job.ts';
import { isJobFinished, isPodTerminating, isTerminal, withCounts } from './job.ts';
import { deletePod, isUncounted, makePods, releasePod } from './job-pods.ts';
import { writeStatus } from './job-status.ts';
import type { Synced } from './sync-job.ts';
import { isPodFailed, succeeds, syncJob } from './sync-job.ts';

/** The feature gates as today's releases have them. */
const today: JobFeatures = { JobPodReplacementPolicy: true, JobManagedBy: true };

const podsOf = (world: World, job: Id): readonly Pod[] => [...controlledBy(world, 'Pod', job)].map(({ body }) => body);

/** The failures of a Job since its last success, read from the pods that are still there. */
function recordOf(job: Job, pods: readonly Pod[]): BackoffRecord {
  const ends = (count: (pod: Pod) => boolean): readonly number[] => pods.filter(count).map(getFinishedTime);
  return newBackoffRecord(
    { failuresAfterLastSuccess: 0 },
    ends(succeeds),
    ends((pod) => isPodFailed(job, today, pod)),
  );
}

/** The pods that need not be kept for the Job any more: this pass has counted them, or they shall not count. */
function released(job: Job, uncounted: readonly Pod[], { status, deleted }: Synced): readonly Pod[] {
  const hasFailed = status.conditions.some(({ type }) => type === 'FailureTarget');
  return uncounted.filter((pod) => hasFailed || isTerminal(pod) || isPodFailed(job, today, pod) || deleted.includes(pod));
}

/** One look: counts the pods that have ended, makes those that are missing or deletes those too many, and ends the Job. */
function look(world: World, key: Id): readonly Effect[] {
  const stored = find(world, 'Job', key);
  if (stored === undefined || isJobFinished(stored.body)) return [];
  const job = withCounts(stored.body);
  const now = world.epoch + world.time;
  const [uncounted, counted] = partition(podsOf(world, key), isUncounted);
  const leaving = counted.filter(isPodTerminating).length;
  const synced = syncJob(job, uncounted, recordOf(job, counted), today, now, leaving);
  const pause = isJobFinished(synced) ? 0 : getRemainingTime(synced.backoff, now);
  return [
    ...released(job, uncounted, synced).map((pod) => releasePod(world, pod)),
    ...synced.deleted.flatMap((pod) => deletePod(world, stored, pod)),
    ...makePods(world, stored, synced.created, synced.createdIndexes),
    ...writeStatus(world, stored, synced.status),
    pause > 0 ? remind(lookAgain(key), pause, key) : cancel(key),
  ];
}

function partition<T>(list: readonly T[], holds: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [list.filter(holds), list.filter((one) => !holds(one))];
}

/** What the controller waits for before it does more about a Job. */
function waitsFor(world: World, { id, body }: Stored<'Job'>): readonly Wait[] {
  if (isJobFinished(body)) return [];
  const pods = podsOf(world, id);
  const record = recordOf(withCounts(body), pods);
  const pause = getRemainingTime(record, world.epoch + world.time);
  const values = { job: nameIn(id), failures: record.failuresAfterLastSuccess };
  if (pause > 0) return [{ code: 'back-off', on: id, until: world.time + pause, values }];
  const unfinished = pods.filter((pod) => !isTerminal(pod)).length;
  return unfinished === 0 ? [] : [{ code: 'pods', on: id, values: { job: nameIn(id), pods: unfinished } }];
}

function waits(world: World): readonly Wait[] {
  const found = [...every(world, 'Job')].flatMap((job) => waitsFor(world, job));
  return found.length === 0 ? [{ code: 'change' }] : found;
}

/** The Job controller: runs pods until as many have succeeded as the Job asks for, or too many have failed. */
export const jobController: Behaviour = {
  machine: controllerMachine({
    id: 'k8s-job-controller',
    keyOf: ({ object }) => {
      const pod = typed('Pod', object);
      return pod === undefined ? object.id : controllerId(pod.id, pod.body.metadata);
    },
    look,
  }),
  waits: (_, world) => waits(world),
  looksAround: true,
};
