import type { World } from '../engine/world.ts';
import { isoTime } from '../engine/world.ts';
import type { Census } from './census.ts';
import { primaryOf } from './deployments.ts';
import type { ServiceBody } from './objects.ts';
import { serviceEvents } from './service-events.ts';

/** A service after the question whether it has come to rest. */
export interface Rest {
  readonly service: ServiceBody;
  readonly steady: boolean;
  readonly said: readonly string[];
}

const hasWhatItWants = ({ desiredCount }: ServiceBody, { current, outdated, staying }: Census): boolean =>
  current.healthy === desiredCount &&
  current.settling + current.unhealthy + outdated.healthy + outdated.settling + outdated.unhealthy + staying === 0;

/** Judges whether the deployment has completed and the service is steady; a steady state is said once. */
export function comeToRest(world: World, service: ServiceBody, wasSteady: boolean, census: Census): Rest {
  const primary = primaryOf(service);
  if (primary === undefined || primary.rolloutState === 'FAILED' || !hasWhatItWants(service, census)) {
    return { service, steady: false, said: [] };
  }
  const isDone = primary.rolloutState === 'COMPLETED';
  const completes = !isDone && census.leftovers === 0;
  const steady = isDone || completes;
  const rolloutStateReason = `ECS deployment ${primary.id} completed.`;
  const completed = { ...primary, rolloutState: 'COMPLETED' as const, rolloutStateReason, updatedAt: isoTime(world) };
  return {
    service: completes ? { ...service, deployments: [completed] } : service,
    steady,
    said: [...(completes ? [serviceEvents.completed(primary.id)] : []), ...(steady && !wasSteady ? [serviceEvents.steady] : [])],
  };
}
