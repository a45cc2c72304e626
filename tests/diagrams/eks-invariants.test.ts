import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiObject } from '../../src/model/api-object.ts';
import type { Millis } from '../../src/model/json.ts';
import { conditionOf } from '../../src/simulation/eks/objects.ts';
import { typed } from '../../src/simulation/eks/store.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { extendTo, indexAt, lastMoment } from '../../src/simulation/engine/run.ts';
import { writtenAt } from '../../src/simulation/engine/written.ts';
import { checkKubernetes } from './eks-invariants.ts';
import { drawsUpTo, eksScenarios, readAlong } from './reader.ts';

const FIVE_MINUTES: Millis = 300_000;
/** Whatever inputs lead to is over, or goes round, when so much time has passed. */
const SETTLES_WITHIN: Millis = 1_800_000;
/** Then it is watched for so long. */
const WATCHED: Millis = 1_200_000;

/** The objects of Kubernetes that were written after a time. */
const writtenAfter = (run: Run, time: Millis): readonly ApiObject[] =>
  run.recording.moments.slice(indexAt(run, time) + 1, run.length).flatMap(({ world, changed }) =>
    changed.flatMap((id) => {
      const object = world.objects.get(id);
      return object?.id.startsWith('k8s:') === true && writtenAt(object) === world.time ? object : [];
    }),
  );

/** What a container waits for that a kubelet tries again and again. */
const backOffs = new Set(['CrashLoopBackOff', 'ErrImagePull', 'ImagePullBackOff', 'CreateContainerConfigError']);

/** A pod whose containers are restarted or pulled again after a pause, or that runs and is found not ready by its probe. */
function isLoop(object: ApiObject): boolean {
  const status = typed('Pod', object)?.body.status;
  const containers = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  return (
    containers.some(({ restartCount = 0, state }) => restartCount > 0 || backOffs.has(state?.waiting?.reason ?? '')) ||
    (status?.phase === 'Running' && conditionOf(status.conditions, 'Ready')?.status === 'False')
  );
}

describe.each(eksScenarios.map((scenario) => ({ scenario, id: scenario.id })))('whatever a reader does to $id', ({ scenario }) => {
  it('the API server stores every change under a larger resourceVersion, pods stay where they are, and no node is given more than it has', () => {
    fc.assert(
      fc.property(drawsUpTo(8), (draws) => {
        const deeds = readAlong(scenario, draws, FIVE_MINUTES);
        checkKubernetes(extendTo(deeds, lastMoment(deeds).world.time + FIVE_MINUTES));
      }),
      { numRuns: Math.ceil(90 / eksScenarios.length), seed: 20261125 },
    );
  }, 120_000);

  it('the world comes to rest afterwards, or goes round in a back-off or a probe', () => {
    const long = { ...scenario, horizon: FIVE_MINUTES + SETTLES_WITHIN + WATCHED };
    fc.assert(
      fc.property(drawsUpTo(8), (draws) => {
        const run = extendTo(readAlong(long, draws, FIVE_MINUTES), long.horizon);
        const written = writtenAfter(run, long.horizon - WATCHED);
        const pods = written.filter(({ kind }) => kind === 'k8s-pod');
        expect(pods.filter((pod) => !isLoop(pod) && !written.some((other) => other.id === pod.id && isLoop(other)))).toEqual([]);
        if (pods.length === 0) expect([...new Set(written.map(({ kind }) => kind))]).toEqual([]);
      }),
      { numRuns: Math.ceil(40 / eksScenarios.length), seed: 20261126 },
    );
  }, 120_000);
});
