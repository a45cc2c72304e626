import { describe, expect, it } from 'vitest';
import { configure, kubectl, updateCluster, updateNodes } from '../../diagrams/eks-node-groups/calls.ts';
import { autoScalingId, budgetId, groupId, nodeId } from '../../diagrams/eks-node-groups/cluster.ts';
import scenario from '../../diagrams/eks-node-groups/scenario.ts';
import type { ApiCall, Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act, beginRun, extendTo, indexAt, logAt, momentAt } from '../../src/simulation/engine/run.ts';

const told = extendTo(beginRun(scenario), scenario.horizon);
const runOf = (inputs: readonly Input[], until: number): Run => extendTo(beginRun(scenario, { inputs }), until);
const seen = (run: Run, time: number): Frame => frameAt(run, indexAt(run, time));
const logOf = (run: Run): readonly string[] => logAt(run, run.length - 1).map(({ text }) => text);
const group = (frame: Frame) => frame.resources.get(groupId);
const ready = (frame: Frame): number =>
  [...frame.resources.values()].filter(({ kind, status }) => kind === 'k8s-node' && status === 'Ready').length;
const updates = (frame: Frame) => [...frame.resources.values()].filter(({ kind }) => kind === 'eks-update');
const measuresAt = (run: Run, index: number) => scenario.domain.measures(momentAt(run, index).world);
const replyTo = (call: ApiCall): unknown => act(told, 0, 0, { call }).reply?.body;

/** The inputs that bring the control plane to 1.36 and then ask for the nodes. */
const updated = (force = false): readonly Input[] => [
  { at: 0, call: updateCluster('1.36') },
  { at: 60_000, call: updateNodes(force) },
];
const MINUTE = 60_000;
const fault = (id: string, target: string): Input => ({ at: 1_000, fault: id, target, on: true });

