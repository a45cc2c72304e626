import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/model/api-call.ts';
import type { Run } from '../../../src/simulation/engine/run.ts';
import { deploymentId, logOf, podsOf, runOf, scaleTo, seen, setImage } from './story.ts';

/** The changes of size in a log, such as `new 0 to 1`, with the ReplicaSets named in the order in which they appear. */
function scalings(run: Run, from: number): readonly string[] {
  const names: string[] = [];
  return run.recording.log.flatMap(({ at, text }) => {
    const [, name = '', before, after] = /^ScalingReplicaSet: Scaled \w+ replica set (\S+) from (\d+) to (\d+)$/.exec(text) ?? [];
    if (name === '' || at < from) return [];
    if (!names.includes(name)) names.push(name);
    return [`${names.indexOf(name) + 1}: ${before ?? ''} to ${after ?? ''}`];
  });
}

const ROLLOUT = 60_000;

describe('a rolling update', () => {
  it.each([
    // 25 % of 4: one too many, one too few. 1 is the new ReplicaSet.
    { replicas: 4, first: ['1: 0 to 1', '2: 4 to 3', '1: 1 to 2'] },
    // 25 % of 3: surge rounds up to 1, unavailable down to 0: nothing old goes before something new is ready.
    { replicas: 3, first: ['1: 0 to 1', '2: 3 to 2', '1: 1 to 2'] },
    { replicas: 1, first: ['1: 0 to 1', '2: 1 to 0'] },
    // 25 % of 9: 3 too many, 2 too few.
    { replicas: 9, first: ['1: 0 to 3', '2: 9 to 7', '1: 3 to 5'] },
  ])('of $replicas pods begins with $first', ({ replicas, first }) => {
    const inputs: readonly Input[] = [
      { at: 0, ...scaleTo(replicas) },
      { at: ROLLOUT, ...setImage('web:8') },
    ];
    expect(scalings(runOf(inputs, 300_000), ROLLOUT).slice(0, first.length)).toEqual(first);
  });

  it('ends with all pods of the new image, and the empty old ReplicaSet kept', () => {
    const frame = seen(runOf([{ at: ROLLOUT, ...setImage('web:8') }], 300_000), 300_000);
    expect(podsOf(frame).map(({ details, health }) => [details['image'], health])).toEqual(Array(4).fill(['web:8', 'Ready']));
    const sets = [...frame.resources.values()].filter(({ kind }) => kind === 'k8s-replica-set');
    expect(sets.map(({ status, details }) => [status, details['image'], details['revision']]).sort()).toEqual([
      ['Empty', 'web:7', 1],
      ['Settled', 'web:8', 2],
    ]);
    expect(frame.resources.get(deploymentId)).toMatchObject({
      status: 'Complete',
      details: { progress: 'NewReplicaSetAvailable', revision: 2 },
    });
  });

  it('that makes no progress has failed after 600 seconds, and keeps its old pods', () => {
    const run = runOf([{ at: 20_000, ...setImage('web:nine') }], 720_000);
    expect(seen(run, 610_000).resources.get(deploymentId)).toMatchObject({ status: 'Progressing' });
    expect(seen(run, 630_000).resources.get(deploymentId)).toMatchObject({
      status: 'Failed',
      reason: 'ProgressDeadlineExceeded',
      text: expect.stringMatching(/^ReplicaSet "web-\w+" has timed out progressing\.$/) as string,
    });
    expect(seen(run, 630_000).measures['pods.available']).toBe(3);
  });

  it('that was undone gives the old ReplicaSet a new revision', () => {
    const run = runOf(
      [
        { at: ROLLOUT, ...setImage('web:8') },
        { at: 150_000, ...setImage('web:7') },
      ],
      300_000,
    );
    const sets = [...seen(run, 300_000).resources.values()].filter(({ kind }) => kind === 'k8s-replica-set');
    expect(sets.map(({ details }) => [details['image'], details['revision']]).sort()).toEqual([
      ['web:7', 3],
      ['web:8', 2],
    ]);
  });
});

describe('scaling', () => {
  it('up beyond what the nodes hold leaves one pod waiting, and scaling down lets it go first', () => {
    const run = runOf(
      [
        { at: 20_000, ...scaleTo(10) },
        { at: 100_000, ...scaleTo(9) },
      ],
      200_000,
    );
    const waiting = podsOf(seen(run, 90_000)).filter(({ reason }) => reason === 'Unschedulable');
    expect(waiting).toHaveLength(1);
    expect(logOf(run)).toContain(
      'FailedScheduling: 0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
    );
    expect(podsOf(seen(run, 110_000)).map(({ id }) => id)).not.toContain(waiting[0]?.id);
    expect(seen(run, 200_000).measures).toMatchObject({ 'pods.available': 9, 'pods.wanted': 9 });
  });

  it('to nothing ends every pod within its grace', () => {
    const frame = seen(runOf([{ at: 20_000, ...scaleTo(0) }], 51_000), 51_000);
    expect(podsOf(frame)).toEqual([]);
    expect(frame.measures).toMatchObject({ 'pods.available': 0, 'pods.wanted': 0 });
  });

  it('in the middle of a rollout is spread over both ReplicaSets', () => {
    const run = runOf(
      [
        { at: 20_000, ...setImage('web:nine') },
        { at: 60_000, ...scaleTo(8) },
      ],
      62_000,
    );
    // 3 old and 2 new of at most 5 become 6 and 4 of at most 10.
    expect(scalings(run, 60_000).slice(0, 2)).toEqual(['1: 3 to 6', '2: 2 to 4']);
  });
});
