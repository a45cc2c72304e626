/** How many targets of a group may get requests, by what the load balancer thinks of them and by how they answer. */
export interface Routable {
  readonly healthyAnswering: number;
  readonly healthyErring: number;
  readonly healthySilent: number;
  /** Neither healthy nor draining: they get requests only when no target is healthy. */
  readonly otherAnswering: number;
  readonly otherErring: number;
  readonly otherSilent: number;
}

/** A group of such targets. */
export type RoutableClass = keyof Routable;

/** A target group without targets. */
export const noTargets: Routable = {
  healthyAnswering: 0,
  healthyErring: 0,
  healthySilent: 0,
  otherAnswering: 0,
  otherErring: 0,
  otherSilent: 0,
};

/** What becomes of the requests of a second. */
export interface Outcome {
  readonly served: number;
  readonly failed: number;
  /** Of the failed: errors that targets answer, which CloudWatch counts as HTTPCode_Target_5XX_Count. */
  readonly byTarget: number;
  /** Of the failed: errors of the load balancer itself, which gets no answer or has nobody to ask; HTTPCode_ELB_5XX_Count. */
  readonly byBalancer: number;
  /** Requests of a second at each target that answers. */
  readonly perTarget: number;
}

/** Shares requests evenly among targets. With no healthy target the load balancer fails open: it tries all. */
export function share(requests: number, targets: Routable, capacity = Infinity): Outcome {
  const healthy = targets.healthyAnswering + targets.healthyErring + targets.healthySilent;
  const [answering, erring, silent] =
    healthy > 0
      ? [targets.healthyAnswering, targets.healthyErring, targets.healthySilent]
      : [targets.otherAnswering, targets.otherErring, targets.otherSilent];
  const total = answering + erring + silent;
  if (total === 0) return { served: 0, failed: requests, byTarget: 0, byBalancer: requests, perTarget: 0 };
  const perTarget = requests / total;
  const served = Math.round(Math.min(perTarget, capacity) * answering);
  const byTarget = Math.round(perTarget * erring);
  const failed = requests - served;
  return { served, failed, byTarget, byBalancer: failed - byTarget, perTarget: answering === 0 ? 0 : perTarget };
}
