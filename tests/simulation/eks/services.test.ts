import { describe, expect, it } from 'vitest';
import { clusterId, plan, webService } from '../../../diagrams/web-on-eks-cluster.ts';
import scenario from '../../../diagrams/eks-deployment/scenario.ts';
import type { Act, Input } from '../../../src/model/api-call.ts';
import type { Id, JsonObject, Millis } from '../../../src/model/json.ts';
import type { PodEndpoint } from '../../../src/simulation/eks/endpoints/service.ts';
import { routable } from '../../../src/simulation/eks/endpoints/routing.ts';
import { sliceOf } from '../../../src/simulation/eks/endpoints/slice-of.ts';
import { idOf } from '../../../src/simulation/eks/start.ts';
import { timings } from '../../../src/simulation/eks/timings.ts';
import { nameIn } from '../../../src/simulation/eks/identity.ts';
import type { Run } from '../../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt, momentAt } from '../../../src/simulation/engine/run.ts';
import type { World } from '../../../src/simulation/engine/world.ts';
import { deletePod, deploymentId, fault, nodeIds, podsOf, readyPod, runOf, scaleTo, seen, setImage } from './story.ts';

const serviceId = idOf(plan, 'Service', 'web');
const START = 30_000;

const patchProbe = (readinessProbe: JsonObject | null): Act => ({
  call: {
    api: 'kubernetes',
    verb: 'patch',
    path: '/apis/apps/v1/namespaces/default/deployments/web',
    body: { spec: { template: { spec: { containers: [{ name: 'web', readinessProbe }] } } } },
  },
});

const endpointsIn = (world: World): readonly PodEndpoint[] => sliceOf(world, serviceId)?.body.endpoints ?? [];

/** What an endpoint says, in letters: r for ready, s for serving, t for terminating. */
const letters = ({ conditions: { ready, serving, terminating } }: PodEndpoint): string =>
  `${ready ? 'r' : '-'}${serving ? 's' : '-'}${terminating ? 't' : '-'}`;

const worldsOf = (run: Run): readonly World[] => Array.from({ length: run.length }, (_, index) => momentAt(run, index).world);

/** The conditions of a pod's endpoint one after the other; nothing where it is not listed. */
function conditionsOver(run: Run, pod: Id): readonly string[] {
  const told = worldsOf(run).map((world) => {
    const endpoint = endpointsIn(world).find(({ targetRef }) => targetRef.name === nameIn(pod));
    return endpoint === undefined ? 'not listed' : letters(endpoint);
  });
  return told.filter((word, index) => word !== told[index - 1]);
}

/** The failed requests of a second, at each moment between two times. */
const failedBetween = (run: Run, from: Millis, to: Millis): readonly number[] =>
  worldsOf(run)
    .filter(({ time }) => time >= from && time <= to)
    .map((world) => world.domain.measures(world)['requests.failed'] ?? 0);

const failedAt = (run: Run, time: Millis): number => seen(run, time).measures['requests.failed'] ?? 0;

describe('the EndpointSlice of a Service', () => {
  it('lists a pod as not ready, ready, and terminating while it still serves, and then no more', () => {
    const [, last] = podsOf(seen(runOf([], START), START));
    const before = new Set(podsOf(seen(runOf([], START), START)).map(({ id }) => id));
    const run = runOf([{ at: START, ...deletePod(last?.id ?? '') }], START + 60_000);
    expect(conditionsOver(run, last?.id ?? '').slice(-3)).toEqual(['rs-', '-st', 'not listed']);
    const [next] = podsOf(seen(run, START + 60_000)).filter(({ id }) => !before.has(id));
    expect(conditionsOver(run, next?.id ?? '')).toEqual(['not listed', '---', 'rs-']);
  });

  it('has the address, node, zone and name of each pod, and the port of the pods', () => {
    const { world } = momentAt(runOf([], START), indexAt(runOf([], START), START));
    const slice = sliceOf(world, serviceId);
    expect(slice?.body.ports).toEqual([{ name: 'http', port: 8080, protocol: 'TCP' }]);
    expect(endpointsIn(world)).toHaveLength(4);
    for (const { addresses, nodeName, zone, targetRef } of endpointsIn(world)) {
      const pod = podsOf(seen(runOf([], START), START)).find(({ id }) => nameIn(id) === targetRef.name);
      expect(pod?.id).toBeDefined();
      expect(addresses[0]).toMatch(/^10\.0\./);
      expect(`${nodeName ?? ''} ${zone ?? ''}`).toMatch(/^ip-10-0-\S+ eu-west-1[abc]$/);
    }
  });

  it('is written by the API server under a larger resourceVersion each time', () => {
    const run = runOf([{ at: START, ...setImage('web:8') }], START + 60_000);
    const versions = worldsOf(run).map((world) => Number(sliceOf(world, serviceId)?.body.metadata.resourceVersion ?? 0));
    const written = versions.filter((version, index) => version !== versions[index - 1]);
    expect(written.length).toBeGreaterThan(10);
    expect(written).toEqual([...written].sort((a, b) => a - b));
  });

  it('lists pods as ready before they are, if the Service publishes addresses that are not ready', () => {
    const publishing = { ...webService, spec: { ...webService.spec, publishNotReadyAddresses: true } };
    const start = scenario.start.map((effect) =>
      effect.do === 'send' && effect.text === 'create service web'
        ? { ...effect, event: { type: 'object.create', object: { id: serviceId, kind: 'k8s-service', body: publishing } } }
        : effect,
    );
    const run = extendTo(beginRun({ ...scenario, start }, { inputs: [] }), START);
    const listed = worldsOf(run).flatMap((world) => endpointsIn(world).map(letters));
    expect(new Set(listed)).toEqual(new Set(['r--', 'rs-']));
  });
});

