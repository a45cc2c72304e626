/** The health check of a target group that sets nothing, and its deregistration delay. */
export const targetGroupDefaults = {
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  deregistrationDelaySeconds: 300,
} as const;

/** What the API takes for an Application Load Balancer: seconds and counts of its health check, and seconds of its deregistration delay. */
export const targetGroupRanges = { intervalMin: 5, intervalMax: 300, thresholdMin: 2, thresholdMax: 10, delayMax: 3600 } as const;

/** How long a target that was unhealthy needs to be healthy again. The guide reckons so for new targets too, though one pass is enough for them. */
export const secondsToHealthy = ({
  intervalSeconds = targetGroupDefaults.intervalSeconds,
  healthyThreshold = targetGroupDefaults.healthyThreshold,
}: {
  readonly intervalSeconds?: number;
  readonly healthyThreshold?: number;
}): number => intervalSeconds * healthyThreshold;
