/** How many targets of a group may get requests, by what the load balancer thinks of them and by whether they answer. */
export interface Routable {
  readonly healthyAnswering: number;
  readonly healthyFailing: number;
  /** Neither healthy nor draining: they get requests only when no target is healthy. */
  readonly otherAnswering: number;
  readonly otherFailing: number;
}

/** A group of such targets. */
export type RoutableClass = keyof Routable;

/** A target group without targets. */
export const noTargets: Routable = { healthyAnswering: 0, healthyFailing: 0, otherAnswering: 0, otherFailing: 0 };

/** Requests of a second that are served and that fail. With no healthy target the load balancer fails open: it tries all. */
export function share(requests: number, targets: Routable): { readonly served: number; readonly failed: number } {
  const healthy = targets.healthyAnswering + targets.healthyFailing;
  const total = healthy > 0 ? healthy : targets.otherAnswering + targets.otherFailing;
  const answering = healthy > 0 ? targets.healthyAnswering : targets.otherAnswering;
  const served = total === 0 ? 0 : Math.round((requests * answering) / total);
  return { served, failed: requests - served };
}
