import type { Id } from '../../model/json.ts';
import { targetId } from '../network/objects.ts';
import type { World } from '../engine/world.ts';
import { serviceOfTask } from './arns.ts';
import type { ServiceBody, TaskBody } from './objects.ts';
import { serviceOf } from './objects.ts';

/** The private address of a task's network interface. */
export const addressOf = ({ containers }: Pick<TaskBody, 'containers'>): string =>
  containers[0]?.networkInterfaces?.[0]?.privateIpv4Address ?? '';

/** The id of the target that stands for a task in its service's target group; undefined without a load balancer. */
export function targetIdOf(service: ServiceBody, task: TaskBody): Id | undefined {
  const balancer = service.loadBalancers[0];
  if (balancer?.targetGroupArn === undefined) return undefined;
  return targetId(balancer.targetGroupArn, addressOf(task), balancer.containerPort ?? 0);
}

/** The registered target of a task; undefined when there is none. */
export function registeredTarget(world: World, task: TaskBody): Id | undefined {
  const owner = serviceOfTask(task);
  const service = owner === undefined ? undefined : serviceOf(world, owner);
  const id = service && targetIdOf(service, task);
  return id !== undefined && world.objects.has(id) ? id : undefined;
}
