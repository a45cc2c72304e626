import type { Frame } from '../model/frame.ts';
import type { Id } from '../model/json.ts';
import type { Relation, RelationKind } from '../model/resource.ts';

/** A resource that another one is related to, and how: `from` says that the relation starts at the other end. */
export interface Kin {
  readonly id: Id;
  readonly kind: RelationKind;
  readonly from: boolean;
}

const incoming = new WeakMap<Frame['relations'], ReadonlyMap<Id, readonly Relation[]>>();

function relationsTo(frame: Frame): ReadonlyMap<Id, readonly Relation[]> {
  let known = incoming.get(frame.relations);
  if (known === undefined) {
    known = Map.groupBy([...frame.relations.values()].flat(), ({ to }) => to);
    incoming.set(frame.relations, known);
  }
  return known;
}

/** Everything that a resource is directly related to at this moment. */
export function kinOf(frame: Frame, id: Id): readonly Kin[] {
  const outward = (frame.relations.get(id) ?? []).map(({ to, kind }) => ({ id: to, kind, from: false }));
  const inward = (relationsTo(frame).get(id) ?? []).map(({ from, kind }) => ({ id: from, kind, from: true }));
  return [...outward, ...inward].filter((kin) => frame.resources.has(kin.id));
}
