/** The percentages of a service that sets none, by its scheduling strategy. The console fills in its own for DAEMON. */
export const defaultPercents = {
  REPLICA: { minimumHealthyPercent: 100, maximumPercent: 200 },
  DAEMON: { maximumPercent: 100, minimumHealthyPercentApi: 0, minimumHealthyPercentConsole: 50 },
} as const;

/** healthCheckGracePeriodSeconds: the default, and the most that the API takes. */
export const gracePeriodSeconds = { default: 0, maximum: 2 ** 31 - 1 } as const;

/** How often a steady service says so again. */
export const STEADY_STATE_REPEATS_SECONDS = 6 * 60 * 60;

/** base and weight of a strategy's item that sets none, and how many items may have a base. */
export const capacityStrategyDefaults = { base: 0, weightApi: 0, weightConsole: 1, providersWithBaseAtMost: 1 } as const;
