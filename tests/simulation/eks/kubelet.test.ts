import { describe, expect, it } from 'vitest';
import { generateAPIPodStatus } from '../../../src/simulation/eks/kubelet/api-status.ts';
import { generatePodReadyCondition } from '../../../src/simulation/eks/kubelet/conditions.ts';
import { shouldRestart } from '../../../src/simulation/eks/kubelet/containers/restart-policy.ts';
import { stopTimes } from '../../../src/simulation/eks/kubelet/containers/stop-times.ts';
import { isReadyToStartContainers } from '../../../src/simulation/eks/kubelet/sandbox.ts';
import type { Pod } from '../../../src/simulation/eks/objects.ts';

describe('a container that has exited', () => {
  it.each([
    { role: 'main', policy: 'Always', exitCode: 0, restarts: true },
    { role: 'main', policy: 'OnFailure', exitCode: 0, restarts: false },
    { role: 'main', policy: 'OnFailure', exitCode: 1, restarts: true },
    { role: 'main', policy: 'Never', exitCode: 1, restarts: false },
    { role: 'init', policy: 'Always', exitCode: 0, restarts: false },
    { role: 'init', policy: 'Always', exitCode: 1, restarts: true },
    { role: 'init', policy: 'Never', exitCode: 1, restarts: false },
    { role: 'sidecar', policy: 'Never', exitCode: 0, restarts: true },
  ] as const)('as $role with $exitCode under $policy is started again: $restarts', ({ role, policy, exitCode, restarts }) => {
    expect(shouldRestart(role, policy, exitCode)).toBe(restarts);
  });
});

describe('a container that is stopped', () => {
  const stop = { at: 0, graceEnds: 30_000, preStop: 0, shutDown: 2_500 };

  it('ends when its process has heeded TERM, after its hook', () => {
    expect(stopTimes(stop)).toEqual({ exitsAt: 2_500, exitCode: 0 });
    expect(stopTimes({ ...stop, preStop: 5_000 })).toEqual({ exitsAt: 7_500, exitCode: 0 });
  });

  it('is killed when the grace period is over', () => {
    expect(stopTimes({ ...stop, shutDown: undefined })).toEqual({ exitsAt: 30_000, exitCode: 137 });
    expect(stopTimes({ ...stop, preStop: 29_000 })).toEqual({ exitsAt: 30_000, exitCode: 137 });
  });

  it('gets two seconds more, once, when its hook outlasts the grace period', () => {
    expect(stopTimes({ ...stop, preStop: 60_000, shutDown: 1_000 })).toEqual({ exitsAt: 31_000, exitCode: 0 });
    expect(stopTimes({ ...stop, preStop: 60_000, shutDown: undefined })).toEqual({ exitsAt: 32_000, exitCode: 137 });
  });

  it('is killed at once when there is no grace', () => {
    expect(stopTimes({ ...stop, graceEnds: 0, preStop: 5_000 })).toEqual({ exitsAt: 0, exitCode: 137 });
  });
});

describe('what the kubelet reports', () => {
  const pod: Pod = {
    metadata: { name: 'web' },
    spec: { initContainers: [{ name: 'migrate', image: 'migrate:3' }], containers: [{ name: 'app', image: 'web:7' }] },
  };
  const known = { sandboxReady: true, podIsTerminal: false, now: '2026-11-25T00:00:00.000Z' };

  it('says of containers whose turn has not come that the pod is initializing', () => {
    const { phase, containerStatuses, initContainerStatuses } = generateAPIPodStatus(pod, [], known);
    expect(phase).toBe('Pending');
    for (const status of [...(containerStatuses ?? []), ...(initContainerStatuses ?? [])])
      expect(status.state).toEqual({ waiting: { reason: 'PodInitializing' } });
  });

  it('never leaves a final phase', () => {
    const failed = { ...pod, status: { phase: 'Failed', reason: 'Evicted' } };
    expect(generateAPIPodStatus(failed, [], known)).toMatchObject({ phase: 'Failed', reason: 'Evicted' });
  });

  it('names a readiness gate that has no condition yet', () => {
    const gated = { ...pod, spec: { ...pod.spec, readinessGates: [{ conditionType: 'example.com/ready' }] } };
    expect(generatePodReadyCondition(gated, { type: 'ContainersReady', status: 'True' })).toMatchObject({
      status: 'False',
      message: 'corresponding condition of pod readiness gate "example.com/ready" does not exist.',
    });
  });

  it('needs no address of its own for a pod in the network of its node', () => {
    expect(isReadyToStartContainers([{ ready: true, network: 'node' }], true)).toBe(true);
    expect(isReadyToStartContainers([{ ready: true }], false)).toBe(false);
  });
});
