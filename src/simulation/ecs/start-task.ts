import type { ApiObject } from '../../model/api-object.ts';
import type { Id } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, put } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { hexId, isoTime } from '../engine/world.ts';
import { arnInCluster } from './arns.ts';
import type { ContainerInput } from './container-input.ts';
import { containerInput } from './container-input.ts';
import type { ContainerBody, ServiceBody, TaskBody, TaskDefinitionBody } from './objects.ts';

/** Where a new task goes. */
export interface Place {
  readonly launchType: 'EC2' | 'FARGATE';
  readonly zone: string;
  readonly provider: string | undefined;
  readonly instance: Id | undefined;
}

/** Every zone has a subnet of its own; the `n`th task of a service gets the `n`th address of its zone's subnet. */
function addressIn(zone: string, n: number): string {
  const subnet = (zone.charCodeAt(zone.length - 1) - 'a'.charCodeAt(0)) * 32;
  return `10.0.${subnet + (n >> 8)}.${n & 255}`;
}

const uuid = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Who starts a task, as its group and `startedBy` say it. */
export interface Starter {
  readonly clusterArn: Id;
  readonly group: string;
  readonly startedBy: string;
}

/** What came of starting a task: its object, and the actor that brings it to life. */
export interface NewTask {
  readonly task: TaskBody;
  readonly effects: readonly Effect[];
}

/** The `n`th task that a service starts. */
export const startTask = (
  world: World,
  { serviceArn, serviceName, clusterArn }: ServiceBody,
  deployment: string,
  definition: TaskDefinitionBody,
  place: Place,
  n: number,
): NewTask => newTask(world, { clusterArn, group: `service:${serviceName}`, startedBy: deployment }, definition, place, n, serviceArn);

/** The `n`th task of a starter; `key` tells its starters apart. */
export function newTask(
  world: World,
  { clusterArn, group, startedBy }: Starter,
  definition: TaskDefinitionBody,
  place: Place,
  n: number,
  key: string,
): NewTask {
  const id = hexId(world, `${key} task ${n}`, 32);
  const taskArn = arnInCluster(clusterArn, 'task', id);
  const attachment = uuid(hexId(world, `${taskArn} eni`, 32));
  const address = addressIn(place.zone, n);
  const inputs: Record<Id, ContainerInput> = {};
  const containers = definition.containerDefinitions.map((container): ContainerBody => {
    const name = container.name ?? '';
    const containerArn = arnInCluster(clusterArn, 'container', `${id}/${uuid(hexId(world, `${taskArn} ${name}`, 32))}`);
    const input = containerInput(container, taskArn, place.launchType);
    inputs[containerArn] = input;
    return {
      containerArn,
      taskArn,
      name,
      image: input.image,
      lastStatus: 'PENDING',
      healthStatus: 'UNKNOWN',
      networkInterfaces: [{ attachmentId: attachment, privateIpv4Address: address }],
    };
  });
  const task: TaskBody = {
    taskArn,
    clusterArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    group,
    startedBy,
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    healthStatus: 'UNKNOWN',
    launchType: place.launchType,
    availabilityZone: place.zone,
    cpu: definition.cpu,
    memory: definition.memory,
    createdAt: isoTime(world),
    attachments: [
      { id: attachment, type: 'ElasticNetworkInterface', status: 'PRECREATED', details: [{ name: 'privateIPv4Address', value: address }] },
    ],
    containers,
    ...(place.provider === undefined ? {} : { capacityProviderName: place.provider }),
    ...(place.instance === undefined ? {} : { containerInstanceArn: place.instance }),
  };
  const object: ApiObject = { id: taskArn, kind: 'ecs-task', body: task };
  return { task, effects: [put(object), begin(taskArn, 'ecs-task', { containers: inputs, launchType: place.launchType })] };
}
