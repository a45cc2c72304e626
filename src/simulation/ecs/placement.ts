import { lastPart } from './arns.ts';
import type { ContainerInstanceBody, ServiceBody, TaskDefinitionBody } from './objects.ts';
import { brokenConstraint } from './placement-constraints.ts';
import type { Looks, StrategyStep } from './placement-order.ts';
import { orderOf } from './placement-order.ts';

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
    ports: hostPortsOf(definition),
  };
}

/** In host mode a port that is not set is the container's; a host port 0 in bridge mode is any free one, which nobody else needs. */
function hostPortsOf({ networkMode, containerDefinitions }: TaskDefinitionBody): readonly string[] {
  if (networkMode === 'awsvpc') return [];
  return containerDefinitions.flatMap(({ portMappings = [] }) =>
    portMappings.flatMap(({ hostPort, containerPort = 0 }) => {
      const port = hostPort ?? (networkMode === 'host' ? containerPort : 0);
      return port === 0 ? [] : [String(port)];
    }),
  );
}

/** How much of a resource there is; none when it is not listed. */
export const amountOf = (resources: Resources, name: string): number =>
  resources.find((resource) => resource.name === name)?.integerValue ?? 0;
const portsIn = (resources: Resources): readonly string[] => resources.find(({ name }) => name === 'PORTS')?.stringSetValue ?? [];

/** The first requirement of a task that an instance does not meet, in the words of a service event; undefined when it fits. */
export function misfit(instance: ContainerInstanceBody, need: Need): string | undefined {
  if (!instance.agentConnected) return 'encountered error "AGENT"';
  const left = instance.remainingResources;
  if (amountOf(left, 'CPU') < need.cpu) return 'has insufficient CPU units available';
  if (amountOf(left, 'MEMORY') < need.memory) return 'has insufficient memory available';
  const taken = portsIn(left);
  if (need.ports.some((port) => taken.includes(port))) return 'is already using a port required by your task';
  return undefined;
}

/** Where tasks of a service are: how many in each zone and on each instance. */
export interface Spread {
  readonly zones: ReadonlyMap<string, number>;
  readonly instances: ReadonlyMap<string, number>;
}

const nowhere: Spread = { zones: new Map(), instances: new Map() };

/** What a service asks of the place of its tasks: a strategy is a wish, a constraint is a must. */
export interface PlacementRules {
  readonly placementStrategy?: readonly StrategyStep[] | undefined;
  readonly placementConstraints?: ServiceBody['placementConstraints'];
}

/** The zone of an instance. */
export const zoneOf = (instance: Pick<ContainerInstanceBody, 'attributes'>): string =>
  instance.attributes.find(({ name }) => name === 'ecs.availability-zone')?.value ?? '';

const broken = (instance: ContainerInstanceBody, { placementConstraints }: PlacementRules, { instances }: Spread): string | undefined =>
  brokenConstraint(instance, placementConstraints, instances.get(instance.containerInstanceArn) ?? 0);

/**
 * Picks the instance for one more task: of those that fit and break no constraint, the first in the order of the strategy.
 * The function that it gives sees tasks added to `spread` later. A tie goes to the lower EC2 id.
 */
export function instanceChooser(rules: PlacementRules, need: Need, spread: Spread, lot: Looks<ContainerInstanceBody>['lot']) {
  const compare = orderOf<ContainerInstanceBody>(rules.placementStrategy, {
    zone: (instance) => spread.zones.get(zoneOf(instance)) ?? 0,
    instance: ({ containerInstanceArn }) => spread.instances.get(containerInstanceArn) ?? 0,
    cpu: ({ remainingResources }) => amountOf(remainingResources, 'CPU'),
    memory: ({ remainingResources }) => amountOf(remainingResources, 'MEMORY'),
    lot,
  });
  return (instances: Iterable<ContainerInstanceBody>): ContainerInstanceBody | undefined => {
    let best: ContainerInstanceBody | undefined;
    for (const instance of instances) {
      if (instance.status !== 'ACTIVE' || misfit(instance, need) !== undefined || broken(instance, rules, spread) !== undefined) continue;
      const order = best === undefined ? -1 : compare(instance, best) || (instance.ec2InstanceId < best.ec2InstanceId ? -1 : 1);
      if (order < 0) best = instance;
    }
    return best;
  };
}

/** Why no instance takes a task, as the end of a service event: the instance with the most CPU left is the closest match. */
export function placementFailure(
  instances: Iterable<ContainerInstanceBody>,
  need: Need,
  rules: PlacementRules = {},
  spread: Spread = nowhere,
): string {
  let closest: ContainerInstanceBody | undefined;
  for (const instance of instances) {
    if (instance.status !== 'ACTIVE') continue;
    if (closest === undefined || amountOf(instance.remainingResources, 'CPU') > amountOf(closest.remainingResources, 'CPU'))
      closest = instance;
  }
  const start = 'was unable to place a task because no container instance met all of its requirements.';
  const reason = closest && (misfit(closest, need) ?? broken(closest, rules, spread));
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
