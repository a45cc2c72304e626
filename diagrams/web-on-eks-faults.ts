import type { FaultOffer } from '../src/simulation/engine/scenario.ts';

const needsNode = {
  unavailable: ({ details }: { readonly details: Readonly<Record<string, unknown>> }) =>
    details['node'] === undefined ? 'The pod has no node yet.' : undefined,
};

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  {
    id: 'image-missing',
    label: 'Lose the image, then delete a pod',
    repair: 'Push the image again',
    on: 'k8s-deployment',
  },
  { id: 'no-node-fits', label: 'Ask for 64 CPU a pod', repair: 'Ask for as much CPU as before', on: 'k8s-deployment' },
  { id: 'crash-loop', label: 'Let the container crash', repair: 'Mend the container', on: 'k8s-pod', ...needsNode },
  { id: 'readiness-fails', label: 'Fail the readiness probe', repair: 'Let the probe pass', on: 'k8s-pod', ...needsNode },
  { id: 'node-lost', label: 'Cut the node off', repair: 'Connect the node again', on: 'k8s-node' },
];
