import type { Container, ContainerStatus, Pod } from '../objects.ts';
import { isSidecar } from './conditions.ts';

/** How many containers of a pod are in which situation; a container in back-off has run before and counts as stopped. */
interface Tally {
  readonly unknown: number;
  readonly running: number;
  readonly waiting: number;
  readonly stopped: number;
  readonly succeeded: number;
}

type Situation = 'unknown' | 'running' | 'waiting' | 'stopped' | 'succeeded';

function situationOf(status: ContainerStatus | undefined): Situation {
  const { state, lastState } = status ?? {};
  if (state?.running !== undefined) return 'running';
  if (state?.terminated !== undefined) return state.terminated.exitCode === 0 ? 'succeeded' : 'stopped';
  if (state?.waiting !== undefined) return lastState?.terminated === undefined ? 'waiting' : 'stopped';
  return 'unknown';
}

function tally(situations: readonly Situation[]): Tally {
  const count = (wanted: Situation): number => situations.filter((one) => one === wanted).length;
  const succeeded = count('succeeded');
  return {
    unknown: count('unknown'),
    running: count('running'),
    waiting: count('waiting'),
    stopped: count('stopped') + succeeded,
    succeeded,
  };
}

/** Whether an init container has still to be done, and whether it has failed. */
function initSituation(status: ContainerStatus | undefined): { readonly pending: boolean; readonly failed: boolean } {
  const ended = status?.state?.terminated ?? (status?.state?.waiting === undefined ? undefined : status.lastState?.terminated);
  return { pending: ended === undefined, failed: ended !== undefined && ended.exitCode !== 0 };
}

/** The phase of a pod on a node, as the kubelet works it out from its containers. */
export function getPhase({ spec, status }: Pod, podIsTerminal: boolean): string {
  const { restartPolicy = 'Always', containers, initContainers = [] } = spec;
  const statuses = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  const statusOf = ({ name }: Container): ContainerStatus | undefined => statuses.find((one) => one.name === name);

  const inits = initContainers.filter((one) => !isSidecar(one)).map((one) => initSituation(statusOf(one)));
  if (restartPolicy === 'Never' && inits.some(({ failed }) => failed)) return 'Failed';

  const sidecars = initContainers.filter(isSidecar).map(statusOf);
  const begun = sidecars.map(situationOf).filter((one) => one !== 'stopped' && one !== 'succeeded');
  const situations = containers.map((one) => situationOf(statusOf(one)));
  const hasBegun = situations.some((one) => one !== 'waiting' && one !== 'unknown');
  const isHeldBack = !hasBegun && sidecars.some((one) => situationOf(one) === 'running' && one?.started !== true);
  const { unknown, running, waiting, stopped, succeeded } = tally([...begun, ...situations]);

  if (inits.some(({ pending }) => pending) || isHeldBack || waiting > 0 || unknown > 0) return 'Pending';
  if (running > 0) return 'Running';
  if (stopped === 0) return 'Pending';
  if (podIsTerminal || restartPolicy !== 'Always') {
    if (stopped === succeeded) return 'Succeeded';
    if (podIsTerminal || restartPolicy === 'Never') return 'Failed';
  }
  return 'Running';
}
