import type { ContainerInstanceStatus, DeploymentRolloutState, HealthStatus, ServiceDeploymentStatus } from '@aws-sdk/client-ecs';
import type { TargetHealthStateEnum } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AddonStatus, ClusterStatus, NodegroupStatus, UpdateStatus } from '@aws-sdk/client-eks';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/model/api-call.ts';
import type { ApiObject } from '../../src/model/api-object.ts';
import { textAt } from '../../src/model/eks/read.ts';
import type { Kind } from '../../src/model/kind.ts';
import { statuses } from '../../src/model/status.ts';
import type { ServiceBody, TaskBody } from '../../src/simulation/ecs/objects.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { ContainerStatus, Pod } from '../../src/simulation/eks/objects.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act, beginRun, extendTo } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import type { TargetBody } from '../../src/simulation/network/objects.ts';
import { scenarios, targetsOf, valuesOf } from './reader.ts';

/** Whether a value is met in some diagram; if not, words from the line of a `diagram.yaml` that tells the reader so. */
type Reach<Value extends string> = Readonly<Record<Value, 'reached' | { readonly leftOut: string }>>;

const instanceStatuses: Reach<ContainerInstanceStatus> = {
  REGISTERING: 'reached',
  ACTIVE: 'reached',
  DRAINING: 'reached',
  DEREGISTERING: 'reached',
  REGISTRATION_FAILED: { leftOut: 'The container instance status REGISTRATION_FAILED.' },
};

const rolloutStates: Reach<DeploymentRolloutState> = { IN_PROGRESS: 'reached', COMPLETED: 'reached', FAILED: 'reached' };

const containerHealth: Reach<HealthStatus> = { UNKNOWN: 'reached', HEALTHY: 'reached', UNHEALTHY: 'reached' };

const noServiceDeployments = { leftOut: 'The service deployments and service revisions' };
const serviceDeployments: Reach<ServiceDeploymentStatus> = {
  PENDING: noServiceDeployments,
  IN_PROGRESS: noServiceDeployments,
  SUCCESSFUL: noServiceDeployments,
  STOP_REQUESTED: noServiceDeployments,
  STOPPED: noServiceDeployments,
  ROLLBACK_REQUESTED: noServiceDeployments,
  ROLLBACK_IN_PROGRESS: noServiceDeployments,
  ROLLBACK_SUCCESSFUL: noServiceDeployments,
  ROLLBACK_FAILED: noServiceDeployments,
};

const otherTargets = { leftOut: 'unused and unavailable, and unhealthy.draining of Network Load Balancers' };
const targetStates: Reach<TargetHealthStateEnum> = {
  initial: 'reached',
  healthy: 'reached',
  unhealthy: 'reached',
  draining: 'reached',
  unused: otherTargets,
  unavailable: otherTargets,
  'unhealthy.draining': otherTargets,
};

const otherClusters = { leftOut: 'The cluster statuses CREATING, DELETING, FAILED and PENDING.' };
const clusterStatuses: Reach<ClusterStatus> = {
  ACTIVE: 'reached',
  UPDATING: 'reached',
  CREATING: otherClusters,
  DELETING: otherClusters,
  FAILED: otherClusters,
  PENDING: otherClusters,
};

const otherGroups = { leftOut: 'The node group statuses CREATING, DELETING, CREATE_FAILED and DELETE_FAILED.' };
const nodegroupStatuses: Reach<NodegroupStatus> = {
  ACTIVE: 'reached',
  UPDATING: 'reached',
  DEGRADED: 'reached',
  CREATING: otherGroups,
  DELETING: otherGroups,
  CREATE_FAILED: otherGroups,
  DELETE_FAILED: otherGroups,
};

const updateStatuses: Reach<UpdateStatus> = {
  InProgress: 'reached',
  Successful: 'reached',
  Failed: 'reached',
  Cancelled: { leftOut: 'Updates that are cancelled.' },
};

const noAddons = { leftOut: 'The add-on statuses.' };
const addonStatuses: Reach<AddonStatus> = {
  CREATING: noAddons,
  ACTIVE: noAddons,
  CREATE_FAILED: noAddons,
  UPDATING: noAddons,
  UPDATE_FAILED: noAddons,
  DEGRADED: noAddons,
  DELETING: noAddons,
  DELETE_FAILED: noAddons,
};

const podPhases: Reach<string> = {
  Pending: 'reached',
  Running: 'reached',
  Succeeded: 'reached',
  Failed: 'reached',
  Unknown: { leftOut: 'The phase Unknown' },
};

const podConditions: Reach<string> = {
  PodScheduled: 'reached',
  PodReadyToStartContainers: 'reached',
  Initialized: 'reached',
  ContainersReady: 'reached',
  Ready: 'reached',
  DisruptionTarget: 'reached',
};

const otherWaits = { leftOut: 'The waiting reasons CreateContainerError, RunContainerError, InvalidImageName and ErrImageNeverPull.' };
const waitingReasons: Reach<string> = {
  ContainerCreating: 'reached',
  PodInitializing: 'reached',
  ErrImagePull: 'reached',
  ImagePullBackOff: 'reached',
  CrashLoopBackOff: 'reached',
  CreateContainerConfigError: 'reached',
  CreateContainerError: otherWaits,
  RunContainerError: otherWaits,
  InvalidImageName: otherWaits,
  ErrImageNeverPull: otherWaits,
};

