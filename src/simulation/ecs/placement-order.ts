import type { PlacementStrategy } from '@aws-sdk/client-ecs';
import type { Wire } from './wire.ts';

/** One step of a placement strategy as a service's object has it. */
export type StrategyStep = Wire<PlacementStrategy>;

/** The placement strategy of a service that sets none. */
const defaultStrategy: readonly StrategyStep[] = [
  { type: 'spread', field: 'attribute:ecs.availability-zone' },
  { type: 'spread', field: 'instanceId' },
];

/** What the steps of a strategy look at; each of them as a number. */
export interface Looks<Host> {
  /** Tasks of the service in the zone of a host. */
  readonly zone: (host: Host) => number;
  /** Tasks of the service on the host. */
  readonly instance: (host: Host) => number;
  /** CPU units that the host has left. */
  readonly cpu: (host: Host) => number;
  /** MiB that the host has left. */
  readonly memory: (host: Host) => number;
  /** A number drawn for the host. */
  readonly lot: (host: Host) => number;
}

const spreadOver: Readonly<Record<string, keyof Looks<unknown>>> = {
  'attribute:ecs.availability-zone': 'zone',
  instanceId: 'instance',
  host: 'instance',
};

/** What a step looks at; undefined for a step that this simulation does not know. */
export function lookOf({ type, field = '' }: StrategyStep): keyof Looks<unknown> | undefined {
  if (type === 'random') return 'lot';
  if (type === 'spread') return spreadOver[field];
  const resource = field.toLowerCase();
  return type === 'binpack' && (resource === 'cpu' || resource === 'memory') ? resource : undefined;
}

/**
 * The order of a strategy, as a comparison: a task starts on the first host and stops on the last.
 * Its steps decide one after the other, each only where those before it leave a tie.
 */
export function orderOf<Host>(strategy: readonly StrategyStep[] | undefined, looks: Looks<Host>): (a: Host, b: Host) => number {
  const steps = strategy === undefined || strategy.length === 0 ? defaultStrategy : strategy;
  const chain = steps.flatMap((step) => {
    const look = lookOf(step);
    return look === undefined ? [] : [looks[look]];
  });
  return (a, b) => {
    for (const look of chain) {
      const difference = look(a) - look(b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
