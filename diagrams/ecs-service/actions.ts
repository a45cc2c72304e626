import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { ApiCall } from '../../src/model/api-call.ts';
import type { Resource } from '../../src/model/resource.ts';

const CLUSTER = 'demo';

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const ecs = (operation: string, input: JsonObject): ApiCall => ({ api: 'ecs', operation, input: { cluster: CLUSTER, ...input } });

const updateService = (resource: Resource, input: JsonObject): ApiCall => ecs('UpdateService', { service: resource.name, ...input });

const command = (name: string, rest: string): string => `aws ecs ${name} --cluster ${CLUSTER} ${rest}`;

const strategy = (provider: string): readonly JsonObject[] => [{ capacityProvider: provider, weight: 1 }];

/** What a reader may do to the service. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'set-desired-count',
    label: 'Set desired count',
    on: 'ecs-service',
    choice: {
      type: 'number',
      label: 'Desired count',
      min: 0,
      max: 10,
      now: ({ details: { desired } }) => (typeof desired === 'number' ? desired : 0),
    },
    call: (resource, _, value) => updateService(resource, { desiredCount: Number(value) }),
    command: (resource, _, value) => command('update-service', `--service ${resource.name} --desired-count ${value}`),
  },
  {
    id: 'deploy',
    label: 'Deploy',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Task definition',
      options: [
        { value: 'web:8', label: 'web:8' },
        { value: 'web:9', label: 'web:9, whose image does not exist' },
        { value: 'web:7', label: 'web:7' },
      ],
    },
    call: (resource, _, value) => updateService(resource, { taskDefinition: value }),
    command: (resource, _, value) => command('update-service', `--service ${resource.name} --task-definition ${value}`),
  },
  {
    id: 'set-capacity',
    label: 'Change capacity',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Capacity',
      options: [
        { value: 'FARGATE', label: 'Fargate' },
        { value: 'ec2', label: 'EC2 instances' },
      ],
    },
    call: (resource, _, value) => updateService(resource, { capacityProviderStrategy: strategy(value), forceNewDeployment: true }),
    command: (resource, _, value) =>
      command(
        'update-service',
        `--service ${resource.name} --capacity-provider-strategy capacityProvider=${value},weight=1 --force-new-deployment`,
      ),
  },
  {
    id: 'stop-task',
    label: 'Stop task',
    on: 'ecs-task',
    unavailable: ({ details: { desiredStatus } }) => (desiredStatus === 'RUNNING' ? undefined : 'The task is already on its way out.'),
    call: ({ id }) => ecs('StopTask', { task: id }),
    command: ({ id }) => command('stop-task', `--task ${lastPart(id)}`),
  },
  {
    id: 'drain',
    label: 'Drain',
    on: 'ecs-container-instance',
    unavailable: ({ status }) => (status === 'ACTIVE' ? undefined : `Only an ACTIVE instance can be drained; this one is ${status}.`),
    call: ({ id }) => ecs('UpdateContainerInstancesState', { containerInstances: [id], status: 'DRAINING' }),
    command: ({ id }) => command('update-container-instances-state', `--container-instances ${lastPart(id)} --status DRAINING`),
  },
  {
    id: 'activate',
    label: 'Make ACTIVE again',
    on: 'ecs-container-instance',
    unavailable: ({ status }) =>
      status === 'DRAINING' ? undefined : `Only a DRAINING instance can be made ACTIVE; this one is ${status}.`,
    call: ({ id }) => ecs('UpdateContainerInstancesState', { containerInstances: [id], status: 'ACTIVE' }),
    command: ({ id }) => command('update-container-instances-state', `--container-instances ${lastPart(id)} --status ACTIVE`),
  },
];
