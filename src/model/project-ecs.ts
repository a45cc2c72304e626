import { projectCapacityProvider, projectCluster } from './ecs/cluster.ts';
import { projectContainerInstance } from './ecs/container-instance.ts';
import { projectAnswer } from './ecs/dns.ts';
import { projectLoadBalancer, projectTarget, projectTargetGroup } from './ecs/load-balancing.ts';
import { projectLogDriver, projectLogGroup, projectLogStream } from './ecs/logging.ts';
import { projectService } from './ecs/service.ts';
import { projectDiscoveryInstance, projectNamespace, projectRegistry } from './ecs/service-discovery.ts';
import { projectTaskDefinition } from './ecs/task-definition.ts';
import { projectTask } from './ecs/task.ts';
import type { Projectors } from './project.ts';

/** How ECS and load-balancing objects are read; the bodies are elements of `aws ecs describe-…` and `aws elbv2 describe-…`. */
export const ecsProjectors: Projectors = {
  'ecs-cluster': projectCluster,
  'ecs-capacity-provider': projectCapacityProvider,
  'ecs-service': projectService,
  'ecs-task-definition': projectTaskDefinition,
  'ecs-task': projectTask,
  'ecs-container-instance': projectContainerInstance,
  'elbv2-load-balancer': projectLoadBalancer,
  'elbv2-target-group': projectTargetGroup,
  'elbv2-target': projectTarget,
};

/** How log groups, their streams and the log driver of a container are read. */
export const loggingProjectors: Projectors = {
  'logs-log-group': projectLogGroup,
  'logs-log-stream': projectLogStream,
  'docker-log-driver': projectLogDriver,
};

/** How Cloud Map's objects are read, and what clients learn from them. */
export const discoveryProjectors: Projectors = {
  'servicediscovery-namespace': projectNamespace,
  'servicediscovery-service': projectRegistry,
  'servicediscovery-instance': projectDiscoveryInstance,
  'dns-answer': projectAnswer,
};
