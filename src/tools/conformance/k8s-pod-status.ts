import { generateAPIPodStatus } from '../../simulation/eks/kubelet/api-status.ts';
import {
  generateContainersReadyCondition,
  generatePodInitializedCondition,
  generatePodReadyCondition,
} from '../../simulation/eks/kubelet/conditions.ts';
import { getPhase } from '../../simulation/eks/kubelet/phase.ts';
import type { Probe, ProbeResult, ProbeType, ProbeWorker, Situation } from '../../simulation/eks/kubelet/probe-worker.ts';
import { doProbe, forNewContainer, newWorker, probeDefaults } from '../../simulation/eks/kubelet/probe-worker.ts';
import type { Sandbox } from '../../simulation/eks/kubelet/sandbox.ts';
import { isReadyToStartContainers } from '../../simulation/eks/kubelet/sandbox.ts';
import type { Condition, ContainerState, ContainerStatus, Pod, PodStatus } from '../../simulation/eks/objects.ts';
import { podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

type StateRow = { readonly state: string; readonly exitCode?: number; readonly lastExitCode?: number | null };
type PodRow = {
  readonly restartPolicy?: string;
  readonly containers: readonly string[];
  readonly initContainers?: readonly { readonly name: string; readonly sidecar: boolean }[];
};
type ConditionRow = PodRow & {
  readonly phase: string;
  readonly statuses:
    readonly { readonly name: string; readonly ready?: boolean; readonly started?: boolean; readonly state?: string }[] | null;
  readonly readinessGates?: readonly string[];
  readonly gateConditions?: Readonly<Record<string, string>>;
};

const some = '2026-01-01T00:00:00Z';

function stateFrom({ state, exitCode = 0, lastExitCode = null }: StateRow): Pick<ContainerStatus, 'state' | 'lastState' | 'started'> {
  const states: Readonly<Record<string, ContainerState>> = {
    running: { running: { startedAt: some } },
    started: { running: { startedAt: some } },
    terminated: { terminated: { exitCode } },
    waiting: { waiting: { reason: 'CrashLoopBackOff' } },
  };
  const last = lastExitCode === null ? {} : { lastState: { terminated: { exitCode: lastExitCode } } };
  return { ...(states[state] === undefined ? {} : { state: states[state] }), ...last, started: state === 'started' };
}

const statusesFrom = (rows: Readonly<Record<string, StateRow>>): readonly ContainerStatus[] =>
  Object.entries(rows).map(([name, row]) => ({ name, ready: true, ...stateFrom(row) }));

const podFrom = ({ restartPolicy = 'Always', containers, initContainers = [] }: PodRow, status: PodStatus = {}): Pod =>
  podOf({
    spec: {
      restartPolicy,
      containers: containers.map((name) => ({ name, image: '' })),
      initContainers: initContainers.map(({ name, sidecar }) => ({ name, image: '', ...(sidecar ? { restartPolicy: 'Always' } : {}) })),
    },
    status,
  });

const shown = ({ status, reason = '', message = '' }: Condition) => ({ status, reason, message });

function condition(kind: string, row: ConditionRow): Condition {
  const { phase, readinessGates = [], gateConditions = {} } = row;
  const conditions = Object.entries(gateConditions).map(([type, status]) => ({ type, status }));
  const bare = podFrom(row, { conditions });
  const pod: Pod = { ...bare, spec: { ...bare.spec, readinessGates: readinessGates.map((conditionType) => ({ conditionType })) } };
  const statuses = row.statuses?.map(({ name, ready, started, state }): ContainerStatus => ({
    name,
    ...(state === undefined ? {} : stateFrom({ state })),
    ...(ready === undefined ? {} : { ready }),
    ...(started === undefined ? {} : { started }),
  }));
  if (kind === 'initialized') return generatePodInitializedCondition(pod, statuses, phase);
  const containersReady = generateContainersReadyCondition(pod, statuses, phase);
  return kind === 'pod-ready' ? generatePodReadyCondition(pod, containersReady) : containersReady;
}

type SandboxRow = {
  readonly sandboxes: readonly { readonly ready: boolean; readonly ip?: string | null }[];
  readonly hostNetwork: boolean;
  readonly sandboxNetwork: 'pod' | 'node' | null;
};

const readyToStart = ({ sandboxes, hostNetwork, sandboxNetwork }: SandboxRow): string => {
  const from = ({ ready, ip }: SandboxRow['sandboxes'][number]): Sandbox => ({ ready, ip: ip ?? '', network: sandboxNetwork ?? 'pod' });
  return isReadyToStartContainers(sandboxes.map(from), hostNetwork) ? 'True' : 'False';
};

type ReportRow = PodRow & {
  readonly apiPhase: string | null;
  readonly cached: {
    readonly phase: string | null;
    readonly reason: string;
    readonly message: string;
    readonly containers: Readonly<Record<string, StateRow>>;
  };
  readonly runtime: readonly string[];
  readonly sandboxReady: boolean;
  readonly podIsTerminal: boolean;
};

const given = (name: string, text: string | null): Readonly<Record<string, string>> =>
  text === null || text === '' ? {} : { [name]: text };

function reported(row: ReportRow) {
  const { apiPhase, cached, runtime, sandboxReady, podIsTerminal } = row;
  const scheduled = { type: 'PodScheduled', status: 'True' };
  const pod = podFrom(row, { ...given('phase', apiPhase), conditions: [scheduled] });
  const known: PodStatus = {
    ...given('phase', cached.phase),
    ...given('reason', cached.reason),
    ...given('message', cached.message),
    containerStatuses: statusesFrom(cached.containers),
  };
  const found = statusesFrom(Object.fromEntries(runtime.map((name) => [name, { state: 'running' }])));
  const status = generateAPIPodStatus(pod, found, { cached: known, sandboxReady, podIsTerminal, now: some });
  const conditions = Object.fromEntries((status.conditions ?? []).map((one) => [one.type, shown(one)]));
  const { phase, reason = '', message = '' } = status;
  return { phase, reason, message, conditions, readyToStartContainers: conditions['PodReadyToStartContainers']?.status };
}

type ProbeRow = {
  readonly probeType: ProbeType;
  readonly restartPolicy?: string;
  readonly situation?: string;
  readonly successThreshold?: number;
  readonly failureThreshold?: number;
  readonly initialDelaySeconds?: number;
  readonly runningForSeconds?: number;
  readonly started?: boolean;
  readonly initialResult?: ProbeResult | null;
  readonly steps?: readonly { readonly outcome?: 'success' | 'failure'; readonly started?: boolean; readonly newContainer?: boolean }[];
};

const settingsOf = ({ successThreshold = 1, failureThreshold = 1, initialDelaySeconds = 0 }: ProbeRow): Probe => ({
  ...probeDefaults,
  successThreshold,
  failureThreshold,
  initialDelaySeconds,
});

const runningPod = (started: boolean, runningForSeconds = 0): Situation => ({
  phase: 'Running',
  restartPolicy: 'Always',
  deleting: false,
  container: { state: 'running', started, runningForSeconds },
});

function sequence(row: ProbeRow) {
  const { probeType, started: startedAtFirst = false, initialResult, steps = [] } = row;
  let worker: ProbeWorker = newWorker(probeType, initialResult ?? undefined);
  let started = startedAtFirst;
  const seen = steps.map((step) => {
    if (step.outcome === undefined) {
      if (step.newContainer === true) worker = forNewContainer(worker);
      started = step.started ?? (step.newContainer === true ? false : started);
      return { after: null, onHold: null, resultRun: null };
    }
    const outcome = step.outcome === 'success' ? 'Success' : 'Failure';
    ({ worker } = doProbe(worker, settingsOf(row), runningPod(started), () => outcome));
    return { after: worker.result, onHold: worker.onHold, resultRun: worker.resultRun };
  });
  return {
    after: seen.map(({ after }) => after),
    onHold: seen.map(({ onHold }) => onHold),
    resultRun: seen.map(({ resultRun }) => resultRun),
  };
}

/** The pod of a situation that a row describes in words; undefined where it has no status yet. */
function situationOf({ situation = '', restartPolicy = 'Always', probeType }: ProbeRow): Situation | undefined {
  if (situation.includes('no pod status')) return undefined;
  const state = (['waiting', 'terminated'] as const).find((word) => situation.includes(`container ${word}`)) ?? 'running';
  const phase = situation.includes('pod failed') ? 'Failed' : situation.includes('pod succeeded') ? 'Succeeded' : 'Running';
  const container: Situation['container'] = { state, started: probeType !== 'startup', runningForSeconds: 0 };
  return {
    phase,
    restartPolicy,
    deleting: situation.includes('deleted'),
    container: situation.includes('no status for this container') ? undefined : container,
  };
}

function probeRun(row: ProbeRow) {
  const situation = situationOf(row);
  if (situation === undefined) return { keepsProbing: true, result: null };
  const before = newWorker(row.probeType);
  const { worker, keepsProbing } = doProbe(before, settingsOf(row), situation, () => 'Success');
  const looked = situation.container !== undefined && situation.phase === 'Running';
  return { keepsProbing, result: looked ? worker.result : null };
}

function afterDelay(row: ProbeRow) {
  const { probeType, runningForSeconds } = row;
  const situation = runningPod(probeType !== 'startup', runningForSeconds);
  return { result: doProbe(newWorker(probeType), settingsOf(row), situation, () => 'Success').worker.result };
}

/** What our kubelet reports of the pods in the rows of `pod-status`. */
export const answerPodStatus: Answer = ({ kind = '', given: row }) => {
  switch (kind) {
    case 'phase': {
      const { statuses, podIsTerminal, ...pod } = givenAs<
        PodRow & { statuses: Readonly<Record<string, StateRow>>; podIsTerminal: boolean }
      >(row);
      return { phase: getPhase(podFrom(pod, { containerStatuses: statusesFrom(statuses) }), podIsTerminal) };
    }
    case 'containers-ready':
    case 'pod-ready':
    case 'initialized':
      return shown(condition(kind, givenAs<ConditionRow>(row)));
    case 'ready-to-start':
      return { status: readyToStart(givenAs<SandboxRow>(row)) };
    case 'reported-status':
      return reported(givenAs<ReportRow>(row));
    case 'probe-sequence':
      return sequence(givenAs<ProbeRow>(row));
    case 'probe-run':
      return probeRun(givenAs<ProbeRow>(row));
    case 'initial-delay':
      return afterDelay(givenAs<ProbeRow>(row));
    default:
      throw new Error(`Rows of kind ${kind} have no answer yet.`);
  }
};
