import type { Id } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, put, send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import type { TargetBody } from '../network/objects.ts';
import { targetId } from '../network/objects.ts';
import { appFailure } from './app-failure.ts';
import type { Census } from './census.ts';
import type { Deed } from './deed.ts';
import type { ServiceBody, TaskBody } from './objects.ts';
import { serviceEvents } from './service-events.ts';
import { addressOf, registeredTarget } from './task-target.ts';

/** Registers tasks that are ready with the load balancer, and takes those that are to stop out of it. */
export function changeTargets(world: World, service: ServiceBody, { readyForTarget, toDeregister }: Census): Deed {
  const { targetGroupArn: group, containerPort: port = 0 } = service.loadBalancers[0] ?? {};
  if (group === undefined) return { effects: [], said: [] };
  return {
    effects: [
      ...readyForTarget.flatMap((task) => register(world, service, task, group, port)),
      ...toDeregister.flatMap((task) => deregister(world, task)),
    ],
    said: [...serviceEvents.registered(readyForTarget.length, group), ...serviceEvents.deregistered(toDeregister.length, group)],
  };
}

function register(world: World, { serviceArn: service }: ServiceBody, task: TaskBody, group: Id, port: number): readonly Effect[] {
  const id = targetId(group, addressOf(task), port);
  const body: TargetBody = {
    TargetGroupArn: group,
    Target: { Id: addressOf(task), Port: port, AvailabilityZone: task.availabilityZone },
    HealthCheckPort: String(port),
    TargetHealth: { State: 'initial', Reason: 'Elb.RegistrationInProgress' },
  };
  const failure = appFailure(world, task.taskArn, group);
  return [
    put({ id, kind: 'elbv2-target', body }),
    begin(id, 'elbv2-target', { group, task: task.taskArn, service, cpu: Number(task.cpu), ...(failure === undefined ? {} : { failure }) }),
  ];
}

function deregister(world: World, task: TaskBody): readonly Effect[] {
  const target = registeredTarget(world, task);
  return target === undefined ? [] : [send(target, { type: 'target.deregister' }, `deregister ${addressOf(task)}`)];
}
