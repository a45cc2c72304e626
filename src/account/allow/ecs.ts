import type {
  CapacityProvider,
  CapacityProviderStrategyItem,
  Cluster,
  Container,
  ContainerDefinition,
  ContainerInstance,
  Deployment,
  DeploymentConfiguration,
  Resource,
  Service,
  ServiceConnectConfiguration,
  ServiceDeployment,
  ServiceRevisionSummary,
  Task,
  TaskDefinition,
  VpcLatticeConfiguration,
} from '@aws-sdk/client-ecs';
import * as z from 'zod/mini';
import type { FieldsOf } from './fields.ts';
import { allow, derived, flag, list, number, pairs, size, text, time } from './fields.ts';
import { namesThatLookSecret } from './suspicion.ts';

/**
 * What is kept of each ECS object, by name. Never here: environment, secrets, command, entryPoint, overrides, tags,
 * log options other than those below, who registered or created a thing. Of the environment, the names that look like
 * those of secrets are told, as a list of its own.
 */

const strategy = list(allow({ capacityProvider: text, weight: number, base: number } satisfies FieldsOf<CapacityProviderStrategyItem>));

export const cluster = allow({
  clusterArn: text,
  clusterName: text,
  status: text,
  registeredContainerInstancesCount: number,
  runningTasksCount: number,
  pendingTasksCount: number,
  activeServicesCount: number,
  settings: pairs('containerInsights'),
  capacityProviders: list(text),
  defaultCapacityProviderStrategy: strategy,
  attachmentsStatus: text,
  serviceConnectDefaults: allow({ namespace: text }),
} satisfies FieldsOf<Cluster>);

export const capacityProvider = allow({
  capacityProviderArn: text,
  name: text,
  status: text,
  type: text,
  cluster: text,
  autoScalingGroupProvider: allow({
    autoScalingGroupArn: text,
    managedScaling: allow({ status: text, targetCapacity: number }),
    managedTerminationProtection: text,
    managedDraining: text,
  }),
  updateStatus: text,
  updateStatusReason: text,
} satisfies FieldsOf<CapacityProvider>);

const deploymentConfiguration = allow({
  maximumPercent: number,
  minimumHealthyPercent: number,
  strategy: text,
  deploymentCircuitBreaker: allow({ enable: flag, rollback: flag }),
} satisfies FieldsOf<DeploymentConfiguration>);

const serviceConnect = allow({
  enabled: flag,
  namespace: text,
  services: list(allow({ portName: text, discoveryName: text, clientAliases: list(allow({ port: number, dnsName: text })) })),
} satisfies FieldsOf<ServiceConnectConfiguration>);

const deployment = allow({
  id: text,
  status: text,
  taskDefinition: text,
  desiredCount: number,
  pendingCount: number,
  runningCount: number,
  failedTasks: number,
  createdAt: time,
  updatedAt: time,
  capacityProviderStrategy: strategy,
  launchType: text,
  platformVersion: text,
  rolloutState: text,
  rolloutStateReason: text,
  serviceConnectConfiguration: serviceConnect,
  vpcLatticeConfigurations: list(allow({ targetGroupArn: text, portName: text } satisfies FieldsOf<VpcLatticeConfiguration>)),
} satisfies FieldsOf<Deployment>);

export const service = allow({
  serviceArn: text,
  serviceName: text,
  clusterArn: text,
  status: text,
  desiredCount: number,
  runningCount: number,
  pendingCount: number,
  launchType: text,
  capacityProviderStrategy: strategy,
  platformVersion: text,
  platformFamily: text,
  taskDefinition: text,
  schedulingStrategy: text,
  deploymentController: allow({ type: text }),
  deploymentConfiguration,
  deployments: list(deployment),
  loadBalancers: list(allow({ targetGroupArn: text, loadBalancerName: text, containerName: text, containerPort: number })),
  serviceRegistries: list(allow({ registryArn: text, containerName: text, containerPort: number, port: number })),
  events: list(allow({ id: text, createdAt: time, message: text })),
  placementStrategy: list(allow({ type: text, field: text })),
  placementConstraints: list(allow({ type: text })),
  networkConfiguration: allow({ awsvpcConfiguration: allow({ subnets: list(text), assignPublicIp: text }) }),
  healthCheckGracePeriodSeconds: number,
  availabilityZoneRebalancing: text,
  currentServiceDeployment: text,
  createdAt: time,
} satisfies FieldsOf<Service>);

const revision = allow({
  arn: text,
  requestedTaskCount: number,
  runningTaskCount: number,
  pendingTaskCount: number,
} satisfies FieldsOf<ServiceRevisionSummary>);

