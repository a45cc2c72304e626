import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { deploymentPath, objectName, withContainer } from '../../src/simulation/eks/offers.ts';
import { actions as webActions } from '../web-on-eks-actions.ts';
import { probe } from '../web-on-eks-cluster.ts';

const path = '/spec/template/spec/containers/0/readinessProbe';

/** Takes the readiness probe out of the pod template, or puts it in again: either is a rollout. */
const setProbe = (id: string, label: string, wanted: boolean): ActionOffer => ({
  id,
  label,
  on: 'k8s-deployment',
  unavailable: ({ details }) => {
    if ((details['readinessProbe'] !== undefined) !== wanted) return undefined;
    return wanted ? 'The template has a readiness probe.' : 'The template has no readiness probe.';
  },
  call: (deployment) => ({
    api: 'kubernetes',
    verb: 'patch',
    path: deploymentPath(deployment),
    body: withContainer({ name: 'web', readinessProbe: wanted ? probe : null }),
  }),
  command: (deployment) => {
    const patch = wanted ? { op: 'add', path, value: probe } : { op: 'remove', path };
    return `kubectl patch deployment/${objectName(deployment)} --type=json -p '${JSON.stringify([patch])}'`;
  },
});

/** What a reader may do to the Deployment, its pods and their probe. */
export const actions: readonly ActionOffer[] = [
  ...webActions,
  setProbe('remove-probe', 'Remove the readiness probe', false),
  setProbe('add-probe', 'Add a readiness probe', true),
];
