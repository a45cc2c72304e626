import type { Id } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { serviceOfTask } from './arns.ts';
import { primaryOf } from './deployments.ts';
import type { ContainerInstanceBody, ServiceBody } from './objects.ts';
import { instanceOf, serviceOf, taskDefinitionOf, taskOf } from './objects.ts';
import { misfit, needOf } from './placement.ts';
import { isMember } from './placement-constraints.ts';
import { tasksOn } from './tasks-on.ts';

/** Whether a service keeps one task on each instance. */
export const isDaemon = ({ schedulingStrategy }: Pick<ServiceBody, 'schedulingStrategy'>): boolean => schedulingStrategy === 'DAEMON';

/** Whether a DAEMON service wants its task on an instance. */
export const wantsOn = ({ status, placementConstraints }: ServiceBody, instance: ContainerInstanceBody): boolean =>
  status === 'ACTIVE' && instance.status === 'ACTIVE' && isMember(instance, placementConstraints);

/** A service with the count that its scheduler works towards: a DAEMON service has a task on each instance that is for it. */
export function withWantedCount(world: World, service: ServiceBody): ServiceBody {
  if (!isDaemon(service)) return service;
  let desiredCount = 0;
  for (const { id } of ownedBy(world, service.clusterArn)) {
    const instance = instanceOf(world, id);
    if (instance !== undefined && wantsOn(service, instance)) desiredCount += 1;
  }
  return { ...service, desiredCount };
}

/** The instances on which a service has a task that has not stopped. */
export function hostsOf(world: World, service: Id): ReadonlySet<Id> {
  const hosts = new Set<Id>();
  for (const { id } of ownedBy(world, service)) {
    const { containerInstanceArn, lastStatus } = taskOf(world, id) ?? {};
    if (containerInstanceArn !== undefined && lastStatus !== 'STOPPED' && lastStatus !== 'DELETED') hosts.add(containerInstanceArn);
  }
  return hosts;
}

/** Whether tasks of other than DAEMON services are left on an instance: a daemon task is the last to leave it. */
export function hasReplicas(world: World, instance: Id): boolean {
  for (const task of tasksOn(world, instance)) {
    const owner = serviceOfTask(task);
    const service = owner === undefined ? undefined : serviceOf(world, owner);
    if (task.lastStatus !== 'STOPPED' && task.lastStatus !== 'DELETED' && (service === undefined || !isDaemon(service))) return true;
  }
  return false;
}

/** Answers whether an instance is about to get a daemon task of its cluster: such a task is the first to be there. */
export function awaitsDaemon(world: World, cluster: Id): (instance: ContainerInstanceBody) => boolean {
  const daemons = [...ownedBy(world, cluster)].flatMap(({ id }) => {
    const service = serviceOf(world, id);
    const primary = service !== undefined && isDaemon(service) ? primaryOf(service) : undefined;
    const definition = primary && taskDefinitionOf(world, primary.taskDefinition);
    if (service === undefined || definition === undefined || primary?.failedTasks !== 0) return [];
    return [{ service, need: needOf(definition), hosts: hostsOf(world, id) }];
  });
  return (instance) =>
    daemons.some(
      ({ service, need, hosts }) =>
        wantsOn(service, instance) && !hosts.has(instance.containerInstanceArn) && misfit(instance, need) === undefined,
    );
}
