import type { ApiObject } from '../../model/api-object.ts';
import type { Id } from '../../model/json.ts';
import { project } from '../../model/project.ts';
import type { Resource, Wait } from '../../model/resource.ts';
import { indexAt, momentAt, type Run } from './run.ts';
import type { Actor, World } from './world.ts';
import { writtenAt } from './written.ts';

/** The resources of an object at a moment; those that an actor of the same id looks after also say what it waits for. */
export function resourcesAt(run: Run, index: number, object: ApiObject): readonly Resource[] {
  const { actors, domain } = momentAt(run, index).world;
  const { resources } = project(object, domain.projectors);
  return resources.some(({ id }) => actors.has(id)) ? resources.map((resource) => withWaits(run, index, object, resource)) : resources;
}

/** Whether what an object's actors wait for hangs on other objects, and so may change at every moment. */
export const looksAround = ({ actors, domain }: World, object: ApiObject): boolean =>
  project(object, domain.projectors).resources.some(({ id }) => domain.behaviours[actors.get(id)?.behaviour ?? '']?.looksAround === true);

/** What was last made for an actor: the same state of resource and waits is the same object in every frame. */
const made = new WeakMap<Actor, Made>();

interface Made {
  readonly object: ApiObject;
  readonly from: Resource;
  readonly waits: readonly Wait[];
  readonly resource: Resource;
}

function withWaits(run: Run, index: number, object: ApiObject, resource: Resource): Resource {
  const { world } = momentAt(run, index);
  const actor = world.actors.get(resource.id);
  const behaviour = actor && world.domain.behaviours[actor.behaviour];
  if (actor === undefined || behaviour?.waits === undefined) return resource;
  const known = made.get(actor);
  const settled = behaviour.looksAround !== true;
  if (settled && known?.object === object) return known.resource;
  const waits = behaviour.waits(actor.snapshot, settled ? worldOfArrival(run, index, object, resource.id) : world);
  const same = known?.from === resource && JSON.stringify(known.waits) === JSON.stringify(waits);
  const waiting = same ? known.resource : waits.length === 0 ? resource : { ...resource, waitingFor: waits };
  made.set(actor, { object, from: resource, waits, resource: waiting });
  return waiting;
}

/** The world of the moment since which both actor and object are as they are: it does not hang on how a view came here. */
function worldOfArrival(run: Run, index: number, object: ApiObject, id: Id): World {
  const actor = momentAt(run, index).world.actors.get(id);
  const arrival = Math.max(actor?.at ?? 0, writtenAt(object));
  let at = Math.min(indexAt(run, arrival), index);
  for (; at > 0; at -= 1) {
    const { actors, objects } = momentAt(run, at - 1).world;
    if (actors.get(id) !== actor || objects.get(object.id) !== object) break;
  }
  return momentAt(run, at).world;
}
