import type { Input } from '../../model/api-call.ts';
import type { ApiObject } from '../../model/api-object.ts';
import { count, isObject, object, objects, text } from '../../model/ecs/read.ts';
import type { Id, JsonObject, Millis } from '../../model/json.ts';
import { present } from '../../model/present.ts';
import type { WhatIf } from '../engine/what-if.ts';
import type { World } from '../engine/world.ts';
import { ecsCall, updateService } from './offers.ts';
import { serviceOf } from './objects.ts';

/** The service of a scenario that takes the shape of a real one. */
export interface Model {
  /** The name of the service and of its family of task definitions. */
  readonly name: string;
  readonly serviceArn: Id;
  /** How many instances there are, and the CPU units and MiB of one. */
  readonly instances: number;
  readonly instance: { readonly cpu: number; readonly memory: number };
}

/** More instances than this are not launched: the diagram would only count them. */
const INSTANCES_AT_MOST = 60;

/** So long before the reader's time 0 the service changes: after all that the scenarios themselves do to it. */
const BEFORE: Millis = 5_000;

/** The simulated registry, which takes the place of the real one: account ids stay where they were read. */
const REGISTRY = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';

/** Gives the service of a scenario the count, limits, capacity, containers, sizes and health check of a real service. */
export function serviceWhatIf(account: readonly ApiObject[], model: Model): WhatIf | undefined {
  const service = account.find(({ kind }) => kind === 'ecs-service')?.body;
  if (service === undefined) return undefined;
  const definition = account.find(({ id, kind }) => kind === 'ecs-task-definition' && id === text(service, 'taskDefinition'))?.body ?? {};
  const containers = objects(definition, 'containerDefinitions');
  const size = sizeOf(definition, containers);
  const desiredCount = count(service, 'desiredCount') ?? 0;
  const onFargate = fargateOf(service);
  const launches = onFargate === undefined ? instancesFor(service, desiredCount, size, model) - model.instances : 0;
  const calls = [
    ...Array.from({ length: Math.max(0, launches) }, () => ecsCall('RegisterContainerInstance', {})),
    ...(containers.length === 0
      ? []
      : [ecsCall('RegisterTaskDefinition', { family: model.name, ...asText(size), containerDefinitions: containers.map(asSimulated) })]),
    updateService(model.name, {
      desiredCount,
      ...(containers.length === 0 ? {} : { taskDefinition: model.name }),
      ...(onFargate === undefined ? {} : { capacityProviderStrategy: onFargate }),
      ...present({
        deploymentConfiguration: limitsOf(service),
        healthCheckGracePeriodSeconds: count(service, 'healthCheckGracePeriodSeconds'),
      }),
    }),
  ];
  return {
    like: `service ${text(service, 'serviceName') ?? model.name}`,
    inputs: calls.map((call, index): Input => ({ at: index - BEFORE, call })),
    carried: carriedOf(service, desiredCount, containers, size, onFargate),
    kept: keptOf(service, containers, model),
    isReady: (world) => isSteady(world, model.serviceArn, desiredCount),
  };
}

interface Size {
  readonly cpu: number;
  readonly memory: number;
}

const asText = ({ cpu, memory }: Size) => ({ cpu: String(cpu), memory: String(memory) });

/** The size of a task: its definition's own, else what its containers ask for together. */
function sizeOf(definition: JsonObject, containers: readonly JsonObject[]): Size {
  const sum = (...fields: readonly string[]): number =>
    containers.reduce(
      (total, container) => total + (fields.map((field) => count(container, field)).find((value) => value !== undefined) ?? 0),
      0,
    );
  return {
    cpu: count(definition, 'cpu') ?? (sum('cpu') || 256),
    memory: count(definition, 'memory') ?? (sum('memoryReservation', 'memory') || 512),
  };
}

/** One provider of a strategy. */
type StrategyItem = Readonly<Record<'capacityProvider', string> & Record<'weight' | 'base', number>>;

