import type { Resource } from '../../src/model/resource.ts';
import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';

const runs = ({ status, name }: Resource): string | undefined => (status === 'Running' ? undefined : `${name} does not run.`);
const isApp = ({ status, name }: Resource): string | undefined => {
  if (name !== 'app') return 'Only app has this probe.';
  return status === 'Running' ? undefined : 'app does not run.';
};

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  { id: 'container-crashes', label: 'Exit with 1 after each start', repair: 'Mend the container', on: 'k8s-container', unavailable: runs },
  { id: 'out-of-memory', label: 'Leak memory', repair: 'Mend the leak', on: 'k8s-container', unavailable: runs },
  { id: 'readiness-probe-fails', label: 'Fail the readiness probe', repair: 'Let it pass', on: 'k8s-container', unavailable: isApp },
  { id: 'liveness-probe-fails', label: 'Fail the liveness probe', repair: 'Let it pass', on: 'k8s-container', unavailable: isApp },
  { id: 'ignores-sigterm', label: 'Ignore SIGTERM', repair: 'Heed SIGTERM', on: 'k8s-container', unavailable: runs },
  { id: 'image-missing', label: 'Lose the images, then delete a pod', repair: 'Push the images again', on: 'k8s-deployment' },
  { id: 'config-missing', label: 'Delete the ConfigMap and the pods', repair: 'Make the ConfigMap again', on: 'k8s-deployment' },
  { id: 'slow-start', label: 'Start slowly, and delete the pods', repair: 'Start fast again', on: 'k8s-deployment' },
  { id: 'memory-pressure', label: 'Use up the memory', repair: 'Free the memory', on: 'k8s-node' },
];
