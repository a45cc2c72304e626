import type { Json, JsonObject } from '../json.ts';
import { at, listAt, numberAt, textAt } from './read.ts';

/** The word that `kubectl get pods` prints under STATUS. */
export function podWord(body: JsonObject): string {
  const phase = textAt(body, 'status', 'reason') ?? textAt(body, 'status', 'phase') ?? 'Unknown';
  const word = initWord(body) ?? containersWord(body, phase);
  if (textAt(body, 'metadata', 'deletionTimestamp') === undefined) return word;
  return textAt(body, 'status', 'reason') === 'NodeLost' ? 'Unknown' : 'Terminating';
}

function endingWord(terminated: Json | undefined): string {
  const signal = numberAt(terminated, 'signal') ?? 0;
  return textAt(terminated, 'reason') ?? (signal === 0 ? `ExitCode:${numberAt(terminated, 'exitCode') ?? 0}` : `Signal:${signal}`);
}

/** What the first init container that is not done says; undefined when all are. */
function initWord(body: JsonObject): string | undefined {
  const statuses = listAt(body, 'status', 'initContainerStatuses');
  const sidecars = new Set(
    listAt(body, 'spec', 'initContainers')
      .filter((one) => textAt(one, 'restartPolicy') === 'Always')
      .map((one) => textAt(one, 'name')),
  );
  for (const [index, status] of statuses.entries()) {
    const terminated = at(status, 'state', 'terminated');
    if (numberAt(terminated, 'exitCode') === 0) continue;
    if (sidecars.has(textAt(status, 'name')) && at(status, 'started') === true) continue;
    if (terminated !== undefined) return `Init:${endingWord(terminated)}`;
    const reason = textAt(status, 'state', 'waiting', 'reason');
    if (reason !== undefined && reason !== 'PodInitializing') return `Init:${reason}`;
    return `Init:${index}/${listAt(body, 'spec', 'initContainers').length}`;
  }
  return undefined;
}

function containersWord(body: JsonObject, phase: string): string {
  let word = phase;
  let hasRunning = false;
  for (const status of [...listAt(body, 'status', 'containerStatuses')].reverse()) {
    const waiting = textAt(status, 'state', 'waiting', 'reason');
    const terminated = at(status, 'state', 'terminated');
    if (waiting !== undefined) word = waiting;
    else if (terminated !== undefined) word = endingWord(terminated);
    else if (at(status, 'ready') === true && at(status, 'state', 'running') !== undefined) hasRunning = true;
  }
  if (word !== 'Completed' || !hasRunning) return word;
  return podIsReady(body) ? 'Running' : 'NotReady';
}

const podIsReady = (body: JsonObject): boolean =>
  listAt(body, 'status', 'conditions').some((one) => textAt(one, 'type') === 'Ready' && textAt(one, 'status') === 'True');
