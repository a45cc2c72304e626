import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Resource } from '../../src/model/resource.ts';
import { lastPart } from '../../src/simulation/ecs/arns.ts';
import { activate, drain, ecsCall, ecsCommand, setDesiredCount, stopTask, updateService } from '../../src/simulation/ecs/offers.ts';

const isDaemon = ({ details: { placement } }: Resource): boolean => typeof placement === 'string' && placement.startsWith('DAEMON');

const onlyReplica = (service: Resource): string | undefined =>
  isDaemon(service) ? 'A DAEMON service has as many tasks as there are instances for it.' : undefined;

/** The items of a capacity provider strategy as the command line takes them, one after another. */
const strategyOf = (shorthand: string): readonly JsonObject[] =>
  shorthand.split(' ').map((item) => {
    const field = (name: string) =>
      item
        .split(',')
        .find((pair) => pair.startsWith(`${name}=`))
        ?.slice(name.length + 1);
    return { capacityProvider: field('capacityProvider'), base: Number(field('base') ?? 0), weight: Number(field('weight') ?? 0) };
  });

/** What a reader may do to the services and to the capacity. */
export const actions: readonly ActionOffer[] = [
  { ...setDesiredCount(12), unavailable: onlyReplica },
  {
    id: 'set-strategy',
    label: 'Change strategy',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Capacity provider strategy',
      options: [
        { value: 'capacityProvider=FARGATE,weight=1', label: 'all on FARGATE' },
        { value: 'capacityProvider=FARGATE_SPOT,weight=1', label: 'all on FARGATE_SPOT' },
        {
          value: 'capacityProvider=FARGATE,base=1,weight=1 capacityProvider=FARGATE_SPOT,weight=3',
          label: 'base 1, then 1 to 3 on Spot',
        },
        {
          value: 'capacityProvider=FARGATE,base=3,weight=0 capacityProvider=FARGATE_SPOT,weight=1',
          label: 'base 3, then all on Spot',
        },
        { value: 'capacityProvider=ec2,weight=1', label: 'all on instances' },
      ],
    },
    unavailable: (service) => (isDaemon(service) ? 'ECS takes no capacity provider strategy for a DAEMON service.' : undefined),
    call: ({ name }, _, value) => updateService(name, { capacityProviderStrategy: strategyOf(value), forceNewDeployment: true }),
    command: ({ name }, _, value) =>
      ecsCommand('update-service', `--service ${name} --capacity-provider-strategy ${value} --force-new-deployment`),
  },
  {
    id: 'set-instances',
    label: 'Change instances',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Placement constraint',
      options: [
        { value: 'attribute:ecs.availability-zone != eu-west-1c', label: 'not in zone c' },
        { value: 'attribute:ecs.availability-zone == eu-west-1a', label: 'only in zone a' },
        { value: '', label: 'on all instances' },
      ],
    },
    unavailable: (service) => (isDaemon(service) ? undefined : 'Here only the DAEMON service has a constraint to change.'),
    call: ({ name }, _, value) =>
      updateService(name, { placementConstraints: value === '' ? [] : [{ type: 'memberOf', expression: value }] }),
    command: ({ name }, _, value) =>
      ecsCommand(
        'update-service',
        `--service ${name} --placement-constraints ${value === '' ? '[]' : `'type=memberOf,expression=${value}'`}`,
      ),
  },
  {
    id: 'launch-instance',
    label: 'Launch an instance',
    on: 'ecs-capacity-provider',
    unavailable: ({ name }) => (name === 'ec2' ? undefined : 'Fargate shows no instances.'),
    call: () => ecsCall('RegisterContainerInstance', {}),
    command: (_, frame) => {
      const there = [...frame.resources.values()].filter(({ kind, status }) => kind === 'ecs-container-instance' && status !== 'INACTIVE');
      return `aws autoscaling set-desired-capacity --auto-scaling-group-name ec2 --desired-capacity ${there.length + 1}`;
    },
  },
  drain,
  activate,
  {
    id: 'deregister',
    label: 'Deregister',
    on: 'ecs-container-instance',
    unavailable: ({ status }) => (status === 'INACTIVE' || status === 'DEREGISTERING' ? `The instance is ${status} already.` : undefined),
    choice: {
      type: 'option',
      label: 'Tasks that still run',
      options: [
        { value: '', label: 'only without tasks' },
        { value: 'force', label: 'by force' },
      ],
    },
    call: ({ id }, _, value) => ecsCall('DeregisterContainerInstance', { containerInstance: id, force: value === 'force' }),
    command: ({ id }, _, value) =>
      ecsCommand('deregister-container-instance', `--container-instance ${lastPart(id)}${value === 'force' ? ' --force' : ''}`),
  },
  stopTask,
  {
    id: 'delete-service',
    label: 'Delete service',
    on: 'ecs-service',
    unavailable: ({ status }) => (status === 'ACTIVE' ? undefined : `Only an ACTIVE service can be deleted; this one is ${status}.`),
    call: ({ name }) => ecsCall('DeleteService', { service: name, force: true }),
    command: ({ name }) => ecsCommand('delete-service', `--service ${name} --force`),
  },
];
