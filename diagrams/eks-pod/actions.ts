import type { Resource } from '../../src/model/resource.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';

const lastPart = ({ id }: Resource): string => id.slice(id.lastIndexOf('/') + 1);

const pathOf = (resource: Resource, group: string, plural: string): string =>
  `${group}/namespaces/${resource.scope.namespace ?? 'default'}/${plural}/${lastPart(resource)}`;

/** What a reader may do, each as the request that kubectl sends. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'delete-pod',
    label: 'Delete pod',
    on: 'k8s-pod',
    unavailable: ({ reason }) => (reason === 'Terminating' ? 'The pod is being deleted already.' : undefined),
    call: (pod) => ({ api: 'kubernetes', verb: 'delete', path: pathOf(pod, '/api/v1', 'pods') }),
    command: (pod) => `kubectl delete pod ${lastPart(pod)}`,
  },
  {
    id: 'set-image',
    label: 'Set image',
    on: 'k8s-deployment',
    choice: {
      type: 'option',
      label: 'Image',
      options: [
        { value: 'web:8', label: 'web:8' },
        { value: 'web:nine', label: 'web:nine, which does not exist' },
        { value: 'web:7', label: 'web:7' },
      ],
    },
    call: (deployment, _, value) => ({
      api: 'kubernetes',
      verb: 'patch',
      path: pathOf(deployment, '/apis/apps/v1', 'deployments'),
      body: { spec: { template: { spec: { containers: [{ name: 'app', image: value }] } } } },
    }),
    command: (deployment, _, value) => `kubectl set image deployment/${lastPart(deployment)} app=${value}`,
  },
  {
    id: 'scale',
    label: 'Scale',
    on: 'k8s-deployment',
    choice: { type: 'number', label: 'Replicas', min: 0, max: 2, now: ({ details }) => Number(details['wanted'] ?? 0) },
    call: (deployment, _, value) => ({
      api: 'kubernetes',
      verb: 'patch',
      path: `${pathOf(deployment, '/apis/apps/v1', 'deployments')}/scale`,
      body: { spec: { replicas: Number(value) } },
    }),
    command: (deployment, _, value) => `kubectl scale deployment/${lastPart(deployment)} --replicas=${value}`,
  },
];