const terminatedReasons: Reach<string> = {
  Completed: 'reached',
  Error: 'reached',
  OOMKilled: 'reached',
  ContainerStatusUnknown: { leftOut: 'The terminated reason ContainerStatusUnknown' },
};

/** The SDK has no list for the last status of a task: the facts have, and the projection follows them. */
const taskStatuses: Reach<string> = Object.fromEntries(Object.keys(statuses['ecs-task']).map((status) => [status, 'reached']));

const eksLists: Readonly<Partial<Record<Kind, string>>> = {
  'eks-cluster': 'EKS cluster status',
  'eks-nodegroup': 'node group status',
  'eks-update': 'update status',
};

function* shownByPod({ status = {} }: Pod): Generator<readonly [list: string, value: string | undefined]> {
  yield ['phase of a pod', status.phase];
  for (const { type, status: met } of status.conditions ?? []) if (met === 'True') yield ['condition of a pod', type];
  const containers: readonly ContainerStatus[] = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  for (const { state } of containers) {
    yield ['reason why a container waits', state?.waiting?.reason];
    yield ['reason why a container ended', state?.terminated?.reason];
  }
}

/** The values of each list that an object shows. Only the simulation writes these objects, in these shapes. */
function* shownBy({ kind, body }: ApiObject): Generator<readonly [list: string, value: string | undefined]> {
  if (kind === 'ecs-container-instance') yield ['container instance status', (body as { readonly status?: string }).status];
  const eks = eksLists[kind];
  if (eks !== undefined) yield [eks, textAt(body, 'status')];
  if (kind === 'elbv2-target') yield ['target state', (body as TargetBody).TargetHealth.State];
  if (kind === 'ecs-service') for (const { rolloutState } of (body as ServiceBody).deployments) yield ['rollout state', rolloutState];
  if (kind === 'k8s-pod') yield* shownByPod(body as Pod);
  if (kind !== 'ecs-task') return;
  yield ['last status of a task', (body as TaskBody).lastStatus];
  for (const { healthStatus } of (body as TaskBody).containers) yield ['health of a container', healthStatus];
}

const HALF_A_MINUTE = 30_000;
const FIVE_MINUTES = 300_000;

/** The walkthrough of a scenario, and each of its actions, and each of its faults on each target, by itself. */
function* runsOf(scenario: Scenario): Generator<Run> {
  yield extendTo(beginRun(scenario), scenario.horizon);
  const before = extendTo(beginRun(scenario, { inputs: [] }), HALF_A_MINUTE);
  const index = before.length - 1;
  const frame = frameAt(before, index);
  const afterwards = (deed: Act): Run => extendTo(act(before, index, HALF_A_MINUTE, deed).run, FIVE_MINUTES);
  for (const action of scenario.actions) {
    const [resource] = targetsOf(action, frame);
    if (resource !== undefined)
      for (const value of valuesOf(action.choice)) yield afterwards({ call: action.call(resource, frame, value) });
  }
  for (const fault of scenario.faults) {
    for (const { id } of targetsOf(fault, frame)) yield afterwards({ fault: fault.id, target: id, on: true });
  }
}

function everythingShown(): ReadonlyMap<string, ReadonlySet<string>> {
  const shown = new Map<string, Set<string>>();
  for (const run of scenarios.flatMap((scenario) => [...runsOf(scenario)])) {
    const { length, recording } = run;
    for (const { world, changed } of recording.moments.slice(0, length)) {
      for (const object of changed.flatMap((id) => world.objects.get(id) ?? [])) {
        for (const [list, value] of shownBy(object)) if (value !== undefined) shown.set(list, (shown.get(list) ?? new Set()).add(value));
      }
    }
  }
  return shown;
}

const shown = everythingShown();
const told = globSync('diagrams/*/diagram.yaml')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe.each<readonly [string, Reach<string>]>([
  ['last status of a task', taskStatuses],
  ['health of a container', containerHealth],
  ['rollout state', rolloutStates],
  ['service deployment status', serviceDeployments],
  ['container instance status', instanceStatuses],
  ['target state', targetStates],
  ['EKS cluster status', clusterStatuses],
  ['node group status', nodegroupStatuses],
  ['update status', updateStatuses],
  ['add-on status', addonStatuses],
  ['phase of a pod', podPhases],
  ['condition of a pod', podConditions],
  ['reason why a container waits', waitingReasons],
  ['reason why a container ended', terminatedReasons],
])('each %s', (list, table) => {
  it.each(Object.entries(table))('%s is met in a diagram, or the reader is told that it is left out', (value, reach) => {
    const isMet = shown.get(list)?.has(value) ?? false;
    if (reach === 'reached') expect(isMet, `No walkthrough, action or fault of any diagram leads to ${value}.`).toBe(true);
    else {
      expect(isMet, `${value} is met: it is no longer left out.`).toBe(false);
      expect(told, `No diagram.yaml has the line “… ${reach.leftOut} …”.`).toContain(reach.leftOut);
    }
  });
});
