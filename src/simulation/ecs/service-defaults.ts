import type { ServiceBody } from './objects.ts';
import type { RollingPercents } from './rolling-limits.ts';

/** The percentages of a service that sets none, by its scheduling strategy. The console fills in its own for DAEMON. */
export const defaultPercents = {
  REPLICA: { minimumHealthyPercent: 100, maximumPercent: 200 },
  DAEMON: { maximumPercent: 100, minimumHealthyPercentApi: 0, minimumHealthyPercentConsole: 50 },
} as const;

/** The percentages that hold for a service: its own, and the defaults of the API for those that it does not set. */
export function percentsOf({ schedulingStrategy, deploymentConfiguration = {} }: Percented): Required<RollingPercents> {
  const { DAEMON, REPLICA } = defaultPercents;
  const usual = schedulingStrategy === 'DAEMON' ? { ...DAEMON, minimumHealthyPercent: DAEMON.minimumHealthyPercentApi } : REPLICA;
  const { minimumHealthyPercent = usual.minimumHealthyPercent, maximumPercent = usual.maximumPercent } = deploymentConfiguration;
  return { minimumHealthyPercent, maximumPercent };
}

type Percented = Pick<ServiceBody, 'schedulingStrategy' | 'deploymentConfiguration'>;

/** healthCheckGracePeriodSeconds: the default, and the most that the API takes. */
export const gracePeriodSeconds = { default: 0, maximum: 2 ** 31 - 1 } as const;

/** How often a steady service says so again. */
export const STEADY_STATE_REPEATS_SECONDS = 6 * 60 * 60;

/** base and weight of a strategy's item that sets none, and how many items may have a base. */
export const capacityStrategyDefaults = { base: 0, weightApi: 0, weightConsole: 1, providersWithBaseAtMost: 1 } as const;
