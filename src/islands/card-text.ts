import type { Json, JsonObject } from '../model/json.ts';
import type { Resource } from '../model/resource.ts';
import { waitClause } from './wait-clause.ts';

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The status of a card: the provider's own word. For Kubernetes it is the one that kubectl prints, which may be a reason. */
export const statusText = ({ kind, status, reason }: Resource): string => (kind.startsWith('k8s-') ? (reason ?? status) : status);

/** The one clause after the status: what it waits for, else what the projection says; undefined when there is neither. */
export function clauseOf(resource: Resource): string | undefined {
  const waits = waitClause(resource);
  if (waits !== undefined) return waits;
  const { details, health } = resource;
  const { clause } = details;
  return typeof clause === 'string' ? clause : health === 'UNKNOWN' ? undefined : health?.toLowerCase();
}

/** How much of its CPU or memory an instance or a node has given away, or of its buffer a log driver uses, in per cent; undefined for what has none. */
export function usedShare({ details }: Resource, of: 'cpu' | 'memory' | 'buffer'): number | undefined {
  const amounts = details[of];
  if (!isObject(amounts)) return undefined;
  const { registered, remaining } = amounts;
  if (typeof registered !== 'number' || typeof remaining !== 'number' || registered <= 0) return undefined;
  return Math.round((100 * (registered - remaining)) / registered);
}

/** A resource as it is read aloud: `task 4be, ACTIVATING, pulling`. */
export const spoken = (resource: Resource): string =>
  [resource.name, statusText(resource), clauseOf(resource)].filter((part) => part !== undefined).join(', ');
