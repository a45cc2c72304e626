import type { ApiObject } from './api-object.ts';
import type { Id } from './json.ts';
import type { Relation, Resource } from './resource.ts';
import type { Kind } from './kind.ts';

/** What one object says: the resources in it (a task holds containers) and the relations that start from each. */
export interface Projection {
  readonly resources: readonly Resource[];
  readonly relations: ReadonlyMap<Id, readonly Relation[]>;
}

/** Reads one object of a kind. Pure, total (a missing field is no error), and without a look at any other object. */
export type Projector = (object: ApiObject) => readonly Projected[];

/** A resource with what it is related to. */
export interface Projected {
  readonly resource: Resource;
  readonly relations: readonly Omit<Relation, 'from'>[];
}

/** How the objects of each kind are read, as far as somebody has to do with them. */
export type Projectors = Readonly<Partial<Record<Kind, Projector>>>;

const known = new WeakMap<ApiObject, Projection>();
const nothing: Projection = { resources: [], relations: new Map() };

/**
 * The one projection from provider-shaped objects to what a diagram draws, the same for a simulation and an account.
 * The same object always gives the same resources, by identity.
 */
export function project(object: ApiObject, projectors: Projectors): Projection {
  const before = known.get(object);
  if (before !== undefined) return before;
  const projector = projectors[object.kind];
  if (projector === undefined) return nothing;
  const projected = projector(object);
  const projection: Projection = {
    resources: projected.map(({ resource }) => resource),
    relations: new Map(
      projected.map(({ resource, relations }) => [resource.id, relations.map((relation) => ({ from: resource.id, ...relation }))]),
    ),
  };
  known.set(object, projection);
  return projection;
}
