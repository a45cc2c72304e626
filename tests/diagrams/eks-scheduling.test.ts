import { describe, expect, it } from 'vitest';
import { askOfNodes, changeNode, createUrgent, scale } from '../../diagrams/eks-scheduling/calls.ts';
import { deploymentId, nodeId, plan } from '../../diagrams/eks-scheduling/cluster.ts';
import { ruled, rules } from '../../diagrams/eks-scheduling/rules.ts';
import scenario from '../../diagrams/eks-scheduling/scenario.ts';
import type { ApiCall, Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import type { Resource } from '../../src/model/resource.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act, beginRun, extendTo, indexAt, logAt, momentAt } from '../../src/simulation/engine/run.ts';
import type { Pod } from '../../src/simulation/eks/objects.ts';
import { amountOf, none, plus, requestOf } from '../../src/simulation/eks/scheduler/amount.ts';
import { nodeName } from '../../src/simulation/eks/start.ts';
import { typed } from '../../src/simulation/eks/store.ts';

const told = extendTo(beginRun(scenario), scenario.horizon);
const runOf = (calls: readonly ApiCall[], until = 60_000): Run =>
  extendTo(beginRun(scenario, { inputs: calls.map((call, index) => ({ at: 10_000 + index * 20_000, call }) satisfies Input) }), until);
const seen = (run: Run, time: number): Frame => frameAt(run, indexAt(run, time));
const end = (run: Run): Frame => frameAt(run, run.length - 1);
const podsIn = ({ resources }: Frame): readonly Resource[] => [...resources.values()].filter(({ kind }) => kind === 'k8s-pod');
const waiting = (frame: Frame): readonly Resource[] => podsIn(frame).filter(({ reason }) => reason === 'Unschedulable');
const logOf = (run: Run): readonly string[] => logAt(run, run.length - 1).map(({ text }) => text);
const cordoned = (address: string): ApiCall => changeNode(nodeName(plan, address), { unschedulable: true });

/** The pods of the stored objects at one moment of a run. */
const storedPods = (run: Run, index: number): readonly Pod[] =>
  [...momentAt(run, index).world.objects.values()].flatMap((object) => typed('Pod', object)?.body ?? []);

describe('the walkthrough', () => {
  const { walkthrough, horizon } = scenario;
  it.each(walkthrough.map((step, index) => ({ ...step, end: step.until ?? (walkthrough[index + 1]?.at ?? horizon + 1) - 1 })))(
    'at $at ms keeps what it promises: $text',
    ({ then, end: until }) => {
      for (const goal of then) expect(judge(goal, seen(told, until)), JSON.stringify(goal)).toMatchObject({ met: true });
    },
  );
});

describe('a pod that no node takes', () => {
  it('says how many nodes rejected it for which reason', () => {
    const [pod] = waiting(seen(told, 44_000));
    expect(pod?.text).toBe(
      '0/4 nodes are available: 1 node(s) had untolerated taint(s), 3 Insufficient cpu. preemption: 0/4 nodes are available: 1 Preemption is not helpful for scheduling, 3 No preemption victims found for incoming pod.',
    );
  });

  it.each([
    { rule: 'anti-affinity', says: "3 node(s) didn't match pod anti-affinity rules" },
    { rule: 'zone', says: "2 node(s) didn't match Pod's node affinity/selector" },
    { rule: 'spread-zones', says: "node(s) didn't match pod topology spread constraints" },
  ])('names the rule $rule', ({ rule, says }) => {
    const run = runOf([askOfNodes('web', ruled(rule, 'web')), scale('web', 14)], 120_000);
    expect(waiting(end(run)).map(({ text }) => text)).toContainEqual(expect.stringContaining(says));
  });

  it('finds a node as soon as one is uncordoned', () => {
    const full = [cordoned('10.0.2.40'), scale('web', 9)];
    const open = changeNode(nodeName(plan, '10.0.2.40'), { unschedulable: false });
    expect(waiting(end(runOf(full)))).not.toEqual([]);
    expect(waiting(end(runOf([...full, open], 80_000)))).toEqual([]);
  });

  it('is tried again after pauses that do not exceed ten seconds by much', () => {
    const run = runOf([scale('web', 11), scale('web', 12)]);
    const before = logOf(run).filter((text) => text.startsWith('FailedScheduling')).length;
    expect(before).toBeGreaterThanOrEqual(3);
    expect(before).toBeLessThan(20);
  });
});

describe('preemption', () => {
  const run = runOf([scale('web', 9), createUrgent], 120_000);

  it('lets urgent pods run and leaves those that had to go without a node', () => {
    expect(podsIn(end(run)).filter(({ details, health }) => details['image'] === 'urgent:1' && health === 'Ready')).toHaveLength(2);
    expect(waiting(end(run)).every(({ details }) => details['image'] === 'web:1')).toBe(true);
    expect(waiting(end(run))).not.toEqual([]);
  });

  it('takes no more pods than it must, and says for whom', () => {
    expect(logOf(run).filter((text) => text.startsWith('Preempted: Preempted by pod '))).toHaveLength(waiting(end(run)).length);
  });

  it('nominates the node to the pod and marks the victim as disrupted', () => {
    const all = Array.from({ length: run.length }, (_, index) => storedPods(run, index)).flat();
    expect(all.some(({ status }) => status?.nominatedNodeName !== undefined)).toBe(true);
    expect(all.flatMap(({ status }) => status?.conditions ?? [])).toContainEqual(
      expect.objectContaining({ type: 'DisruptionTarget', reason: 'PreemptionByScheduler' }),
    );
  });

  it('does not happen among pods of one priority', () => {
    expect(logOf(runOf([scale('web', 14)])).filter((text) => text.startsWith('Preempted'))).toEqual([]);
  });
});

describe('whatever is done', () => {
  const runs = [
    told,
    ...rules.map(({ value }) =>
      runOf([scale('web', 11), askOfNodes('web', ruled(value, 'web')), createUrgent, cordoned('10.0.1.12')], 120_000),
    ),
  ];

  it('requests on a node never exceed what it has', () => {
    const { cpu } = amountOf(plan.allocatable);
    for (const run of runs) {
      for (let index = 0; index < run.length; index += 1) {
        const byNode = Map.groupBy(storedPods(run, index), ({ spec }) => spec.nodeName ?? '');
        for (const [node, pods] of byNode) {
          if (node !== '') expect(pods.map(requestOf).reduce(plus, none).cpu).toBeLessThanOrEqual(cpu);
        }
      }
    }
  });

  it('a pod that has a node never moves to another', () => {
    for (const run of runs) {
      const nodes = new Map<string, string>();
      for (let index = 0; index < run.length; index += 1) {
        for (const { metadata, spec } of storedPods(run, index)) {
          if (spec.nodeName === undefined) continue;
          expect(nodes.get(metadata.name) ?? spec.nodeName).toBe(spec.nodeName);
          nodes.set(metadata.name, spec.nodeName);
        }
      }
      expect(nodes.size).toBeGreaterThan(5);
    }
  });
});

describe('what a reader does', () => {
  const frame = seen(told, 0);
  it.each(scenario.actions.map((action) => ({ action })))('has its command and is accepted: $action.id', ({ action }) => {
    const resource = [...frame.resources.values()].find((one) => one.kind === action.on && action.unavailable?.(one, frame) === undefined);
    const isForOthers = action.id === 'uncordon';
    expect(resource === undefined).toBe(isForOthers);
    if (resource === undefined) return;
    const value = action.id === 'set-rule' ? 'toleration' : '7';
    expect(action.command(resource, frame, value)).toMatch(/^kubectl /);
    expect(act(told, indexAt(told, 0), 0, { call: action.call(resource, frame, value) }).reply).toMatchObject({ ok: true });
  });

  it('knows the nodes and the Deployment by their ids', () => {
    expect([deploymentId, ...plan.nodes.map(({ address }) => nodeId(address))].filter((id) => !frame.resources.has(id))).toEqual([]);
  });
});
