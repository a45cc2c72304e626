import type { ApiObject } from '../api-object.ts';
import type { Projected } from '../project.ts';
import { nameOf, ownedBy, scopeOf } from './kubernetes-scope.ts';
import { at, conditionIn, listAt, numberAt, present, textAt } from './read.ts';

/** A DaemonSet. Kubernetes has no word for its state, only counts; the words here say how the counts compare. */
export function projectDaemonSet(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const count = (field: string): number => numberAt(body, 'status', field) ?? 0;
  const [wanted, ready] = [count('desiredNumberScheduled'), count('numberReady')];
  const [container] = listAt(body, 'spec', 'template', 'spec', 'containers');
  const resource = {
    id,
    kind: 'k8s-daemon-set' as const,
    name: nameOf(object),
    scope: scopeOf(object),
    status: ready === wanted ? 'Settled' : 'Scaling',
    ...present({ createdAt: textAt(body, 'metadata', 'creationTimestamp') }),
    details: { clause: `ready on ${ready} of ${wanted} nodes`, wanted, ready, ...present({ image: textAt(container, 'image') }) },
  };
  return [{ resource, relations: ownedBy(object) }];
}

/** A PodDisruptionBudget: its status is the reason of the condition DisruptionAllowed. */
export function projectBudget(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const count = (field: string): number => numberAt(body, 'status', field) ?? 0;
  const allowed = conditionIn(body, 'DisruptionAllowed');
  const [field, value] = ['minAvailable', 'maxUnavailable']
    .map((name) => [name, at(body, 'spec', name)] as const)
    .find(([, one]) => typeof one === 'number' || typeof one === 'string') ?? ['minAvailable', 0];
  const rule = `${field} ${typeof value === 'number' || typeof value === 'string' ? value : ''}`;
  const resource = {
    id,
    kind: 'k8s-pod-disruption-budget' as const,
    name: nameOf(object),
    scope: scopeOf(object),
    status: textAt(allowed, 'reason') ?? 'InsufficientPods',
    ...present({ since: textAt(allowed, 'lastTransitionTime'), createdAt: textAt(body, 'metadata', 'creationTimestamp') }),
    details: {
      clause: `${rule}: ${count('disruptionsAllowed')} may go`,
      rule,
      allowed: count('disruptionsAllowed'),
      healthy: count('currentHealthy'),
      desired: count('desiredHealthy'),
      ...present({ maxUnavailable: numberAt(body, 'spec', 'maxUnavailable') }),
    },
  };
  return [{ resource, relations: [] }];
}
