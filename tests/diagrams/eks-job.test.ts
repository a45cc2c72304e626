import { describe, expect, it } from 'vitest';
import { createJob, patchJob } from '../../diagrams/eks-job/actions.ts';
import { jobId } from '../../diagrams/eks-job/cluster.ts';
import scenario from '../../diagrams/eks-job/scenario.ts';
import type { Act, Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import type { Millis } from '../../src/model/json.ts';
import type { Resource } from '../../src/model/resource.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt } from '../../src/simulation/engine/run.ts';

const seen = (run: Run, at: Millis): Frame => frameAt(run, indexAt(run, at));
const told = extendTo(beginRun(scenario), scenario.horizon);

/** A run in which a reader does some things and nobody tells a story. */
const after = (inputs: readonly Input[], until: Millis): Run => extendTo(beginRun({ ...scenario, horizon: until }, { inputs }), until);
const at = (time: Millis, deed: Act): Input => ({ at: time, ...deed });
const fails = (name: string): Act => ({ fault: 'work-fails', target: jobId(name), on: true });

const jobIn = (frame: Frame, name = 'report'): Resource => {
  const found = frame.resources.get(jobId(name));
  if (found === undefined) throw new Error(`The frame has no Job ${name}.`);
  return found;
};
const podsIn = (frame: Frame): readonly Resource[] => [...frame.resources.values()].filter(({ kind }) => kind === 'k8s-pod');
const deleted = (pod: Resource): Act => ({
  call: { api: 'kubernetes', verb: 'delete', path: `/api/v1/namespaces/default/pods/${pod.id.slice(pod.id.lastIndexOf('/') + 1)}` },
});

/** When each pod of a run was created, in the order of their creation. */
function createdAt(run: Run): readonly Millis[] {
  const times: Millis[] = [];
  for (let index = 0; index < run.length; index += 1) {
    const { time, messages } = frameAt(run, index);
    for (const { log, text } of messages) if (log && text.startsWith('SuccessfulCreate')) times.push(time);
  }
  return times;
}

describe('the walkthrough of Jobs', () => {
  const { walkthrough, horizon } = scenario;
  it.each(walkthrough.map((step, index) => ({ ...step, end: step.until ?? (walkthrough[index + 1]?.at ?? horizon + 1) - 1 })))(
    'at $at ms keeps what it promises: $text',
    ({ then, end }) => {
      for (const goal of then) expect(judge(goal, seen(told, end)), JSON.stringify(goal)).toMatchObject({ met: true });
    },
  );
});

describe('a Job', () => {
  const quiet = after([], 120_000);

  it('never runs more pods than parallelism allows, and stops at its completions', () => {
    const running = Array.from({ length: quiet.length }, (_, index) =>
      podsIn(frameAt(quiet, index)).filter(({ status }) => status === 'Running'),
    );
    expect(Math.max(...running.map((pods) => pods.length))).toBe(2);
    expect(podsIn(seen(quiet, 120_000))).toHaveLength(6);
  });

  it('runs more at once when parallelism is raised, and is over sooner', () => {
    const wide = after([at(1_000, { call: patchJob('report', { parallelism: 6 }) })], 60_000);
    expect(podsIn(seen(wide, 15_000)).filter(({ status }) => status === 'Running')).toHaveLength(6);
    expect(jobIn(seen(quiet, 60_000)).status).toBe('Running');
    expect(jobIn(seen(wide, 60_000)).status).toBe('Complete');
  });

  it('makes the next pod at once after a success, and after a failure when a pause is over that doubles', () => {
    const failing = after([at(1_000, { call: createJob('import', 'single') }), at(1_001, fails('import'))], 240_000);
    const name = (index: number): boolean => podsIn(frameAt(failing, index)).some(({ id }) => id.includes('/import-'));
    expect(name(failing.length - 1)).toBe(true);
    const ends = podsIn(seen(failing, 240_000)).filter(({ id, status }) => id.includes('/import-') && status === 'Failed');
    expect(ends).toHaveLength(4);
    const created = ends.map((pod) => Date.parse(pod.createdAt ?? '')).sort((a, b) => a - b);
    const gaps = created.slice(1).map((time, index) => time - (created[index] ?? 0));
    const [first = 0, second = 0, third = 0] = gaps;
    // Each gap is the life of a pod and the pause; a life varies by some seconds.
    expect(second - first).toBeGreaterThan(0);
    expect(third - second).toBeGreaterThan(10_000);
    expect(createdAt(failing).length).toBeGreaterThan(6);
  });

  it('deletes what still runs when it fails, and is Failed only when that has ended', () => {
    const failing = after([at(0, fails('report'))], 300_000);
    const words = Array.from({ length: failing.length }, (_, index) => jobIn(frameAt(failing, index)).status);
    expect(words.at(-1)).toBe('Failed');
    expect(jobIn(seen(failing, 300_000))).toMatchObject({ reason: 'BackoffLimitExceeded' });
    expect(podsIn(seen(failing, 300_000)).some(({ status }) => status === 'Running')).toBe(false);
  });

  it('counts a pod that the reader deletes as failed, and makes another', () => {
    const [pod] = podsIn(seen(quiet, 10_000));
    if (pod === undefined) throw new Error('The frame has no pod.');
    const frame = seen(after([at(10_000, deleted(pod))], 150_000), 150_000);
    expect(jobIn(frame)).toMatchObject({ status: 'Complete', details: { succeeded: 6, failed: 1 } });
    expect(frame.resources.has(pod.id)).toBe(false);
  });

  it('lets go of a pod that has no node yet only when it has counted it', () => {
    const crowd = after([at(0, { call: patchJob('report', { parallelism: 6 }) }), at(100, { call: createJob('more', 'counted') })], 400);
    const pending = podsIn(seen(crowd, 400)).find(({ details }) => details['node'] === undefined);
    if (pending === undefined) throw new Error('Every pod has a node already.');
    const run = after(
      [at(0, { call: patchJob('report', { parallelism: 6 }) }), at(100, { call: createJob('more', 'counted') }), at(400, deleted(pending))],
      200_000,
    );
    const total = (name: string): number => Number(jobIn(seen(run, 200_000), name).details['failed']);
    expect(total('report') + total('more')).toBe(1);
  });

  it('frees the room of pods that have ended', () => {
    const crowded = after(
      ['a', 'b', 'c'].map((name) => at(0, { call: createJob(name, 'counted') })),
      400_000,
    );
    const frame = seen(crowded, 400_000);
    for (const name of ['report', 'a', 'b', 'c']) expect(jobIn(frame, name).status).toBe('Complete');
    expect(podsIn(frame)).toHaveLength(24);
  });
});
