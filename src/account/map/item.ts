import type { ApiObject } from '../../model/api-object.ts';
import { project } from '../../model/project.ts';
import { allProjectors } from '../../model/projectors.ts';
import type { Resource } from '../../model/resource.ts';
import type { Tone } from '../../model/status.ts';
import { toneOf } from '../../model/status.ts';
import { arnOf } from '../arn.ts';

/** How many parts of an item look alike. */
export interface Tally {
  readonly status: string;
  readonly tone: Tone;
  readonly count: number;
}

/** What has a card on the map, with its parts: a service with its tasks, a node group with its nodes. */
export interface Item {
  readonly resource: Resource;
  readonly parts: readonly Resource[];
  readonly tallies: readonly Tally[];
  /** Why it needs attention, a clause each; none when it does not. */
  readonly needs: readonly string[];
}

/** The resource that an object itself is; what no projector reads is known by the last part of its id. */
export const resourceOf = (object: ApiObject): Resource =>
  project(object, allProjectors).resources.find(({ id }) => id === object.id) ?? {
    id: object.id,
    kind: object.kind,
    name: arnOf(object.id)?.path.at(-1) ?? object.id,
    scope: {},
    status: 'read',
    details: {},
  };

/** An item of the map. */
export const itemOf = (resource: Resource, parts: readonly Resource[]): Item => ({
  resource,
  parts,
  tallies: talliesOf(parts),
  needs: needsOf(resource, parts),
});

/** Counts parts by how they look; health that is known counts with the status. */
export function talliesOf(parts: readonly Resource[]): readonly Tally[] {
  const alike = Map.groupBy(parts, (part) => `${toneOf(part)} ${wordOf(part)}`);
  return [...alike.values()]
    .flatMap((those) => those.slice(0, 1).map((part) => ({ status: wordOf(part), tone: toneOf(part), count: those.length })))
    .toSorted((one, other) => other.count - one.count);
}

/** The word for a part: its status, or the health that makes it a failure. */
const wordOf = (part: Resource): string => (part.health === 'UNHEALTHY' && toneOf(part) === 'failed' ? part.health : part.status);

/** Why a resource needs attention: it failed, it runs less than is wanted, or one of its parts failed. */
export function needsOf(resource: Resource, parts: readonly Resource[] = []): readonly string[] {
  const { details, status, reason } = resource;
  const { desired, running, failedTasks } = details;
  const failed = parts.filter((part) => toneOf(part) === 'failed').length;
  return [
    ...(toneOf(resource) === 'failed' ? [reason ?? status] : []),
    ...(typeof desired === 'number' && typeof running === 'number' && running < desired ? [`${running} of ${desired} run`] : []),
    ...(typeof failedTasks === 'number' && failedTasks > 0 ? [`${failedTasks} failed in this deployment`] : []),
    ...(failed === 0 ? [] : [`${failed} of ${parts.length} not well`]),
  ];
}
