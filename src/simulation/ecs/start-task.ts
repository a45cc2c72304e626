import type { ApiObject } from '../../model/api-object.ts';
import type { Id } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, put } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { hexId, isoTime } from '../engine/world.ts';
import { arnInCluster } from './arns.ts';
import type { Check, ContainerInput } from './container-machine.ts';
import type { ContainerBody, ServiceBody, TaskBody, TaskDefinitionBody } from './objects.ts';

/** Where a new task goes. */
export interface Place {
  readonly launchType: 'EC2' | 'FARGATE';
  readonly zone: string;
  readonly provider: string | undefined;
  readonly instance: Id | undefined;
}

type ContainerDefinition = TaskDefinitionBody['containerDefinitions'][number];

/** The defaults of a container health check, in seconds. */
const CHECK_DEFAULTS = { interval: 30, retries: 3, startPeriod: 0 };

function checkOf({ healthCheck }: ContainerDefinition): Check | undefined {
  if (healthCheck === undefined) return undefined;
  const { interval, retries, startPeriod } = { ...CHECK_DEFAULTS, ...healthCheck };
  return { interval: (interval ?? 0) * 1000, retries: retries ?? 0, startPeriod: (startPeriod ?? 0) * 1000 };
}

/** Every zone has a subnet of its own; the `n`th task of a service gets the `n`th address of its zone's subnet. */
function addressIn(zone: string, n: number): string {
  const subnet = (zone.charCodeAt(zone.length - 1) - 'a'.charCodeAt(0)) * 32;
  return `10.0.${subnet + (n >> 8)}.${n & 255}`;
}

const uuid = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The `n`th task that a service starts: its object, and the actor that brings it to life. */
export function startTask(
  world: World,
  service: ServiceBody,
  deployment: string,
  definition: TaskDefinitionBody,
  place: Place,
  n: number,
): { readonly task: TaskBody; readonly effects: readonly Effect[] } {
  const id = hexId(world, `${service.serviceArn} task ${n}`, 32);
  const taskArn = arnInCluster(service.clusterArn, 'task', id);
  const attachment = uuid(hexId(world, `${taskArn} eni`, 32));
  const address = addressIn(place.zone, n);
  const inputs: Record<Id, ContainerInput> = {};
  const containers = definition.containerDefinitions.map((container): ContainerBody => {
    const name = container.name ?? '';
    const image = container.image ?? '';
    const containerArn = arnInCluster(service.clusterArn, 'container', `${id}/${uuid(hexId(world, `${taskArn} ${name}`, 32))}`);
    const check = checkOf(container);
    inputs[containerArn] = { task: taskArn, name, image, launchType: place.launchType, ...(check === undefined ? {} : { check }) };
    return {
      containerArn,
      taskArn,
      name,
      image,
      lastStatus: 'PENDING',
      healthStatus: 'UNKNOWN',
      networkInterfaces: [{ attachmentId: attachment, privateIpv4Address: address }],
    };
  });
  const task: TaskBody = {
    taskArn,
    clusterArn: service.clusterArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    group: `service:${service.serviceName}`,
    startedBy: deployment,
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    healthStatus: 'UNKNOWN',
    launchType: place.launchType,
    availabilityZone: place.zone,
    cpu: definition.cpu,
    memory: definition.memory,
    createdAt: isoTime(world),
    attachments: [
      { id: attachment, type: 'ElasticNetworkInterface', status: 'ATTACHED', details: [{ name: 'privateIPv4Address', value: address }] },
    ],
    containers,
    ...(place.provider === undefined ? {} : { capacityProviderName: place.provider }),
    ...(place.instance === undefined ? {} : { containerInstanceArn: place.instance }),
  };
  const object: ApiObject = { id: taskArn, kind: 'ecs-task', body: task };
  return { task, effects: [put(object), begin(taskArn, 'ecs-task', { containers: inputs, launchType: place.launchType })] };
}
