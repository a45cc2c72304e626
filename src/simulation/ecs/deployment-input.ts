import { isObject } from '../../model/ecs/read.ts';
import type { Json } from '../../model/json.ts';
import type { ServiceBody } from './objects.ts';

type DeploymentConfiguration = NonNullable<ServiceBody['deploymentConfiguration']>;

const isPercent = (value: Json | undefined): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

function breakerOf(value: Json | undefined): DeploymentConfiguration['deploymentCircuitBreaker'] {
  if (!isObject(value)) return undefined;
  const { enable, rollback } = value;
  return typeof enable === 'boolean' && typeof rollback === 'boolean' ? { enable, rollback } : undefined;
}

/** The limits and the circuit breaker that a call wants for deployments; fields that it does not name stay. What is not understood is the error. */
export function deploymentInput(value: Json | undefined): DeploymentConfiguration | string {
  if (value === undefined) return {};
  if (!isObject(value)) return 'deploymentConfiguration must be an object.';
  const { minimumHealthyPercent, maximumPercent, deploymentCircuitBreaker } = value;
  const breaker = breakerOf(deploymentCircuitBreaker);
  if (deploymentCircuitBreaker !== undefined && breaker === undefined) return 'deploymentCircuitBreaker must have enable and rollback.';
  if ([minimumHealthyPercent, maximumPercent].some((percent) => percent !== undefined && !isPercent(percent))) {
    return 'minimumHealthyPercent and maximumPercent must be whole numbers of at least 0.';
  }
  return {
    ...(isPercent(minimumHealthyPercent) ? { minimumHealthyPercent } : {}),
    ...(isPercent(maximumPercent) ? { maximumPercent } : {}),
    ...(breaker === undefined ? {} : { deploymentCircuitBreaker: breaker }),
  };
}
