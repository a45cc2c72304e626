import type { ApiObject } from '../model/api-object.ts';
import type { Choice } from './choose.ts';
import { none, placeOf } from './choose.ts';
import type { Estate } from './gather.ts';
import { clusterOf, loadBalancersOf, logGroupsOf, serviceOf, targetGroupsOf, taskDefinitionsOf } from './links.ts';

/**
 * What a diagram draws of a choice: the service with its tasks, the task definitions, target groups and load balancers that
 * they name, the log groups of these definitions with their streams, and the cluster with all its container instances.
 */
export function objectsOf(estate: Estate, choice: Choice): readonly ApiObject[] {
  const here = [...estate.values()].filter((object) => placeOf(object) === choice.place);
  if (choice.cluster === undefined || choice.cluster === none) return here.filter((object) => isLoose(object));
  const core = here.filter((object) => clusterOf(object) === choice.cluster && isCore(object, choice));
  const named = [...namedBy(core, estate)];
  const groups = new Set(named.filter(({ kind }) => kind === 'elbv2-target-group').map(({ id }) => id));
  const targets = here.filter((object) => object.kind === 'elbv2-target' && targetGroupsOf(object).some((group) => groups.has(group)));
  const streams = here.filter(
    ({ kind, id }) => kind === 'logs-log-stream' && named.some((group) => id.startsWith(`${group.id}:log-stream:`)),
  );
  return [...core, ...named, ...targets, ...streams];
}

/** Objects that no cluster holds. */
const isLoose = (object: ApiObject): boolean => clusterOf(object) === undefined;

function isCore(object: ApiObject, { service = none }: Choice): boolean {
  if (object.kind === 'ecs-service') return object.id === service;
  if (object.kind === 'ecs-task') return (serviceOf(object) ?? none) === service;
  return true;
}

function* namedBy(core: readonly ApiObject[], estate: Estate): Generator<ApiObject> {
  const ids = new Set(core.flatMap((object) => [...taskDefinitionsOf(object), ...targetGroupsOf(object)]));
  for (const id of ids) {
    const object = estate.get(id);
    if (object === undefined) continue;
    yield object;
    for (const next of [...loadBalancersOf(object), ...logGroupsOf(object)]) ids.add(next);
  }
}
