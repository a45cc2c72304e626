import type { Behaviour } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import { controllerMachine } from '../controller.ts';
import { allOf, controllerId, nameIn } from '../identity.ts';
import { matchesSelector } from '../label-selector.ts';
import { withCondition } from '../objects.ts';
import { ask } from '../requests.ts';
import type { Stored } from '../store.ts';
import { deploymentIdOf, every, find, typed } from '../store.ts';
import { budgetStatus, disruptionAllowed } from './budget.ts';

/** The pods of the namespace that a budget selects; one without a selector selects none. */
function podsOf(world: World, { body: { metadata, spec } }: Stored<'PodDisruptionBudget'>): readonly Stored<'Pod'>[] {
  const { selector } = spec;
  if (selector === undefined) return [];
  return [...world.objects.values()].flatMap((object) => {
    const pod = typed('Pod', object);
    const isMeant = pod?.body.metadata.namespace === metadata.namespace && matchesSelector(selector, pod?.body.metadata.labels ?? {});
    return pod !== undefined && isMeant ? [pod] : [];
  });
}

/** How many pods the owners of these pods want together. */
function scaleOf(world: World, pods: readonly Stored<'Pod'>[]): number {
  const owners = new Set(pods.flatMap(({ id, body }) => deploymentIdOf(world, id) ?? controllerId(id, body.metadata) ?? []));
  return [...owners].reduce(
    (sum, owner) => sum + ((find(world, 'Deployment', owner) ?? find(world, 'ReplicaSet', owner))?.body.spec.replicas ?? 0),
    0,
  );
}

function count(world: World, budget: Stored<'PodDisruptionBudget'>): readonly Effect[] {
  const { id, body } = budget;
  const pods = podsOf(world, budget);
  const { disruptedPods } = body.status ?? {};
  const counted = budgetStatus(
    body.spec,
    pods.map((pod) => pod.body),
    scaleOf(world, pods),
    world.epoch + world.time,
    disruptedPods,
  );
  const conditions = withCondition(body.status?.conditions, { ...disruptionAllowed(counted), message: '' }, isoTime(world));
  const status = { ...counted, conditions, observedGeneration: body.metadata.generation ?? 1 };
  if (JSON.stringify({ ...body.status, ...status }) === JSON.stringify(body.status)) return [];
  const text = `${nameIn(id)}: ${status.currentHealthy} healthy, ${status.disruptionsAllowed} may go`;
  return [ask(world, { type: 'object.patch', id, change: { status } }, text)];
}

const KEY = allOf('PodDisruptionBudget');

/** The disruption controller: counts for each PodDisruptionBudget how many of its pods may go. */
export const disruptionController: Behaviour = {
  machine: controllerMachine({
    id: 'k8s-disruption-controller',
    keyOf: () => KEY, // a pod may be in several budgets: one look counts them all
    look: (world) => [...every(world, 'PodDisruptionBudget')].flatMap((budget) => count(world, budget)),
  }),
};
