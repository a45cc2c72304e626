import type { Id } from '../../model/json.ts';
import { lastPart } from '../ecs/arns.ts';
import { isChecked } from '../ecs/checked-definitions.ts';
import type { TaskBody } from '../ecs/objects.ts';
import { instanceOf, taskDefinitionOf } from '../ecs/objects.ts';
import { addressOf } from '../ecs/task-target.ts';
import type { World } from '../engine/world.ts';
import type { InstanceBody, InstanceHealth, RegistryBody } from './objects.ts';
import { namespaceOf } from './objects.ts';

/** The id of the instance that stands for a task: AWS gives it none beside the task's. */
export const registrationId = (registry: Id, task: Id): Id => `${registry}/${lastPart(task)}`;

/**
 * The health that ECS reports of a task: that of its containers, where the Cloud Map service lets ECS report it.
 * A task that has yet to pass its first check is reported unhealthy.
 */
export function reportedHealth(world: World, registry: RegistryBody, task: TaskBody): InstanceHealth {
  if (registry.HealthCheckCustomConfig === undefined || !isChecked(taskDefinitionOf(world, task.taskDefinitionArn))) return 'HEALTHY';
  return task.healthStatus === 'HEALTHY' ? 'HEALTHY' : 'UNHEALTHY';
}

/** The instance that ECS registers for a task, with the attributes that it sets. */
export function registrationOf(world: World, registry: RegistryBody, task: TaskBody): InstanceBody {
  const definition = taskDefinitionOf(world, task.taskDefinitionArn);
  const host = task.containerInstanceArn === undefined ? undefined : instanceOf(world, task.containerInstanceArn);
  const health = reportedHealth(world, registry, task);
  return {
    ServiceArn: registry.Arn,
    InstanceId: lastPart(task.taskArn),
    NamespaceName: namespaceOf(world, registry)?.Name ?? '',
    ServiceName: registry.Name,
    HealthStatus: health,
    Attributes: {
      AWS_INSTANCE_IPV4: addressOf(task),
      AVAILABILITY_ZONE: task.availabilityZone,
      REGION: task.taskArn.split(':')[3] ?? '',
      ECS_CLUSTER_NAME: lastPart(task.clusterArn),
      ECS_SERVICE_NAME: task.group.slice('service:'.length),
      ECS_TASK_DEFINITION_FAMILY: definition?.family ?? '',
      ...(host === undefined ? {} : { EC2_INSTANCE_ID: host.ec2InstanceId }),
      ...(registry.HealthCheckCustomConfig === undefined ? {} : { AWS_INIT_HEALTH_STATUS: health }),
    },
  };
}
