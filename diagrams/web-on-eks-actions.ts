import type { Frame } from '../src/model/frame.ts';
import type { JsonObject } from '../src/model/json.ts';
import type { Resource } from '../src/model/resource.ts';
import type { ActionOffer } from '../src/simulation/engine/scenario.ts';

const lastPart = ({ id }: Resource): string => id.slice(id.lastIndexOf('/') + 1);

const pathOf = (resource: Resource, group: string, plural: string): string =>
  `${group}/namespaces/${resource.scope.namespace ?? 'default'}/${plural}/${lastPart(resource)}`;

const numberIn = (resource: Resource, name: string): number => {
  const value = resource.details[name];
  return typeof value === 'number' ? value : 0;
};

const textIn = (resource: Resource, name: string): string | undefined => {
  const value = resource.details[name];
  return typeof value === 'string' ? value : undefined;
};

/** The ReplicaSet of the rollout before the present one: what `kubectl rollout undo` goes back to. */
function previous(deployment: Resource, frame: Frame): Resource | undefined {
  const current = numberIn(deployment, 'revision');
  return [...frame.resources.values()]
    .filter((one) => one.kind === 'k8s-replica-set' && belongsTo(one, deployment, frame) && numberIn(one, 'revision') < current)
    .sort((a, b) => numberIn(b, 'revision') - numberIn(a, 'revision'))[0];
}

const belongsTo = ({ id }: Resource, deployment: Resource, frame: Frame): boolean =>
  frame.relations.get(id)?.some(({ kind, to }) => kind === 'owned-by' && to === deployment.id) ?? false;

const withContainer = (container: JsonObject): JsonObject => ({ spec: { template: { spec: { containers: [container] } } } });

/** What a reader may do, each as the request that kubectl sends. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'scale',
    label: 'Scale',
    on: 'k8s-deployment',
    choice: { type: 'number', label: 'Replicas', min: 0, max: 10, now: (deployment) => numberIn(deployment, 'wanted') },
    call: (deployment, _, value) => ({
      api: 'kubernetes',
      verb: 'patch',
      path: `${pathOf(deployment, '/apis/apps/v1', 'deployments')}/scale`,
      body: { spec: { replicas: Number(value) } },
    }),
    command: (deployment, _, value) => `kubectl scale deployment/${lastPart(deployment)} --replicas=${value}`,
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
        { value: 'web:9', label: 'web:9' },
        { value: 'web:nine', label: 'web:nine, which does not exist' },
        { value: 'web:7', label: 'web:7' },
      ],
    },
    call: (deployment, _, value) => ({
      api: 'kubernetes',
      verb: 'patch',
      path: pathOf(deployment, '/apis/apps/v1', 'deployments'),
      body: withContainer({ name: 'web', image: value }),
    }),
    command: (deployment, _, value) => `kubectl set image deployment/${lastPart(deployment)} web=${value}`,
  },
  {
    id: 'undo',
    label: 'Undo the rollout',
    on: 'k8s-deployment',
    unavailable: (deployment, frame) => (previous(deployment, frame) === undefined ? 'There is no rollout before this one.' : undefined),
    call: (deployment, frame) => {
      const before = previous(deployment, frame);
      const requests = { cpu: before && textIn(before, 'cpu'), memory: before && textIn(before, 'memory') };
      return {
        api: 'kubernetes',
        verb: 'patch',
        path: pathOf(deployment, '/apis/apps/v1', 'deployments'),
        body: before === undefined ? {} : withContainer({ name: 'web', image: textIn(before, 'image'), resources: { requests } }),
      };
    },
    command: (deployment) => `kubectl rollout undo deployment/${lastPart(deployment)}`,
  },
  {
    id: 'delete-pod',
    label: 'Delete pod',
    on: 'k8s-pod',
    unavailable: ({ reason }) => (reason === 'Terminating' ? 'The pod is being deleted already.' : undefined),
    call: (pod) => ({ api: 'kubernetes', verb: 'delete', path: pathOf(pod, '/api/v1', 'pods') }),
    command: (pod) => `kubectl delete pod ${lastPart(pod)}`,
  },
];
