import type { ApiCall } from '../../model/api-call.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import type { ActionOffer, FaultOffer } from '../engine/scenario.ts';
import { lastPart } from './arns.ts';
import { CLUSTER } from './small-cluster.ts';

/** A call to ECS in the small cluster. */
export const ecsCall = (operation: string, input: JsonObject): ApiCall => ({
  api: 'ecs',
  operation,
  input: { cluster: CLUSTER, ...input },
});

/** A call that changes a service. */
export const updateService = (service: string, input: JsonObject): ApiCall => ecsCall('UpdateService', { service, ...input });

/** The same on the command line. */
export const ecsCommand = (name: string, rest: string): string => `aws ecs ${name} --cluster ${CLUSTER} ${rest}`;

/** Asks for another desired count, up to `max`. */
export const setDesiredCount = (max: number): ActionOffer => ({
  id: 'set-desired-count',
  label: 'Set desired count',
  on: 'ecs-service',
  choice: {
    type: 'number',
    label: 'Desired count',
    min: 0,
    max,
    now: ({ details: { desired } }) => (typeof desired === 'number' ? desired : 0),
  },
  call: ({ name }, _, value) => updateService(name, { desiredCount: Number(value) }),
  command: ({ name }, _, value) => ecsCommand('update-service', `--service ${name} --desired-count ${value}`),
});

/** One of a few words that a choice offers. */
type Option = Extract<NonNullable<ActionOffer['choice']>, { type: 'option' }>['options'][number];

/** Deploys one of these revisions. */
export const deploy = (options: readonly Option[]): ActionOffer => ({
  id: 'deploy',
  label: 'Deploy',
  on: 'ecs-service',
  choice: { type: 'option', label: 'Task definition', options },
  call: ({ name }, _, value) => updateService(name, { taskDefinition: value }),
  command: ({ name }, _, value) => ecsCommand('update-service', `--service ${name} --task-definition ${value}`),
});

/** Moves a service to another capacity provider. */
export const setCapacity: ActionOffer = {
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
  call: ({ name }, _, value) =>
    updateService(name, { capacityProviderStrategy: [{ capacityProvider: value, weight: 1 }], forceNewDeployment: true }),
  command: ({ name }, _, value) =>
    ecsCommand(
      'update-service',
      `--service ${name} --capacity-provider-strategy capacityProvider=${value},weight=1 --force-new-deployment`,
    ),
};

/** Stops a task by hand. */
export const stopTask: ActionOffer = {
  id: 'stop-task',
  label: 'Stop task',
  on: 'ecs-task',
  unavailable: ({ details: { desiredStatus } }) => (desiredStatus === 'RUNNING' ? undefined : 'The task is already on its way out.'),
  call: ({ id }) => ecsCall('StopTask', { task: id }),
  command: ({ id }) => ecsCommand('stop-task', `--task ${lastPart(id)}`),
};

/** Lets clients send more requests, or fewer. */
export const changeLoad: ActionOffer = {
  id: 'change-load',
  label: 'Change load',
  on: 'elbv2-load-balancer',
  choice: {
    type: 'option',
    label: 'Requests a second',
    options: ['60', '120', '240', '360', '480'].map((value) => ({ value, label: value })),
  },
  call: ({ id }, _, value) => ({
    api: 'clients',
    operation: 'SendRequests',
    input: { LoadBalancerArn: id, RequestsPerSecond: Number(value) },
  }),
  command: ({ details: { dnsName } }, _, value) => `oha -z 10m -q ${value} http://${typeof dnsName === 'string' ? dnsName : ''}/`,
};

const setInstanceStatus = (status: 'DRAINING' | 'ACTIVE'): Pick<ActionOffer, 'on' | 'call' | 'command'> => ({
  on: 'ecs-container-instance',
  call: ({ id }) => ecsCall('UpdateContainerInstancesState', { containerInstances: [id], status }),
  command: ({ id }) => ecsCommand('update-container-instances-state', `--container-instances ${lastPart(id)} --status ${status}`),
});

/** Empties an instance. */
export const drain: ActionOffer = {
  id: 'drain',
  label: 'Drain',
  unavailable: ({ status }) => (status === 'ACTIVE' ? undefined : `Only an ACTIVE instance can be drained; this one is ${status}.`),
  ...setInstanceStatus('DRAINING'),
};

/** Lets an instance take tasks again. */
export const activate: ActionOffer = {
  id: 'activate',
  label: 'Make ACTIVE again',
  unavailable: ({ status }) => (status === 'DRAINING' ? undefined : `Only a DRAINING instance can be made ACTIVE; this one is ${status}.`),
  ...setInstanceStatus('ACTIVE'),
};

const onlyRunning = ({ status }: Resource): string | undefined =>
  status === 'RUNNING' ? undefined : `Only a RUNNING task can break like this; this one is ${status}.`;

/** What a diagram may offer to break, by the id of the fault. */
export const faultOffers = {
  'instance-lost': { id: 'instance-lost', label: 'Lose the instance', repair: 'Launch another instance', on: 'ecs-container-instance' },
  'container-exits': { id: 'container-exits', label: 'Container exits', repair: 'Forget it', on: 'ecs-task', unavailable: onlyRunning },
  'health-check-fails': {
    id: 'health-check-fails',
    label: 'Health check fails',
    repair: 'Let it answer again',
    on: 'ecs-task',
    unavailable: onlyRunning,
  },
  'process-hangs': { id: 'process-hangs', label: 'Process hangs', repair: 'Let it go on', on: 'ecs-task', unavailable: onlyRunning },
  'check-path-wrong': {
    id: 'check-path-wrong',
    label: 'Health check path is wrong',
    repair: 'Correct the path',
    on: 'elbv2-target-group',
  },
  'image-pull-fails': { id: 'image-pull-fails', label: 'Image cannot be pulled', repair: 'Let pulls work again', on: 'ecs-service' },
  'no-capacity': { id: 'no-capacity', label: 'No capacity left', repair: 'Give the capacity back', on: 'ecs-cluster' },
} as const satisfies Readonly<Record<string, FaultOffer>>;
