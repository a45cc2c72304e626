import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate';
import discoveryScenario from '../../diagrams/ecs-service-discovery/scenario.ts';
import deploymentScenario from '../../diagrams/eks-deployment/scenario.ts';
import jobScenario from '../../diagrams/eks-job/scenario.ts';
import { cloudMap } from '../../src/simulation/cloud-map/domain.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { controlPlaneDomain } from '../../src/simulation/eks/control-plane/control-plane-domain.ts';
import { jobPart } from '../../src/simulation/eks/job/job-domain.ts';
import { podPart } from '../../src/simulation/eks/kubelet/pod-domain.ts';
import { nodeGroupDomain } from '../../src/simulation/eks/node-group/node-group-domain.ts';
import { eksDomain } from '../../src/simulation/eks/domain.ts';
import type { Behaviour } from '../../src/simulation/engine/behaviour.ts';
import type { Domain } from '../../src/simulation/engine/domain.ts';
import type { MachineEvent } from '../../src/simulation/engine/event-queue.ts';
import { beginRun, extendTo } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';

type Scope = Parameters<AnyStateMachine['transition']>[2];

/** What is compared of a transition. */
interface Seen {
  readonly value: unknown;
  readonly context: unknown;
  readonly actions: readonly string[];
}

const seenIn = ({ value, context }: AnyMachineSnapshot, actions: readonly { readonly type: string }[]): Seen => ({
  value: value as unknown, // any state's value is typed any
  context: context as unknown,
  actions: actions.map(({ type }) => type),
});

/** How often each behaviour moved, and where it went another way than XState's own pure functions. */
interface Report {
  readonly moves: Map<string, number>;
  readonly differences: unknown[];
}

/** The machine of a behaviour, that lets XState's pure functions go each of its ways again. */
function watched(name: string, machine: AnyStateMachine, { moves, differences }: Report): AnyStateMachine {
  const compare = (event: string, scope: Scope, go: (listening: Scope) => AnyMachineSnapshot, expected: Seen) => {
    const actions: { readonly type: string }[] = [];
    const snapshot = go({
      ...scope,
      actionExecutor: (action) => {
        actions.push(action);
        scope.actionExecutor(action);
      },
    });
    const actual = seenIn(snapshot, actions);
    if (!isDeepStrictEqual(actual, expected)) differences.push({ name, event, actual, expected });
    return snapshot;
  };
  const transit = (snapshot: AnyMachineSnapshot, event: MachineEvent, scope: Scope) => {
    moves.set(name, (moves.get(name) ?? 0) + 1);
    return compare(
      event.type,
      scope,
      (listening) => machine.transition(snapshot, event, listening),
      seenIn(...transition(machine, snapshot, event)),
    );
  };
  const begin = (scope: Scope, input: unknown) =>
    compare(
      'its beginning',
      scope,
      (listening) => machine.getInitialSnapshot(listening, input),
      seenIn(...initialTransition(machine, input)),
    );
  const methods: Readonly<Record<PropertyKey, unknown>> = { transition: transit, getInitialSnapshot: begin };
  return new Proxy(machine, { get: (target, key): unknown => methods[key] ?? Reflect.get(target, key) });
}

function watching(domain: Domain, report: Report): Domain {
  const watch = ([name, behaviour]: readonly [string, Behaviour]) =>
    [name, { ...behaviour, machine: watched(name, behaviour.machine, report) }] as const;
  return { ...domain, behaviours: Object.fromEntries(Object.entries(domain.behaviours).map(watch)) };
}

const scenarios = Object.values(import.meta.glob<Scenario>('/diagrams/*/scenario.ts', { import: 'default', eager: true }));

describe.each([
  ['ECS', ecsDomain, ecsDomain],
  ['Cloud Map', discoveryScenario.domain, cloudMap],
  ['EKS', eksDomain, eksDomain],
  ['EKS control plane', controlPlaneDomain, controlPlaneDomain],
  ['EKS node groups', nodeGroupDomain, nodeGroupDomain],
  ['EKS with Services', deploymentScenario.domain, deploymentScenario.domain],
  ['EKS Jobs', jobScenario.domain, { behaviours: { ...podPart.behaviours, ...jobPart.behaviours } }],
])('every machine of the %s world', (_name, domain, { behaviours }) => {
  const report: Report = { moves: new Map(), differences: [] };
  for (const scenario of scenarios.filter((one) => one.domain === domain)) {
    extendTo(beginRun({ ...scenario, domain: watching(domain, report) }), scenario.horizon);
  }

  test('moves in the stories of its diagrams', () => {
    expect(Object.keys(behaviours).filter((name) => !report.moves.has(name))).toEqual([]);
  });

  test('comes to the state, the context and the actions that the pure functions of XState come to', () => {
    expect(report.differences.slice(0, 1)).toEqual([]);
  });
});