describe('the rules of kube-proxy', () => {
  const endpoint = (name: string, ready: boolean, serving: boolean, terminating: boolean): PodEndpoint => ({
    addresses: ['10.0.1.1'],
    conditions: { ready, serving, terminating },
    targetRef: { kind: 'Pod', namespace: 'default', name, uid: name },
  });
  const ready = endpoint('ready', true, true, false);
  const starting = endpoint('starting', false, false, false);
  const leaving = endpoint('leaving', false, true, true);
  const gone = endpoint('gone', false, false, true);

  it.each([
    { title: 'lead to ready endpoints alone', endpoints: [ready, starting, leaving, gone], to: [ready] },
    { title: 'fall back to those that are going and still serve', endpoints: [starting, leaving, gone], to: [leaving] },
    { title: 'lead nowhere when none serves', endpoints: [starting, gone], to: [] },
  ])('$title', ({ endpoints, to }) => {
    expect(routable(endpoints)).toEqual(to);
  });

  it('follow a change of the endpoints when they have been written', () => {
    const run = runOf([{ at: START, ...deletePod(readyPod()) }], START + 5_000);
    const routesAt = (time: Millis): unknown => momentAt(run, indexAt(run, time)).world.actors.get(serviceId)?.snapshot.context;
    const marked = worldsOf(run).find((world) => world.time > START && endpointsIn(world).some((one) => letters(one) === '-st'));
    const written = (marked?.time ?? 0) + timings.watch + timings.proxySync;
    expect(routesAt(written - 1)).toMatchObject({ pods: { length: 4 } });
    expect(routesAt(written)).toMatchObject({ pods: { length: 3 } });
  });
});

describe('requests to a Service', () => {
  it('never fail while a rollout replaces pods that have a readiness probe', () => {
    const run = runOf([{ at: START, ...setImage('web:8') }], START + 60_000);
    expect(podsOf(seen(run, START + 60_000)).every(({ details }) => details['image'] === 'web:8')).toBe(true);
    expect(new Set(failedBetween(run, START, START + 60_000))).toEqual(new Set([0]));
  });

  it('fail during the same rollout without one, since a process that only starts counts as ready', () => {
    const run = runOf([{ at: START, ...patchProbe(null) }], START + 60_000);
    expect(Math.max(...failedBetween(run, START, START + 60_000))).toBeGreaterThanOrEqual(30);
    expect(failedAt(run, START + 60_000)).toBe(0);
  });

  it('fail at a broken pod until its probe has failed three times, and then go to the others', () => {
    const run = runOf([{ at: START, ...fault('readiness-fails', readyPod()) }], START + 60_000);
    expect(failedAt(run, START + 15_000)).toBe(30);
    expect(failedAt(run, START + 40_000)).toBe(0);
  });

  it('fail at a broken pod for good if nothing probes it', () => {
    const changed = runOf([{ at: START, ...patchProbe(null) }], START + 60_000);
    const [pod] = podsOf(seen(changed, START + 60_000));
    const inputs: readonly Input[] = [
      { at: START, ...patchProbe(null) },
      { at: START + 60_000, ...fault('readiness-fails', pod?.id ?? '') },
    ];
    const run = runOf(inputs, START + 400_000);
    expect(failedAt(run, START + 400_000)).toBe(30);
    expect(seen(run, START + 400_000).measures['pods.available']).toBe(4);
  });

  it('fail at a process that was killed until the next rules are written', () => {
    const run = runOf([{ at: START, ...fault('crash-loop', readyPod()) }], START + 30_000);
    const failed = failedBetween(run, START, START + 30_000);
    expect(Math.max(...failed)).toBe(30);
    expect(failed.at(-1)).toBe(0);
  });

  it('fail at the pods of a node that is cut off until the cluster believes the silence', () => {
    const run = runOf([{ at: START, ...fault('node-lost', nodeIds[0] ?? '') }], START + 60_000);
    expect(failedAt(run, START + 49_000)).toBeGreaterThan(0);
    expect(failedAt(run, START + 55_000)).toBe(0);
  });

  it('all fail when there is no pod', () => {
    const run = runOf([{ at: START, ...scaleTo(0) }], START + 60_000);
    expect(seen(run, START + 60_000).measures).toMatchObject({ 'requests.served': 0, 'requests.failed': 120 });
  });
});

describe('what waits around a Service', () => {
  it('says that no address is ready, on the Service, and names the controller that would list one', () => {
    const frame = seen(
      runOf(
        [
          { at: START, ...fault('no-node-fits', deploymentId) },
          { at: START + 1_000, ...scaleTo(0) },
        ],
        START + 60_000,
      ),
      START + 60_000,
    );
    expect(frame.resources.get(serviceId)?.waitingFor).toEqual([{ code: 'endpoint' }]);
    expect(frame.resources.get(`${clusterId}#endpointslice-controller`)?.waitingFor).toEqual([{ code: 'change' }]);
  });
});
