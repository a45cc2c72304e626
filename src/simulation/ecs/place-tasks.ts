import type { Id } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { patch } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { chance, ownedBy } from '../engine/world.ts';
import { chooseProvider, launchTypeOf } from './capacity-strategy.ts';
import type { Member } from './census.ts';
import type { ContainerInstanceBody, DeploymentBody, ServiceBody } from './objects.ts';
import { instanceOf, taskDefinitionOf } from './objects.ts';
import { instanceChooser, needOf, placementFailure, resourcesAfter, zoneOf } from './placement.ts';
import type { Place } from './start-task.ts';
import { startTask } from './start-task.ts';

/** What came of the wish to start tasks. */
export interface Placed {
  readonly started: readonly Id[];
  readonly effects: readonly Effect[];
  /** Why the rest found no place, as the end of a service event. */
  readonly failure: string | undefined;
}

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** The zones that the service's subnets lie in. */
const zonesOf = (service: ServiceBody): readonly string[] => {
  const region = service.serviceArn.split(':')[3] ?? '';
  return ['a', 'b', 'c'].map((letter) => region + letter);
};

const leastUsed = (zones: readonly string[], counts: ReadonlyMap<string, number>): string =>
  zones.reduce((best, zone) => ((counts.get(zone) ?? 0) < (counts.get(best) ?? 0) ? zone : best));

/** Starts up to `count` tasks of a deployment, each where the strategy of the service wants it given those before it. */
export function placeTasks(
  world: World,
  service: ServiceBody,
  deployment: DeploymentBody,
  members: readonly Member[],
  count: number,
  launched: number,
): Placed {
  const definition = taskDefinitionOf(world, deployment.taskDefinition);
  if (definition === undefined) return { started: [], effects: [], failure: 'was unable to place a task. Reason: Internal error.' };
  const need = needOf(definition);
  const zones = new Map<string, number>();
  const instances = new Map<string, number>();
  const providers = new Map<string, number>();
  for (const { task, current } of members) {
    add(zones, task.availabilityZone);
    if (task.containerInstanceArn !== undefined) add(instances, task.containerInstanceArn);
    if (current && task.capacityProviderName !== undefined) add(providers, task.capacityProviderName);
  }
  const fleet = new Map<Id, ContainerInstanceBody>();
  for (const { id } of ownedBy(world, service.clusterArn)) {
    const instance = instanceOf(world, id);
    if (instance !== undefined) fleet.set(id, instance);
  }
  const touched = new Set<Id>();
  const started: Id[] = [];
  const lot = ({ containerInstanceArn }: ContainerInstanceBody) =>
    chance(world, `${service.serviceArn} task ${launched + started.length + 1} on ${containerInstanceArn}`);
  const chooseInstance = instanceChooser(service, need, { zones, instances }, lot);

  const place = (): Place | undefined => {
    const provider = chooseProvider(deployment.capacityProviderStrategy ?? [], providers);
    const launchType = provider === undefined ? (deployment.launchType === 'FARGATE' ? 'FARGATE' : 'EC2') : launchTypeOf(provider);
    if (launchType === 'FARGATE') return { launchType, provider, zone: leastUsed(zonesOf(service), zones), instance: undefined };
    const instance = chooseInstance(fleet.values());
    if (instance === undefined) return undefined;
    fleet.set(instance.containerInstanceArn, {
      ...instance,
      pendingTasksCount: instance.pendingTasksCount + 1,
      remainingResources: resourcesAfter(instance.remainingResources, need, 'take'),
    });
    touched.add(instance.containerInstanceArn);
    return { launchType, provider, zone: zoneOf(instance), instance: instance.containerInstanceArn };
  };

  const effects: Effect[] = [];
  let failure: string | undefined;
  while (started.length < count && failure === undefined) {
    const where = place();
    if (where === undefined) {
      failure = placementFailure(fleet.values(), need, service, { zones, instances });
      break;
    }
    add(zones, where.zone);
    if (where.instance !== undefined) add(instances, where.instance);
    if (where.provider !== undefined) add(providers, where.provider);
    const { task, effects: made } = startTask(world, service, deployment.id, definition, where, launched + started.length + 1);
    started.push(task.taskArn);
    effects.push(...made);
  }
  for (const id of touched) {
    const { pendingTasksCount, remainingResources } = fleet.get(id) ?? {};
    effects.push(patch(id, { pendingTasksCount, remainingResources }));
  }
  return { started, effects, failure };
}
