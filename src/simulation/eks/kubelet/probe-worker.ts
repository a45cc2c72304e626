/** The three probes of a container. */
export type ProbeType = 'startup' | 'readiness' | 'liveness';

/** What one run of a probe came to, or what is recorded of it. */
export type ProbeResult = 'Success' | 'Failure' | 'Unknown';

/** How a container is probed; the API's defaults are `probeDefaults`. */
export interface Probe {
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

/** The defaults of the API. */
export const probeDefaults: Probe = {
  initialDelaySeconds: 0,
  periodSeconds: 10,
  timeoutSeconds: 1,
  successThreshold: 1,
  failureThreshold: 3,
};

/** What is recorded before the first run: a container is alive until shown otherwise, and not ready until shown to be. */
export const initialResult: Readonly<Record<ProbeType, ProbeResult>> = { startup: 'Unknown', readiness: 'Failure', liveness: 'Success' };

/** What the kubelet remembers of one probe of one container. */
export interface ProbeWorker {
  readonly type: ProbeType;
  /** The result that counts. */
  readonly result: ProbeResult;
  /** The outcome of the last run, and how often it has come in a row. */
  readonly last: ProbeResult | undefined;
  readonly resultRun: number;
  /** Nothing is probed until the container is replaced. */
  readonly onHold: boolean;
}

/** A worker that has not probed yet. */
export const newWorker = (type: ProbeType, result = initialResult[type]): ProbeWorker => ({
  type,
  result,
  last: undefined,
  resultRun: 0,
  onHold: false,
});

/** The worker when another container has taken the place of the one it probed. */
export const forNewContainer = (worker: ProbeWorker): ProbeWorker => ({ ...worker, result: initialResult[worker.type], onHold: false });

/** Counts one run of a probe. A result counts when it has come often enough in a row. */
export function record(worker: ProbeWorker, { successThreshold, failureThreshold }: Probe, outcome: 'Success' | 'Failure'): ProbeWorker {
  const resultRun = worker.last === outcome ? worker.resultRun + 1 : 1;
  const counted = { ...worker, last: outcome, resultRun };
  if (resultRun < (outcome === 'Failure' ? failureThreshold : successThreshold)) return counted;
  // A container that has failed is about to be killed, and one that has started needs no startup probe: both rest.
  const rests = worker.type === 'startup' || (worker.type === 'liveness' && outcome === 'Failure');
  return { ...counted, result: outcome, ...(rests ? { resultRun: 0, onHold: true } : {}) };
}

/** What a worker looks at before it probes. `container` is undefined while the kubelet has no status of it. */
export interface Situation {
  readonly phase: string;
  readonly restartPolicy: string;
  readonly deleting: boolean;
  readonly container:
    { readonly state: 'waiting' | 'running' | 'terminated'; readonly started: boolean; readonly runningForSeconds: number } | undefined;
}

/** One turn of a worker: what it then remembers, and whether it goes on. `probe` is asked only when it is time to. */
export function doProbe(
  worker: ProbeWorker,
  settings: Probe,
  { phase, restartPolicy, deleting, container }: Situation,
  probe: () => 'Success' | 'Failure',
): { readonly worker: ProbeWorker; readonly keepsProbing: boolean } {
  const goesOn = { worker, keepsProbing: true };
  if (phase === 'Failed' || phase === 'Succeeded') return { worker, keepsProbing: false };
  if (container === undefined || worker.onHold) return goesOn;
  if (container.state !== 'running') {
    const comesBack = container.state === 'waiting' || restartPolicy !== 'Never';
    return { worker: { ...worker, result: 'Failure' }, keepsProbing: comesBack };
  }
  if (deleting && worker.type !== 'readiness') return { worker: { ...worker, result: 'Success' }, keepsProbing: false };
  if (container.runningForSeconds < settings.initialDelaySeconds) return goesOn;
  if (container.started === (worker.type === 'startup')) return goesOn;
  return { worker: record(worker, settings, probe()), keepsProbing: true };
}
