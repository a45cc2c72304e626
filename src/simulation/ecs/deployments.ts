import { breakerThreshold } from './circuit-breaker.ts';
import type { DeploymentBody, ServiceBody } from './objects.ts';

/** The deployment that a service is moving to. */
export const primaryOf = (service: ServiceBody): DeploymentBody | undefined =>
  service.deployments.find(({ status }) => status === 'PRIMARY');

/** The deployments with a new one in front: those before it are replaced step by step. */
export const withNewDeployment = (
  deployments: readonly DeploymentBody[],
  added: DeploymentBody,
  now: string,
): readonly DeploymentBody[] => [
  added,
  ...deployments.map((one) => (one.status === 'PRIMARY' ? { ...one, status: 'ACTIVE', updatedAt: now } : one)),
];

/** The deployments after a task of one of them failed. */
export const withFailure = (deployments: readonly DeploymentBody[], id: string): readonly DeploymentBody[] =>
  deployments.map((one) => (one.id === id ? { ...one, failedTasks: one.failedTasks + 1 } : one));

/** A service after a task of its newest deployment became healthy: by default its failures are forgotten. */
export function withFailuresForgotten(service: ServiceBody): ServiceBody {
  const primary = primaryOf(service);
  if (primary === undefined || primary.failedTasks === 0) return service;
  if (service.deploymentConfiguration?.deploymentCircuitBreaker?.resetOnHealthyTask === false) return service;
  return { ...service, deployments: service.deployments.map((one) => (one === primary ? { ...one, failedTasks: 0 } : one)) };
}

/** Whether the circuit breaker fails the newest deployment now. */
export function breakerTrips(service: ServiceBody): boolean {
  const primary = primaryOf(service);
  const breaker = service.deploymentConfiguration?.deploymentCircuitBreaker;
  if (primary === undefined || !breaker?.enable || primary.rolloutState !== 'IN_PROGRESS') return false;
  return primary.failedTasks >= breakerThreshold(service.desiredCount, breaker.thresholdConfiguration);
}

/** The deployments after the newest one failed: with rollback the last completed one is the newest again. */
export function withRollback(
  service: ServiceBody,
  now: string,
): { readonly deployments: readonly DeploymentBody[]; readonly back: DeploymentBody | undefined } {
  const reason = 'ECS deployment circuit breaker: task failed to start.';
  const failed = service.deployments.map((one) =>
    one.status === 'PRIMARY' ? { ...one, rolloutState: 'FAILED' as const, rolloutStateReason: reason, updatedAt: now } : one,
  );
  const back = service.deploymentConfiguration?.deploymentCircuitBreaker?.rollback
    ? service.deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED')
    : undefined;
  if (back === undefined) return { deployments: failed, back };
  const revived: DeploymentBody = {
    ...back,
    status: 'PRIMARY',
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${back.id}.`,
    desiredCount: service.desiredCount,
    failedTasks: 0,
    updatedAt: now,
  };
  const others = failed
    .filter(({ id }) => id !== back.id)
    .map((one) => (one.status === 'PRIMARY' ? { ...one, status: 'ACTIVE', desiredCount: 0 } : one));
  return { deployments: [revived, ...others], back: revived };
}
