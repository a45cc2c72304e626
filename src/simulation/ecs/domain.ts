import type { ApiObject } from '../../model/api-object.ts';
import type { Id, Json } from '../../model/json.ts';
import type { Measures } from '../../model/frame.ts';
import { ecsProjectors } from '../../model/project-ecs.ts';
import type { Domain } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { clientsApi } from '../network/clients-api.ts';
import { elbApi } from '../network/elb-api.ts';
import { serviceOfGroup, targetGroupMachine } from '../network/target-group-machine.ts';
import { targetMachine } from '../network/target-machine.ts';
import { ecsApi } from './api.ts';
import { clusterOfArn, serviceOfTask } from './arns.ts';
import { containerMachine } from './container-machine.ts';
import { containerWaits } from './container-waits.ts';
import { ecsFaults } from './faults.ts';
import { textOf } from './find.ts';
import { instanceMachine } from './instance-machine.ts';
import { clusterOf } from './objects.ts';
import { serviceMachine } from './service-machine.ts';
import { taskMachine } from './task-machine.ts';
import { instanceWaits, serviceWaits, targetWaits, taskWaits } from './waits.ts';

/** The drawn part from which requests come: load balancers are found under it. */
export const CLIENTS: Id = 'clients';

/** Clusters are found under this. */
const CLUSTERS: Id = 'clusters';

const first = (value: Json | undefined): Json | undefined => (Array.isArray(value) ? (value as readonly Json[])[0] : undefined);

function ownerOf({ id, kind, body }: ApiObject): Id | undefined {
  switch (kind) {
    case 'ecs-cluster':
      return CLUSTERS;
    case 'ecs-service':
      return textOf(body['clusterArn']);
    case 'ecs-container-instance':
      return clusterOfArn(id);
    case 'ecs-task': {
      const clusterArn = textOf(body['clusterArn']) ?? '';
      return serviceOfTask({ clusterArn, group: textOf(body['group']) ?? '' }) ?? clusterArn;
    }
    case 'elbv2-target':
      return textOf(body['TargetGroupArn']);
    case 'elbv2-target-group':
      return textOf(first(body['LoadBalancerArns']));
    case 'elbv2-load-balancer':
      return CLIENTS;
    default:
      return undefined;
  }
}

/** What clients notice in a second, from the counts that target groups keep. */
function traffic(world: World): Measures {
  let [served, failed, byTarget, byBalancer, healthy, waited, cpu] = [0, 0, 0, 0, 0, 0, 0];
  for (const balancer of ownedBy(world, CLIENTS)) {
    for (const { id } of ownedBy(world, balancer.id)) {
      const group = serviceOfGroup(world, id);
      if (group === undefined) continue;
      served += group.served;
      failed += group.failed;
      byTarget += group.byTarget;
      byBalancer += group.byBalancer;
      healthy += group.healthy;
      waited += group.served * group.latency;
      cpu += group.served * group.cpuUsed;
    }
  }
  const perRequest = Math.max(1, served);
  return {
    'requests.served': served,
    'requests.failed': failed,
    'requests.target-5xx': byTarget,
    'requests.elb-5xx': byBalancer,
    'requests.latency': Math.round(waited / perRequest),
    'cpu.used': Math.round(cpu / perRequest),
    'targets.healthy': healthy,
  };
}

/** Running and pending tasks, from the counts that clusters show. */
function tasks(world: World): Measures {
  let [running, pending] = [0, 0];
  for (const { id } of ownedBy(world, CLUSTERS)) {
    const { runningTasksCount = 0, pendingTasksCount = 0 } = clusterOf(world, id) ?? {};
    running += runningTasksCount;
    pending += pendingTasksCount;
  }
  return { 'tasks.running': running, 'tasks.pending': pending };
}

/** The laws of the simulated ECS: behaviours are named like the kinds whose statechart they are. */
export const ecsDomain: Domain = {
  projectors: ecsProjectors,
  behaviours: {
    'ecs-service': { machine: serviceMachine, waits: serviceWaits },
    'ecs-task': { machine: taskMachine, waits: taskWaits },
    'ecs-container': { machine: containerMachine, waits: containerWaits },
    'ecs-container-instance': { machine: instanceMachine, waits: instanceWaits },
    'elbv2-target-group': { machine: targetGroupMachine },
    'elbv2-target': { machine: targetMachine, waits: targetWaits },
  },
  apis: { ecs: ecsApi, elbv2: elbApi, clients: clientsApi },
  faults: ecsFaults,
  measures: (world) => ({ ...traffic(world), ...tasks(world) }),
  ownerOf,
};
