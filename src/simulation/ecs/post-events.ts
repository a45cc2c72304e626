import type { Effect } from '../engine/effect.ts';
import { log } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { hexId, isoTime } from '../engine/world.ts';
import type { ServiceBody } from './objects.ts';
import { EVENTS_KEPT } from './service-events.ts';

/** A service with what it says now among its events, the newest first, and the same as lines of its log. */
export function postEvents(
  world: World,
  service: ServiceBody,
  said: readonly string[],
  posted: number,
): { readonly service: ServiceBody; readonly effects: readonly Effect[] } {
  if (said.length === 0) return { service, effects: [] };
  const createdAt = isoTime(world);
  const { serviceArn, serviceName } = service;
  const events = said.map((text, index) => ({
    id: hexId(world, `${serviceArn} event ${posted + index}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    createdAt,
    message: `(service ${serviceName}) ${text}`,
  }));
  return {
    service: { ...service, events: [...events.toReversed(), ...service.events].slice(0, EVENTS_KEPT) },
    effects: events.map(({ message }) => log(serviceArn, message)),
  };
}
