import type { Frame } from '../../model/frame.ts';
import type { Id } from '../../model/json.ts';
import { project } from '../../model/project.ts';
import { allProjectors } from '../../model/projectors.ts';
import type { Resource } from '../../model/resource.ts';
import { maskResource } from '../mask.ts';
import type { Account } from '../picture.ts';
import type { KinIndex } from './kin-index.ts';

/** One resource with what it is related to. Its words are masked; its ids are not, and no page prints those. */
export interface CloseUp {
  readonly resource: Resource;
  /** The resource and its relations. */
  readonly frame: Frame;
}

/** Looks closely at one resource; undefined when the account has no such. */
export function closeUpOf({ mask }: Account, { owners, incoming }: KinIndex, id: Id, revealed: boolean): CloseUp | undefined {
  const projectionOf = (wanted: Id) => {
    const owner = owners.get(wanted);
    return owner && project(owner, allProjectors);
  };
  const resourceOf = (wanted: Id): Resource | undefined => projectionOf(wanted)?.resources.find((one) => one.id === wanted);
  const found = resourceOf(id);
  if (found === undefined) return undefined;
  const outward = projectionOf(id)?.relations.get(id) ?? [];
  const inward = incoming.get(id) ?? [];
  const resources = new Map<Id, Resource>();
  for (const kin of [...outward.map(({ to }) => to), ...inward.map(({ from }) => from)]) {
    const resource = resourceOf(kin);
    if (resource !== undefined) resources.set(kin, revealed ? resource : { ...resource, name: mask(resource.name) });
  }
  const resource = revealed ? found : maskResource(found, mask);
  resources.set(id, resource);
  const relations = new Map([[id, outward], ...Map.groupBy(inward, ({ from }) => from)]);
  return { resource, frame: { index: 0, time: 0, resources, relations, messages: [], measures: {}, changed: [] } };
}
