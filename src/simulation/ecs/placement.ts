import { lastPart } from './arns.ts';
import type { ContainerInstanceBody, TaskDefinitionBody } from './objects.ts';

/** What a task takes of an instance. */
export interface Need {
  readonly cpu: number;
  readonly memory: number;
  /** Host ports, as the strings of an instance's PORTS; none in awsvpc mode, where a task has its own interface. */
  readonly ports: readonly string[];
}

type Resources = ContainerInstanceBody['remainingResources'];

/** What a task of a definition takes. */
export function needOf(definition: TaskDefinitionBody): Need {
  const containers = definition.containerDefinitions;
  const sum = (field: 'cpu' | 'memory') => containers.reduce((total, container) => total + (container[field] ?? 0), 0);
  return {
    cpu: Number(definition.cpu) || sum('cpu'),
    memory: Number(definition.memory) || sum('memory'),
    ports:
      definition.networkMode === 'awsvpc'
        ? []
        : containers.flatMap(({ portMappings = [] }) =>
            portMappings.flatMap(({ hostPort = 0 }) => (hostPort === 0 ? [] : [String(hostPort)])),
          ),
  };
}

const amount = (resources: Resources, name: string): number => resources.find((resource) => resource.name === name)?.integerValue ?? 0;
const portsIn = (resources: Resources): readonly string[] => resources.find(({ name }) => name === 'PORTS')?.stringSetValue ?? [];

/** The first requirement of a task that an instance does not meet, in the words of a service event; undefined when it fits. */
export function misfit(instance: ContainerInstanceBody, need: Need): string | undefined {
  if (!instance.agentConnected) return 'encountered error "AGENT"';
  const left = instance.remainingResources;
  if (amount(left, 'CPU') < need.cpu) return 'has insufficient CPU units available';
  if (amount(left, 'MEMORY') < need.memory) return 'has insufficient memory available';
  const taken = portsIn(left);
  if (need.ports.some((port) => taken.includes(port))) return 'is already using a port required by your task';
  return undefined;
}

/** Where tasks of a service are: how many in each zone and on each instance. */
export interface Spread {
  readonly zones: ReadonlyMap<string, number>;
  readonly instances: ReadonlyMap<string, number>;
}

/** The zone of an instance. */
export const zoneOf = (instance: Pick<ContainerInstanceBody, 'attributes'>): string =>
  instance.attributes.find(({ name }) => name === 'ecs.availability-zone')?.value ?? '';

/** The instance for one more task by the default strategy: the zone with the fewest tasks of the service, in it the instance with the fewest. */
export function chooseInstance(instances: Iterable<ContainerInstanceBody>, need: Need, spread: Spread): ContainerInstanceBody | undefined {
  let best: ContainerInstanceBody | undefined;
  for (const instance of instances) {
    if (instance.status !== 'ACTIVE' || misfit(instance, need) !== undefined) continue;
    if (best === undefined || compareLoad(instance, best, spread) < 0) best = instance;
  }
  return best;
}

function compareLoad(a: ContainerInstanceBody, b: ContainerInstanceBody, { zones, instances }: Spread): number {
  const inZone = (instance: ContainerInstanceBody) => zones.get(zoneOf(instance)) ?? 0;
  const on = (instance: ContainerInstanceBody) => instances.get(instance.containerInstanceArn) ?? 0;
  return inZone(a) - inZone(b) || on(a) - on(b) || (a.ec2InstanceId < b.ec2InstanceId ? -1 : 1);
}

/** Why no instance takes a task, as the end of a service event: the instance with the most CPU left is the closest match. */
export function placementFailure(instances: Iterable<ContainerInstanceBody>, need: Need): string {
  let closest: ContainerInstanceBody | undefined;
  for (const instance of instances) {
    if (instance.status !== 'ACTIVE') continue;
    if (closest === undefined || amount(instance.remainingResources, 'CPU') > amount(closest.remainingResources, 'CPU')) closest = instance;
  }
  const start = 'was unable to place a task because no container instance met all of its requirements.';
  const reason = closest && misfit(closest, need);
  if (closest === undefined || reason === undefined) return `${start} Reason: No Container Instances were found in your cluster.`;
  return `${start} The closest matching container-instance ${lastPart(closest.containerInstanceArn)} ${reason}.`;
}

/** What an instance has left when a task takes its share, or gives it back. */
export const resourcesAfter = (resources: Resources, need: Need, sign: 'take' | 'give'): Resources =>
  resources.map((resource) => {
    const change = sign === 'take' ? -1 : 1;
    if (resource.name === 'CPU') return { ...resource, integerValue: (resource.integerValue ?? 0) + change * need.cpu };
    if (resource.name === 'MEMORY') return { ...resource, integerValue: (resource.integerValue ?? 0) + change * need.memory };
    if (resource.name !== 'PORTS' || need.ports.length === 0) return resource;
    const taken = resource.stringSetValue ?? [];
    const ports = sign === 'take' ? [...taken, ...need.ports] : taken.filter((port) => !need.ports.includes(port));
    return { ...resource, stringSetValue: ports };
  });
