import type * as z from 'zod/mini';
import type { Id } from '../model/json.ts';
import * as ecs from './allow/ecs.ts';
import { arnOf, longArn } from './arn.ts';
import type { Shape } from './shape.ts';
import { ifArn, shape } from './shape.ts';

/** Services made before 2018 lack the cluster in their ARN; the id always has it, as tasks name their service by cluster and name. */
const serviceId = ({ serviceArn, clusterArn, serviceName }: z.infer<typeof ecs.service>): Id | undefined =>
  arnOf(serviceArn)?.path.length === 1 && serviceName !== undefined
    ? (longArn(clusterArn, 'service', serviceName) ?? serviceArn)
    : ifArn(serviceArn);

/** The objects of ECS itself. */
export const ecsShapes = {
  clusters: shape({ kind: 'ecs-cluster', schema: ecs.cluster, id: ({ clusterArn }) => ifArn(clusterArn) }),
  capacityProviders: shape({
    kind: 'ecs-capacity-provider',
    schema: ecs.capacityProvider,
    id: ({ capacityProviderArn }) => ifArn(capacityProviderArn),
  }),
  services: shape({ kind: 'ecs-service', schema: ecs.service, id: serviceId }),
  serviceDeployments: shape({
    kind: 'ecs-service-deployment',
    schema: ecs.serviceDeployment,
    id: ({ serviceDeploymentArn }) => ifArn(serviceDeploymentArn),
  }),
  tasks: shape({ kind: 'ecs-task', schema: ecs.task, id: ({ taskArn }) => ifArn(taskArn) }),
  taskDefinitions: shape({
    kind: 'ecs-task-definition',
    schema: ecs.taskDefinition,
    id: ({ taskDefinitionArn }) => ifArn(taskDefinitionArn),
  }),
  containerInstances: shape({
    kind: 'ecs-container-instance',
    schema: ecs.containerInstance,
    id: ({ containerInstanceArn }) => ifArn(containerInstanceArn),
  }),
} as const satisfies Readonly<Record<string, Shape>>;
