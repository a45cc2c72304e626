import type { ApiObject } from '../../model/api-object.ts';
import type { Id } from '../../model/json.ts';
import { project } from '../../model/project.ts';
import { allProjectors } from '../../model/projectors.ts';
import type { Relation } from '../../model/resource.ts';
import type { Estate } from '../gather.ts';

/** What is needed to look closely at any resource of an account. */
export interface KinIndex {
  /** The object that a resource is, or is in: a container is in its task. */
  readonly owners: ReadonlyMap<Id, ApiObject>;
  /** Relations by the resource that they lead to. */
  readonly incoming: ReadonlyMap<Id, readonly Relation[]>;
}

/** So many objects are looked at before a pause is offered. */
const LOT = 100;

/** Indexes an account; it offers pauses, so that a page stays alive over a large one. */
export function* indexing(estate: Estate): Generator<undefined, KinIndex> {
  const owners = new Map<Id, ApiObject>();
  const incoming = new Map<Id, Relation[]>();
  let seen = 0;
  for (const object of estate.values()) {
    seen += 1;
    if (seen % LOT === 0) yield;
    const { resources, relations } = project(object, allProjectors);
    for (const { id } of resources) owners.set(id, object);
    for (const relation of [...relations.values()].flat()) {
      const those = incoming.get(relation.to);
      if (those === undefined) incoming.set(relation.to, [relation]);
      else those.push(relation);
    }
  }
  return { owners, incoming };
}
