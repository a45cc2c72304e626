import type { Cluster, Container, ContainerInstance, Deployment, Service, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import type { Id, JsonObject } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import type { Body } from './wire.ts';

/** A cluster as `aws ecs describe-clusters` prints it. */
export type ClusterBody = Body<
  Cluster,
  | 'clusterArn'
  | 'clusterName'
  | 'status'
  | 'registeredContainerInstancesCount'
  | 'runningTasksCount'
  | 'pendingTasksCount'
  | 'activeServicesCount'
  | 'capacityProviders'
>;

/** A deployment of a service. */
export type DeploymentBody = Body<
  Deployment,
  | 'id'
  | 'status'
  | 'taskDefinition'
  | 'desiredCount'
  | 'pendingCount'
  | 'runningCount'
  | 'failedTasks'
  | 'createdAt'
  | 'updatedAt'
  | 'rolloutState'
  | 'rolloutStateReason',
  'capacityProviderStrategy' | 'launchType'
>;

/** A service as `aws ecs describe-services` prints it. */
export type ServiceBody = Body<
  Service,
  | 'serviceArn'
  | 'serviceName'
  | 'clusterArn'
  | 'status'
  | 'desiredCount'
  | 'runningCount'
  | 'pendingCount'
  | 'taskDefinition'
  | 'events'
  | 'loadBalancers'
  | 'createdAt'
  | 'schedulingStrategy',
  | 'capacityProviderStrategy'
  | 'launchType'
  | 'deploymentConfiguration'
  | 'healthCheckGracePeriodSeconds'
  | 'placementStrategy'
  | 'placementConstraints'
  | 'serviceRegistries'
> & { readonly deployments: readonly DeploymentBody[] };

/** A container of a task. */
export type ContainerBody = Body<
  Container,
  'containerArn' | 'taskArn' | 'name' | 'image' | 'lastStatus' | 'healthStatus',
  'cpu' | 'memory' | 'exitCode' | 'reason' | 'networkInterfaces'
>;

/** A task as `aws ecs describe-tasks` prints it. */
export type TaskBody = Body<
  Task,
  | 'taskArn'
  | 'clusterArn'
  | 'taskDefinitionArn'
  | 'group'
  | 'lastStatus'
  | 'desiredStatus'
  | 'healthStatus'
  | 'launchType'
  | 'availabilityZone'
  | 'cpu'
  | 'memory'
  | 'createdAt'
  | 'startedBy'
  | 'attachments',
  | 'containerInstanceArn'
  | 'capacityProviderName'
  | 'connectivity'
  | 'pullStartedAt'
  | 'pullStoppedAt'
  | 'startedAt'
  | 'stoppingAt'
  | 'executionStoppedAt'
  | 'stoppedAt'
  | 'stopCode'
  | 'stoppedReason'
> & { readonly containers: readonly ContainerBody[] };

/** A revision of a task definition as `aws ecs describe-task-definition` prints it. */
export type TaskDefinitionBody = Body<
  TaskDefinition,
  'taskDefinitionArn' | 'family' | 'revision' | 'status' | 'networkMode' | 'cpu' | 'memory' | 'containerDefinitions' | 'compatibilities'
>;

/** A container instance as `aws ecs describe-container-instances` prints it. */
export type ContainerInstanceBody = Body<
  ContainerInstance,
  | 'containerInstanceArn'
  | 'ec2InstanceId'
  | 'status'
  | 'agentConnected'
  | 'registeredResources'
  | 'remainingResources'
  | 'runningTasksCount'
  | 'pendingTasksCount'
  | 'attributes'
  | 'registeredAt',
  'statusReason' | 'capacityProviderName'
>;

/** The body of an object of a kind. The kind decides the shape, as only this domain writes objects of these kinds. */
const bodyOf = <B extends JsonObject>(world: World, id: Id, kind: Kind): B | undefined => {
  const object = world.objects.get(id);
  return object?.kind === kind ? (object.body as B) : undefined;
};

/** The cluster of an ARN. */
export const clusterOf = (world: World, id: Id) => bodyOf<ClusterBody>(world, id, 'ecs-cluster');

/** The service of an ARN. */
export const serviceOf = (world: World, id: Id) => bodyOf<ServiceBody>(world, id, 'ecs-service');

/** The task of an ARN. */
export const taskOf = (world: World, id: Id) => bodyOf<TaskBody>(world, id, 'ecs-task');

/** The task definition of an ARN. */
export const taskDefinitionOf = (world: World, id: Id) => bodyOf<TaskDefinitionBody>(world, id, 'ecs-task-definition');

/** The container instance of an ARN. */
export const instanceOf = (world: World, id: Id) => bodyOf<ContainerInstanceBody>(world, id, 'ecs-container-instance');

/** The tasks of a service that are not forgotten yet. */
export function* tasksOf(world: World, service: Id): Generator<TaskBody> {
  for (const { kind, body } of ownedBy(world, service)) if (kind === 'ecs-task') yield body as TaskBody; // as in bodyOf
}
