import { getRemainingTime, newBackoffRecord } from '../../simulation/eks/job/backoff-record.ts';
import { COMPLETION_INDEX } from '../../simulation/eks/job/completion-index.ts';
import { getFinishedTime } from '../../simulation/eks/job/finished-time.ts';
import type { Job, JobSpec } from '../../simulation/eks/job/job.ts';
import { syncJob } from '../../simulation/eks/job/sync-job.ts';
import type { ContainerStatus, Pod } from '../../simulation/eks/objects.ts';
import type { PodRow } from './k8s-objects.ts';
import { podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

const NOW = Date.UTC(2026, 0, 1);

const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();

interface SyncRow {
  readonly parallelism: number;
  readonly completions: number | null;
  readonly backoffLimit: number;
  readonly completionMode: 'NonIndexed' | 'Indexed';
  readonly suspend: boolean;
  readonly wasSuspended: boolean;
  readonly deleting: boolean;
  readonly podReplacementPolicy: Exclude<JobSpec['podReplacementPolicy'], undefined> | null;
  readonly podReplacementFeature?: boolean;
  readonly managedByFeature?: boolean;
  readonly pending: number;
  readonly active: number;
  readonly ready: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly terminating: number;
  readonly podsByIndex: readonly { readonly index: string; readonly phase: string }[];
  readonly failuresSinceSuccess: number | null;
  readonly lastFailureSecondsAgo: number | null;
}

const many = (count: number, row: (index: number) => PodRow): readonly Pod[] =>
  Array.from({ length: count }, (_, index) => podOf(row(index)));

const podsOf = (row: SyncRow): readonly Pod[] => [
  ...many(row.pending, () => ({ status: { phase: 'Pending' } })),
  ...many(row.active, (index) => ({
    status: { phase: 'Running', conditions: index < row.ready ? [{ type: 'Ready', status: 'True' }] : [] },
  })),
  ...many(row.succeeded, () => ({ status: { phase: 'Succeeded' } })),
  ...many(row.failed, () => ({ status: { phase: 'Failed' } })),
  ...many(row.terminating, () => ({ metadata: { deletionTimestamp: at(0) }, status: { phase: 'Running' } })),
  ...row.podsByIndex.map(({ index, phase }) => podOf({ metadata: { annotations: { [COMPLETION_INDEX]: index } }, status: { phase } })),
];

const jobOf = (row: SyncRow): Job => ({
  metadata: { name: 'job', ...(row.deleting ? { deletionTimestamp: at(0) } : {}) },
  spec: {
    parallelism: row.parallelism,
    ...(row.completions === null ? {} : { completions: row.completions }),
    backoffLimit: row.backoffLimit,
    completionMode: row.completionMode,
    suspend: row.suspend,
    ...(row.podReplacementPolicy === null ? {} : { podReplacementPolicy: row.podReplacementPolicy }),
    template: { spec: { containers: [] } },
  },
  status: {
    active: 0,
    ready: 0,
    succeeded: 0,
    failed: 0,
    conditions: row.wasSuspended ? [{ type: 'Suspended', status: 'True', reason: 'JobSuspended', message: 'Job suspended' }] : [],
  },
});

interface Ended {
  readonly state: string;
  readonly finishedAt: number | null;
}

const statusesOf = (containers: readonly Ended[]): readonly ContainerStatus[] =>
  containers.map(({ state, finishedAt }, index) => ({
    name: String(index),
    state: state === 'terminated' ? { terminated: { exitCode: 0, ...(finishedAt === null ? {} : { finishedAt: at(finishedAt) }) } } : {},
  }));

const answers: Readonly<Record<string, (given: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>>> = {
  sync: (given) => {
    const row = givenAs<SyncRow>(given);
    const record = {
      failuresAfterLastSuccess: row.failuresSinceSuccess ?? 0,
      ...(row.lastFailureSecondsAgo === null ? {} : { lastFailureTime: NOW - row.lastFailureSecondsAgo * 1000 }),
    };
    const features = { JobPodReplacementPolicy: row.podReplacementFeature ?? false, JobManagedBy: row.managedByFeature ?? false };
    const { created, createdIndexes = null, deleted, status } = syncJob(jobOf(row), podsOf(row), record, features, NOW);
    const { terminating = null, completedIndexes = '' } = status;
    return { created, createdIndexes, deleted: deleted.length, ...status, terminating, completedIndexes };
  },
  'backoff-record': (row) => {
    const { failuresBefore, succeededAt, failedAt } = givenAs<{
      readonly failuresBefore: number;
      readonly succeededAt: readonly number[];
      readonly failedAt: readonly number[];
    }>(row);
    const record = newBackoffRecord({ failuresAfterLastSuccess: failuresBefore }, succeededAt, failedAt);
    return { failuresSinceSuccess: record.failuresAfterLastSuccess, lastFailureAt: record.lastFailureTime ?? null };
  },
  'finish-time': (row) => {
    const given = givenAs<{
      readonly containers: readonly Ended[];
      readonly sidecars: readonly Ended[];
      readonly deletedAt: number | null;
      readonly gracePeriodSeconds: number | null;
      readonly readyCondition: { readonly status: string; readonly changedAt: number } | null;
      readonly createdAt: number | null;
    }>(row);
    const { readyCondition: ready, sidecars } = given;
    const pod = podOf({
      metadata: {
        ...(given.createdAt === null ? {} : { creationTimestamp: at(given.createdAt) }),
        ...(given.deletedAt === null ? {} : { deletionTimestamp: at(given.deletedAt) }),
        ...(given.gracePeriodSeconds === null ? {} : { deletionGracePeriodSeconds: given.gracePeriodSeconds }),
      },
      spec: { initContainers: sidecars.map((_, index) => ({ name: String(index), image: 'sidecar', restartPolicy: 'Always' })) },
      status: {
        containerStatuses: statusesOf(given.containers),
        initContainerStatuses: statusesOf(sidecars),
        conditions: ready === null ? [] : [{ type: 'Ready', status: ready.status, lastTransitionTime: at(ready.changedAt) }],
      },
    });
    return { finishedAt: (getFinishedTime(pod) - NOW) / 1000 };
  },
  'remaining-backoff': (row) => {
    const given = givenAs<{
      readonly failuresSinceSuccess: number;
      readonly secondsSinceLastFailure: number | null;
      readonly defaultBackoffSeconds: number;
      readonly maxBackoffSeconds: number;
    }>(row);
    const { failuresSinceSuccess, secondsSinceLastFailure: ago } = given;
    const record = { failuresAfterLastSuccess: failuresSinceSuccess, ...(ago === null ? {} : { lastFailureTime: NOW - ago * 1000 }) };
    return { seconds: getRemainingTime(record, NOW, given.defaultBackoffSeconds * 1000, given.maxBackoffSeconds * 1000) / 1000 };
  },
};

/** What our Job functions make of a row of `job`. */
export const answerJob: Answer = ({ kind = '', given }) => {
  const answer = answers[kind];
  if (answer === undefined) throw new Error(`Rows of kind ${kind} have no answer yet.`);
  return answer(given);
};