describe('the walkthrough', () => {
  const { walkthrough, horizon } = scenario;
  it.each(walkthrough.map((step, index) => ({ ...step, end: step.until ?? (walkthrough[index + 1]?.at ?? horizon + 1) - 1 })))(
    'at $at ms keeps what it promises: $text',
    ({ then, end }) => {
      for (const goal of then) expect(judge(goal, seen(told, end)), JSON.stringify(goal)).toMatchObject({ met: true });
    },
  );

  it('never has fewer pods of web than the budget asks for while nodes are updated', () => {
    for (let index = indexAt(told, 0); index < indexAt(told, 590_000); index += 1) {
      expect(measuresAt(told, index)['pods.available']).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('an update of a node group', () => {
  it('fails with PodEvictionFailure when a budget keeps every pod for 15 minutes, and the old nodes take pods again', () => {
    const run = runOf([fault('budget-blocks', budgetId), ...updated()], 25 * MINUTE);
    const before = seen(run, 60_000 + 15 * MINUTE);
    expect(updates(before).map(({ status }) => status)).toEqual(['InProgress']);
    const end = seen(run, 25 * MINUTE);
    expect(updates(end)).toMatchObject([{ status: 'Failed', reason: 'PodEvictionFailure' }]);
    expect(group(end)).toMatchObject({ status: 'ACTIVE', details: { version: '1.35' } });
    expect(end.resources.get(nodeId('10.0.1.12'))?.reason).toBeUndefined();
    expect(ready(end)).toBe(4);
    expect(end.measures).toMatchObject({ 'nodes.older': 4, 'pods.available': 6 });
    expect(logOf(run).filter((text) => text.includes("Cannot evict pod as it would violate the pod's disruption budget."))).not.toEqual([]);
  });

  it('goes on with force when the 15 minutes are over', () => {
    const run = runOf([fault('budget-blocks', budgetId), ...updated(true)], 25 * MINUTE);
    expect(seen(run, 25 * MINUTE).measures['nodes.older']).toBeLessThan(4);
  });

  it('fails with NodeCreationFailure when new nodes do not join', () => {
    const run = runOf([fault('nodes-do-not-join', autoScalingId), ...updated()], 25 * MINUTE);
    const end = seen(run, 25 * MINUTE);
    expect(updates(end)).toMatchObject([{ status: 'Failed', reason: 'NodeCreationFailure' }]);
    expect(ready(end)).toBe(4);
    expect(group(end)).toMatchObject({ status: 'ACTIVE', details: { version: '1.35' } });
    expect(end.resources.get(autoScalingId)?.details).toMatchObject({ desired: 3, instances: 3 });
  });

  it('with MINIMAL never has a node more than before', () => {
    const minimal = { at: 20_000, call: configure({ updateConfig: { maxUnavailable: 1, updateStrategy: 'MINIMAL' } }) };
    const run = runOf([minimal, ...updated()], 20 * MINUTE);
    for (let index = 0; index < run.length; index += 1) {
      const measures = measuresAt(run, index);
      expect((measures['nodes.current'] ?? 0) + (measures['nodes.older'] ?? 0)).toBeLessThanOrEqual(4);
    }
    expect(group(seen(run, 20 * MINUTE))).toMatchObject({ status: 'ACTIVE', details: { version: '1.36' } });
  });

  it.each([
    { why: 'a version newer than the control plane', call: { operation: 'UpdateNodegroupVersion', input: { version: '1.36' } } },
    { why: 'more nodes than the maximum', call: { operation: 'UpdateNodegroupConfig', input: { scalingConfig: { desiredSize: 7 } } } },
    { why: 'fewer nodes than the minimum', call: { operation: 'UpdateNodegroupConfig', input: { scalingConfig: { desiredSize: 0 } } } },
  ])('is refused for $why', ({ call: { operation, input } }) => {
    const call: ApiCall = { api: 'eks', operation, input: { clusterName: 'drydock', nodegroupName: 'workers', ...input } };
    expect(replyTo(call)).toMatchObject({ __type: 'InvalidParameterException' });
  });
});

describe('a group', () => {
  it('that shrinks drains the node that goes', () => {
    const run = runOf([{ at: 1_000, call: configure({ scalingConfig: { desiredSize: 2 } }) }], 3 * MINUTE);
    expect(ready(seen(run, 3 * MINUTE))).toBe(3);
    expect(logOf(run).filter((text) => text.endsWith(' drained'))).toHaveLength(1);
    expect(seen(run, 3 * MINUTE).measures['pods.available']).toBe(6);
  });

  it('is DEGRADED while EC2 has no capacity, and ACTIVE again when it has', () => {
    const grow = { at: 2_000, call: configure({ scalingConfig: { desiredSize: 4 } }) };
    const mended: Input = { at: 4 * MINUTE, fault: 'capacity-missing', target: autoScalingId, on: false };
    const run = runOf([fault('capacity-missing', autoScalingId), grow, mended], 8 * MINUTE);
    expect(group(seen(run, 3 * MINUTE))).toMatchObject({ status: 'DEGRADED', reason: 'AsgInstanceLaunchFailures' });
    expect(group(seen(run, 8 * MINUTE))?.status).toBe('ACTIVE');
    expect(ready(seen(run, 8 * MINUTE))).toBe(5);
  });

  it('that loses a zone launches elsewhere', () => {
    const run = runOf([fault('zone-lost', 'eu-west-1b')], 8 * MINUTE);
    const zones = [...seen(run, 8 * MINUTE).resources.values()].filter(({ kind }) => kind === 'k8s-node').map(({ scope }) => scope.zone);
    expect(zones).toHaveLength(4);
    expect(zones).not.toContain('eu-west-1b');
    expect(seen(run, 8 * MINUTE).measures['pods.available']).toBe(6);
  });
});

describe('the eviction API', () => {
  const evict = (run: Run, time: number) => {
    const index = indexAt(run, time);
    const pod = [...frameAt(run, index).resources.values()].find(({ kind, scope }) => kind === 'k8s-pod' && scope.namespace === 'default');
    const name = pod?.id.slice(pod.id.lastIndexOf('/') + 1) ?? '';
    const call: ApiCall = { api: 'kubernetes', verb: 'create', path: `/api/v1/namespaces/default/pods/${name}/eviction` };
    return { name, ...act(run, index, time, { call }) };
  };

  it('deletes a pod that the budget can spare, and marks it as disrupted', () => {
    const { run, reply, name } = evict(runOf([], 1_000), 1_000);
    expect(reply).toMatchObject({ ok: true, body: { status: 'Success' } });
    const later = extendTo(run, 2_000);
    const pod = momentAt(later, later.length - 1).world.objects.get(`k8s:drydock/Pod/default/${name}`)?.body;
    expect(pod).toMatchObject({ metadata: { deletionGracePeriodSeconds: 30 } });
    expect(JSON.stringify(pod)).toContain('EvictionByEvictionAPI');
  });

  it('answers 429 with the counts of the budget while it can spare none', () => {
    const { reply } = evict(runOf([fault('budget-blocks', budgetId)], 5_000), 5_000);
    expect(reply).toMatchObject({
      ok: false,
      body: {
        code: 429,
        reason: 'TooManyRequests',
        message: "Cannot evict pod as it would violate the pod's disruption budget.",
        details: { causes: [{ message: 'The disruption budget web-budget needs 6 healthy pods and has 6 currently' }] },
      },
    });
  });
});

describe('a drain by hand', () => {
  it('leaves the DaemonSet pod, and the node stays cordoned until it is uncordoned', () => {
    const node = nodeId('10.0.2.40');
    const inputs = [
      { at: 1_000, call: kubectl('drain', node) },
      { at: 2 * MINUTE, call: kubectl('uncordon', node) },
    ];
    const run = runOf(inputs, 3 * MINUTE);
    const pods = (time: number) =>
      [...seen(run, time).resources.values()].filter(
        ({ kind, details }) => kind === 'k8s-pod' && details['node'] === 'ip-10-0-2-40.eu-west-1.compute.internal',
      );
    expect(pods(MINUTE).map(({ scope }) => scope.namespace)).toEqual(['kube-system']);
    expect(seen(run, MINUTE).resources.get(node)?.reason).toBe('SchedulingDisabled');
    expect(seen(run, 3 * MINUTE).resources.get(node)?.reason).toBeUndefined();
  });

  it('waits for ever while a budget refuses', () => {
    const run = runOf([fault('budget-blocks', budgetId), { at: 2_000, call: kubectl('drain', nodeId('10.0.2.40')) }], 20 * MINUTE);
    expect(logOf(run).some((text) => text.endsWith(' drained'))).toBe(false);
    expect(seen(run, 20 * MINUTE).measures['pods.available']).toBe(6);
  });
});
