import type { Frame } from '../../model/frame.ts';
import type { Id } from '../../model/json.ts';
import type { Relation, Resource } from '../../model/resource.ts';
import { stillFrame } from '../../model/still-frame.ts';
import type { Estate } from '../gather.ts';
import { maskResource } from '../mask.ts';
import type { Account } from '../picture.ts';

/** One resource with what it is related to. Its words are masked; its ids are not, and no page prints those. */
export interface CloseUp {
  readonly resource: Resource;
  /** The resource and its relations. */
  readonly frame: Frame;
}

interface Whole {
  readonly frame: Frame;
  readonly incoming: ReadonlyMap<Id, readonly Relation[]>;
}

const wholes = new WeakMap<Estate, Whole>();

/** All resources of an estate and their relations in both directions, made when the first one is looked at. */
function wholeOf(estate: Estate): Whole {
  const known = wholes.get(estate);
  if (known !== undefined) return known;
  const frame = stillFrame(estate.values());
  const incoming = new Map<Id, Relation[]>();
  for (const relations of frame.relations.values()) {
    for (const relation of relations) {
      const those = incoming.get(relation.to);
      if (those === undefined) incoming.set(relation.to, [relation]);
      else those.push(relation);
    }
  }
  const whole = { frame, incoming };
  wholes.set(estate, whole);
  return whole;
}

/** Looks closely at one resource; undefined when the account has no such. */
export function closeUpOf({ estate, mask }: Account, id: Id, revealed: boolean): CloseUp | undefined {
  const { frame, incoming } = wholeOf(estate);
  const found = frame.resources.get(id);
  if (found === undefined) return undefined;
  const show = (resource: Resource): Resource => (revealed ? resource : maskResource(resource, mask));
  const outward = frame.relations.get(id) ?? [];
  const inward = incoming.get(id) ?? [];
  const resources = new Map<Id, Resource>();
  for (const kin of [...outward.map(({ to }) => to), ...inward.map(({ from }) => from)]) {
    const resource = frame.resources.get(kin);
    if (resource !== undefined) resources.set(kin, show(resource));
  }
  const resource = show(found);
  resources.set(id, resource);
  const relations = new Map([[id, outward], ...Map.groupBy(inward, ({ from }) => from)]);
  return { resource, frame: { ...frame, resources, relations } };
}
