import type { Id } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, put } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { hexId, isoTime } from '../engine/world.ts';
import { arnInCluster, clusterOfArn } from './arns.ts';
import type { ContainerInstanceBody } from './objects.ts';

/** What is the same for instances of one launch template. */
export interface InstanceShape {
  readonly cpu: number;
  readonly memory: number;
  readonly zone: string;
  readonly instanceType: string;
  readonly provider?: string;
}

/** Host ports that the agent, Docker and SSH keep for themselves. */
const RESERVED_PORTS = ['22', '2375', '2376', '51678', '51679'];

/** A container instance with nothing on it yet. */
export function newInstance(
  cluster: Id,
  id: string,
  ec2InstanceId: string,
  status: string,
  since: string,
  shape: InstanceShape,
): ContainerInstanceBody {
  const resources = [
    { name: 'CPU', type: 'INTEGER', integerValue: shape.cpu },
    { name: 'MEMORY', type: 'INTEGER', integerValue: shape.memory },
    { name: 'PORTS', type: 'STRINGSET', stringSetValue: RESERVED_PORTS },
  ];
  return {
    containerInstanceArn: arnInCluster(cluster, 'container-instance', id),
    ec2InstanceId,
    status,
    agentConnected: status === 'ACTIVE',
    registeredResources: resources,
    remainingResources: resources,
    runningTasksCount: 0,
    pendingTasksCount: 0,
    attributes: [
      { name: 'ecs.availability-zone', value: shape.zone },
      { name: 'ecs.instance-type', value: shape.instanceType },
    ],
    registeredAt: since,
    ...(shape.provider === undefined ? {} : { capacityProviderName: shape.provider }),
  };
}

/** Launches an instance of the same sort in the same zone as another one, which may be gone. */
export function successorOf(
  world: World,
  model: ContainerInstanceBody,
): { readonly body: ContainerInstanceBody; readonly effects: readonly Effect[] } {
  const attribute = (wanted: string) => model.attributes.find(({ name }) => name === wanted)?.value ?? '';
  const amount = (wanted: string) => model.registeredResources.find(({ name }) => name === wanted)?.integerValue ?? 0;
  const key = `successor of ${model.containerInstanceArn} at ${world.time}`;
  const shape = {
    cpu: amount('CPU'),
    memory: amount('MEMORY'),
    zone: attribute('ecs.availability-zone'),
    instanceType: attribute('ecs.instance-type'),
    ...(model.capacityProviderName === undefined ? {} : { provider: model.capacityProviderName }),
  };
  const cluster = clusterOfArn(model.containerInstanceArn);
  const body = newInstance(cluster, hexId(world, key, 32), `i-0${hexId(world, `${key} in EC2`, 16)}`, 'REGISTERING', isoTime(world), shape);
  const id = body.containerInstanceArn;
  return { body, effects: [put({ id, kind: 'ecs-container-instance', body }), begin(id, 'ecs-container-instance')] };
}
