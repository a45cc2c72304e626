import { describe, expect, it } from 'vitest';
import { activePodsForRemoval } from '../../../src/simulation/eks/job/active-pods-for-removal.ts';
import { COMPLETION_INDEX, indexesFromString, indexesToString } from '../../../src/simulation/eks/job/completion-index.ts';
import type { Job, JobSpec, JobStatus } from '../../../src/simulation/eks/job/job.ts';
import { syncJob } from '../../../src/simulation/eks/job/sync-job.ts';
import type { Pod } from '../../../src/simulation/eks/objects.ts';

const NOW = Date.UTC(2026, 0, 1);
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
const features = { JobPodReplacementPolicy: true, JobManagedBy: true };
const noFailure = { failuresAfterLastSuccess: 0 };

const pod = (name: string, phase: string, metadata: Partial<Pod['metadata']> = {}): Pod => ({
  metadata: { creationTimestamp: ago(100), ...metadata, name },
  spec: { containers: [] },
  status: { phase },
});

const job = (spec: Partial<JobSpec>, status: Partial<JobStatus> = {}): Job => ({
  metadata: { name: 'job' },
  spec: { parallelism: 2, completions: 3, backoffLimit: 6, template: { spec: { containers: [] } }, ...spec },
  status: { active: 0, ready: 0, succeeded: 0, failed: 0, conditions: [], ...status },
});

describe('one pass over a Job', () => {
  it('waits for the pause after a failure, and creates a pod when it is over', () => {
    const failedAt = (seconds: number): Pod => pod('a', 'Failed', { creationTimestamp: ago(seconds) });
    expect(syncJob(job({}), [failedAt(9)], noFailure, features, NOW)).toMatchObject({ created: 0, status: { failed: 1 } });
    expect(syncJob(job({}), [failedAt(10)], noFailure, features, NOW)).toMatchObject({ created: 2, status: { failed: 1 } });
  });

  it('announces a good end, and declares it when nothing is terminating any more', () => {
    const done = job({ podReplacementPolicy: 'Failed' }, { succeeded: 2 });
    const leaving = pod('b', 'Running', { deletionTimestamp: ago(1) });
    const typesOf = (pods: readonly Pod[]): readonly string[] =>
      syncJob(done, pods, noFailure, features, NOW).status.conditions.map(({ type, reason }) => `${type} ${reason ?? ''}`);
    expect(typesOf([pod('a', 'Succeeded'), leaving])).toEqual(['SuccessCriteriaMet CompletionsReached']);
    expect(typesOf([pod('a', 'Succeeded')])).toEqual(['SuccessCriteriaMet CompletionsReached', 'Complete CompletionsReached']);
  });

  it('says of a Job that goes on that it was resumed', () => {
    const suspended = syncJob(job({ suspend: true }), [pod('a', 'Running')], noFailure, features, NOW);
    const resumed = syncJob(job({ suspend: false }, suspended.status), [], noFailure, features, NOW);
    expect(suspended).toMatchObject({ created: 0, status: { active: 0, conditions: [{ type: 'Suspended', status: 'True' }] } });
    expect(resumed).toMatchObject({ created: 2, status: { conditions: [{ type: 'Suspended', status: 'False', reason: 'JobResumed' }] } });
  });

  it('holds back the index of a pod that is leaving until that pod has failed, when the Job replaces only failed pods', () => {
    const leaving = pod('a', 'Running', { deletionTimestamp: ago(100), annotations: { [COMPLETION_INDEX]: '0' } });
    const indexesOf = (podReplacementPolicy: 'Failed' | 'TerminatingOrFailed') =>
      syncJob(job({ completionMode: 'Indexed', podReplacementPolicy }), [leaving], noFailure, features, NOW).createdIndexes;
    expect(indexesOf('Failed')).toEqual([1]);
    expect(indexesOf('TerminatingOrFailed')).toEqual([0, 1]);
  });
});

describe('pods of a Job that are too many', () => {
  it('go by how far they have got: the pending before the running, the younger before the older', () => {
    const pods = [pod('old', 'Running'), pod('young', 'Running', { creationTimestamp: ago(1) }), pod('pending', 'Pending')];
    expect(activePodsForRemoval(job({}).spec, pods, 2).map(({ metadata }) => metadata.name)).toEqual(['pending', 'young']);
  });
});

describe('completed indexes', () => {
  it.each(['', '0', '0,1', '0-2', '2,4,5,7-9'])('are read as they are written: %j', (text) => {
    expect(indexesToString(indexesFromString(text, 20))).toBe(text);
  });

  it('leave out what the Job no longer asks for', () => {
    expect(indexesFromString('0,2-9', 4)).toEqual([0, 2, 3]);
  });
});
