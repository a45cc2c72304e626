import type { ApiObject } from './api-object.ts';
import type { Frame } from './frame.ts';
import type { Id } from './json.ts';
import { project } from './project.ts';
import { allProjectors } from './projectors.ts';
import type { Relation, Resource } from './resource.ts';

/** A frame of objects that no simulation moves, such as those of an account file. */
export function stillFrame(objects: Iterable<ApiObject>): Frame {
  const resources = new Map<Id, Resource>();
  const relations = new Map<Id, readonly Relation[]>();
  for (const object of objects) {
    const projection = project(object, allProjectors);
    for (const resource of projection.resources) resources.set(resource.id, resource);
    for (const [from, those] of projection.relations) relations.set(from, those);
  }
  return { index: 0, time: 0, resources, relations, messages: [], measures: {}, changed: [...resources.keys()] };
}