export const serviceDeployment = allow({
  serviceDeploymentArn: text,
  serviceArn: text,
  clusterArn: text,
  createdAt: time,
  startedAt: time,
  finishedAt: time,
  stoppedAt: time,
  updatedAt: time,
  sourceServiceRevisions: list(revision),
  targetServiceRevision: revision,
  status: text,
  statusReason: text,
  lifecycleStage: text,
  deploymentConfiguration,
  rollback: allow({ reason: text, startedAt: time, serviceRevisionArn: text }),
  deploymentCircuitBreaker: allow({ status: text, failureCount: number, threshold: number }),
} satisfies FieldsOf<ServiceDeployment>);

const container = allow({
  containerArn: text,
  taskArn: text,
  name: text,
  image: text,
  imageDigest: text,
  lastStatus: text,
  exitCode: number,
  reason: text,
  healthStatus: text,
  cpu: size,
  memory: size,
  networkBindings: list(allow({ bindIP: text, containerPort: number, hostPort: number, protocol: text })),
  networkInterfaces: list(allow({ attachmentId: text, privateIpv4Address: text })),
} satisfies FieldsOf<Container>);

export const task = allow({
  taskArn: text,
  clusterArn: text,
  taskDefinitionArn: text,
  containerInstanceArn: text,
  group: text,
  startedBy: text,
  lastStatus: text,
  desiredStatus: text,
  healthStatus: text,
  connectivity: text,
  connectivityAt: time,
  launchType: text,
  capacityProviderName: text,
  platformVersion: text,
  platformFamily: text,
  availabilityZone: text,
  cpu: size,
  memory: size,
  containers: list(container),
  attachments: list(allow({ id: text, type: text, status: text, details: pairs('privateIPv4Address', 'networkInterfaceId', 'subnetId') })),
  createdAt: time,
  pullStartedAt: time,
  pullStoppedAt: time,
  startedAt: time,
  stoppingAt: time,
  executionStoppedAt: time,
  stoppedAt: time,
  stopCode: text,
  stoppedReason: text,
  version: number,
} satisfies FieldsOf<Task>);

const containerFields = allow({
  name: text,
  image: text,
  cpu: number,
  memory: number,
  memoryReservation: number,
  essential: flag,
  portMappings: list(allow({ name: text, containerPort: number, hostPort: number, protocol: text, appProtocol: text })),
  dependsOn: list(allow({ containerName: text, condition: text })),
  healthCheck: allow({ interval: number, timeout: number, retries: number, startPeriod: number }),
  logConfiguration: allow({
    logDriver: text,
    options: allow({ 'awslogs-group': text, 'awslogs-stream-prefix': text, 'awslogs-region': text, mode: text, 'max-buffer-size': text }),
  }),
  restartPolicy: allow({ enabled: flag, ignoredExitCodes: list(number), restartAttemptPeriod: number }),
  startTimeout: number,
  stopTimeout: number,
  readonlyRootFilesystem: flag,
  privileged: flag,
  user: text,
} satisfies FieldsOf<ContainerDefinition>);

const containerDefinition = derived(z.extend(containerFields, { suspiciousEnvironment: z.optional(list(text)) }), ({ environment }) =>
  environment === undefined ? {} : { suspiciousEnvironment: namesThatLookSecret(environment) },
);

export const taskDefinition = allow({
  taskDefinitionArn: text,
  family: text,
  revision: number,
  status: text,
  networkMode: text,
  pidMode: text,
  cpu: size,
  memory: size,
  compatibilities: list(text),
  requiresCompatibilities: list(text),
  runtimePlatform: allow({ cpuArchitecture: text, operatingSystemFamily: text }),
  containerDefinitions: list(containerDefinition),
  registeredAt: time,
  deregisteredAt: time,
} satisfies FieldsOf<TaskDefinition>);

const resources = list(
  allow({
    name: text,
    type: text,
    integerValue: number,
    longValue: number,
    doubleValue: number,
    stringSetValue: list(text),
  } satisfies FieldsOf<Resource>),
);

export const containerInstance = allow({
  containerInstanceArn: text,
  clusterArn: text, // AWS does not print it; Drydock's own files do, since old ARNs do not name the cluster either
  ec2InstanceId: text,
  capacityProviderName: text,
  status: text,
  statusReason: text,
  agentConnected: flag,
  runningTasksCount: number,
  pendingTasksCount: number,
  registeredResources: resources,
  remainingResources: resources,
  registeredAt: time,
  attributes: pairs('ecs.availability-zone', 'ecs.instance-type', 'ecs.cpu-architecture', 'ecs.os-type'),
  versionInfo: allow({ agentVersion: text }),
  healthStatus: allow({ overallStatus: text }),
  version: number,
} satisfies FieldsOf<ContainerInstance & { readonly clusterArn: string }>);
