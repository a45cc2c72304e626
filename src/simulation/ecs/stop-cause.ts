import type { World } from '../engine/world.ts';
import { targetOf } from '../network/objects.ts';
import type { Member } from './census.ts';
import { primaryOf } from './deployments.ts';
import type { ServiceBody } from './objects.ts';
import { serviceEvents } from './service-events.ts';
import { targetIdOf } from './task-target.ts';

/** Why a scheduler stops a task, as the task will say it, and what the service says of a failed health check. */
export interface SchedulerCause {
  readonly stopCode: 'ServiceSchedulerInitiated';
  readonly stoppedReason: string;
  readonly said: readonly string[];
}

const because = (stoppedReason: string, ...said: readonly string[]): SchedulerCause => ({
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason,
  said,
});

/** Why the scheduler stops one of its tasks: the load balancer's checks, the container's own, or a task too many. */
export function stopCauseOf(world: World, service: ServiceBody, { task, standing }: Member): SchedulerCause {
  if (standing !== 'unhealthy') {
    const isCurrent = task.startedBy === primaryOf(service)?.id;
    return because(`Scaling activity initiated by ${isCurrent ? `service ${service.serviceName}` : `deployment ${task.startedBy}`}`);
  }
  const id = targetIdOf(service, task);
  const health = id === undefined ? undefined : targetOf(world, id)?.TargetHealth;
  if (health?.State !== 'unhealthy')
    return because('Task failed container health checks', serviceEvents.failedContainerChecks(task.taskArn));
  const { targetGroupArn = '', containerPort = 0 } = service.loadBalancers[0] ?? {};
  return because(
    `Task failed ELB health checks in (target-group ${targetGroupArn})`,
    serviceEvents.unhealthyTarget(task.taskArn, containerPort, targetGroupArn, health.Description ?? ''),
  );
}
