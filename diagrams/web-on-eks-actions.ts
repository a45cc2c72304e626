import type { Frame } from '../src/model/frame.ts';
import type { Resource } from '../src/model/resource.ts';
import type { ActionOffer } from '../src/simulation/engine/scenario.ts';
import { deletePod, deploymentPath, numberIn, objectName, scale, setImage, withContainer } from '../src/simulation/eks/offers.ts';
import { probe } from './web-on-eks-cluster.ts';

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

/** What a reader may do, each as the request that kubectl sends. */
export const actions: readonly ActionOffer[] = [
  scale(10),
  setImage('web', [
    { value: 'web:8', label: 'web:8' },
    { value: 'web:9', label: 'web:9' },
    { value: 'web:nine', label: 'web:nine, which does not exist' },
    { value: 'web:7', label: 'web:7' },
  ]),
  {
    id: 'undo',
    label: 'Undo the rollout',
    on: 'k8s-deployment',
    unavailable: (deployment, frame) => (previous(deployment, frame) === undefined ? 'There is no rollout before this one.' : undefined),
    call: (deployment, frame) => {
      const before = previous(deployment, frame);
      const requests = { cpu: before && textIn(before, 'cpu'), memory: before && textIn(before, 'memory') };
      const readinessProbe = before && textIn(before, 'readinessProbe') === undefined ? null : probe;
      return {
        api: 'kubernetes',
        verb: 'patch',
        path: deploymentPath(deployment),
        body:
          before === undefined
            ? {}
            : withContainer({ name: 'web', image: textIn(before, 'image'), resources: { requests }, readinessProbe }),
      };
    },
    command: (deployment) => `kubectl rollout undo deployment/${objectName(deployment)}`,
  },
  deletePod,
];