/** The Fargate part of a service's strategy or launch type; undefined for one on instances. */
function fargateOf(service: JsonObject): readonly StrategyItem[] | undefined {
  const strategy = objects(service, 'capacityProviderStrategy').filter(
    (item) => text(item, 'capacityProvider')?.startsWith('FARGATE') === true,
  );
  if (strategy.length > 0)
    return strategy.map((item) => ({
      capacityProvider: text(item, 'capacityProvider') ?? 'FARGATE',
      weight: count(item, 'weight') ?? 0,
      base: count(item, 'base') ?? 0,
    }));
  return text(service, 'launchType') === 'FARGATE' ? [{ capacityProvider: 'FARGATE', weight: 1, base: 0 }] : undefined;
}

/** So many instances hold the tasks of a whole deployment. */
function instancesFor(service: JsonObject, desiredCount: number, size: Size, { instance }: Model): number {
  const each = Math.max(1, Math.min(Math.floor(instance.cpu / size.cpu), Math.floor(instance.memory / size.memory)));
  const most = count(object(service, 'deploymentConfiguration'), 'maximumPercent') ?? 200;
  return Math.min(INSTANCES_AT_MOST, Math.ceil(Math.ceil((desiredCount * most) / 100) / each));
}

function limitsOf(service: JsonObject) {
  const configuration = object(service, 'deploymentConfiguration');
  const { deploymentCircuitBreaker } = configuration;
  const [minimumHealthyPercent, maximumPercent] = [count(configuration, 'minimumHealthyPercent'), count(configuration, 'maximumPercent')];
  const breaker = isObject(deploymentCircuitBreaker)
    ? { enable: deploymentCircuitBreaker['enable'] === true, rollback: deploymentCircuitBreaker['rollback'] === true }
    : undefined;
  const limits = present({ minimumHealthyPercent, maximumPercent, deploymentCircuitBreaker: breaker });
  return Object.keys(limits).length === 0 ? undefined : limits;
}

/** A container under its own name and sizes; its image comes from the simulated registry. */
function asSimulated(container: JsonObject): JsonObject {
  const image = text(container, 'image')?.split('@')[0]?.split('/').at(-1) ?? 'app';
  return { ...container, image: `${REGISTRY}/${image}` };
}

function carriedOf(
  service: JsonObject,
  desired: number,
  containers: readonly JsonObject[],
  size: Size,
  fargate: readonly StrategyItem[] | undefined,
): readonly string[] {
  const { minimumHealthyPercent, maximumPercent, deploymentCircuitBreaker } = limitsOf(service) ?? {};
  const breaker = deploymentCircuitBreaker?.enable === true;
  return [
    `${desired} ${desired === 1 ? 'task' : 'tasks'} wanted`,
    ...(minimumHealthyPercent === undefined ? [] : [`minimumHealthyPercent ${minimumHealthyPercent}`]),
    ...(maximumPercent === undefined ? [] : [`maximumPercent ${maximumPercent}`]),
    ...(deploymentCircuitBreaker === undefined ? [] : [breaker ? 'the circuit breaker on' : 'the circuit breaker off']),
    fargate === undefined
      ? 'tasks on EC2 instances'
      : fargate.map((item) => `${item.capacityProvider} with weight ${item.weight}`).join(' and '),
    ...containers.map(
      (container) => `container ${text(container, 'name') ?? ''}${container['healthCheck'] === undefined ? '' : ' with its health check'}`,
    ),
    ...(containers.length === 0 ? [] : [`${size.cpu} CPU units and ${size.memory} MiB a task`]),
  ];
}

function keptOf(service: JsonObject, containers: readonly JsonObject[], { name, instance }: Model): readonly string[] {
  return [
    `The simulated service is still called ${name} and stands behind its load balancer.`,
    'Images are not pulled from anywhere, and what their processes do is assumed.',
    ...(containers.length === 0 ? ['The task definition was not read, so the containers and sizes are those of the scenario.'] : []),
    ...(fargateOf(service) === undefined ? [`Each simulated instance has ${instance.cpu} CPU units and ${instance.memory} MiB.`] : []),
  ];
}

/** Whether the deployment of a service is over and all its tasks run. */
function isSteady(world: World, serviceArn: Id, desiredCount: number): boolean {
  const service = serviceOf(world, serviceArn);
  return service?.deployments.length === 1 && service.deployments[0]?.rolloutState === 'COMPLETED' && service.runningCount === desiredCount;
}
