import type { IntOrPercent } from '../int-or-percent.ts';
import { scaledValue } from '../int-or-percent.ts';
import type { Deployment } from '../objects.ts';

const DEFAULT_SHARE = '25%';

/** maxSurge and maxUnavailable as whole pods: surge is rounded up, unavailable down; if both come to 0, unavailable is 1. */
export function resolveFenceposts(
  maxSurge: IntOrPercent | undefined,
  maxUnavailable: IntOrPercent | undefined,
  desired: number,
): { readonly surge: number; readonly unavailable: number } {
  const surge = scaledValue(maxSurge ?? 0, desired, 'up');
  const unavailable = scaledValue(maxUnavailable ?? 0, desired, 'down');
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

const isRolling = ({ spec }: Deployment): boolean => (spec.strategy?.type ?? 'RollingUpdate') === 'RollingUpdate';

function limits({ spec }: Deployment): { readonly surge: number; readonly unavailable: number } {
  const { maxSurge = DEFAULT_SHARE, maxUnavailable = DEFAULT_SHARE } = spec.strategy?.rollingUpdate ?? {};
  return resolveFenceposts(maxSurge, maxUnavailable, spec.replicas);
}

/** How many pods a rolling update may have above the wanted number. */
export const maxSurge = (deployment: Deployment): number => (isRolling(deployment) ? limits(deployment).surge : 0);

/** How many pods a rolling update may do without. */
export function maxUnavailable(deployment: Deployment): number {
  const { replicas } = deployment.spec;
  if (!isRolling(deployment) || replicas === 0) return 0;
  return Math.min(limits(deployment).unavailable, replicas);
}

/** How many pods stay available whatever a rolling update does. */
export const minAvailable = (deployment: Deployment): number =>
  isRolling(deployment) ? deployment.spec.replicas - maxUnavailable(deployment) : 0;
