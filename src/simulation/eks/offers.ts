import type { JsonObject } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import type { ActionOffer } from '../engine/scenario.ts';

/* What several diagrams offer to do, each as the request that kubectl sends. */

/** The name of a Kubernetes object: its card may show a shorter one. */
export const objectName = ({ id }: Resource): string => id.slice(id.lastIndexOf('/') + 1);

/** A number among the details of a resource; 0 where there is none. */
export const numberIn = ({ details }: Resource, name: string): number => {
  const value = details[name];
  return typeof value === 'number' ? value : 0;
};

const pathOf = (resource: Resource, group: string, plural: string): string =>
  `${group}/namespaces/${resource.scope.namespace ?? 'default'}/${plural}/${objectName(resource)}`;

/** The path of a Deployment at the API server. */
export const deploymentPath = (deployment: Resource): string => pathOf(deployment, '/apis/apps/v1', 'deployments');

/** A change of one container in the template of a workload. */
export const withContainer = (container: JsonObject): JsonObject => ({ spec: { template: { spec: { containers: [container] } } } });

/** Asks for another number of replicas, up to `max`. */
export const scale = (max: number): ActionOffer => ({
  id: 'scale',
  label: 'Scale',
  on: 'k8s-deployment',
  choice: { type: 'number', label: 'Replicas', min: 0, max, now: (deployment) => numberIn(deployment, 'wanted') },
  call: (deployment, _, value) => ({
    api: 'kubernetes',
    verb: 'patch',
    path: `${deploymentPath(deployment)}/scale`,
    body: { spec: { replicas: Number(value) } },
  }),
  command: (deployment, _, value) => `kubectl scale deployment/${objectName(deployment)} --replicas=${value}`,
});

/** Gives a container of a Deployment one of these images. */
export const setImage = (container: string, options: readonly { readonly value: string; readonly label: string }[]): ActionOffer => ({
  id: 'set-image',
  label: 'Set image',
  on: 'k8s-deployment',
  choice: { type: 'option', label: 'Image', options },
  call: (deployment, _, value) => ({
    api: 'kubernetes',
    verb: 'patch',
    path: deploymentPath(deployment),
    body: withContainer({ name: container, image: value }),
  }),
  command: (deployment, _, value) => `kubectl set image deployment/${objectName(deployment)} ${container}=${value}`,
});

/** Deletes a pod. */
export const deletePod: ActionOffer = {
  id: 'delete-pod',
  label: 'Delete pod',
  on: 'k8s-pod',
  unavailable: ({ reason }) => (reason === 'Terminating' ? 'The pod is being deleted already.' : undefined),
  call: (pod) => ({ api: 'kubernetes', verb: 'delete', path: pathOf(pod, '/api/v1', 'pods') }),
  command: (pod) => `kubectl delete pod ${objectName(pod)}`,
};
