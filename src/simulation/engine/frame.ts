import type { ApiObject } from '../../model/api-object.ts';
import type { Frame, Measures } from '../../model/frame.ts';
import type { Id } from '../../model/json.ts';
import type { Relation, Resource, Wait } from '../../model/resource.ts';
import { project } from '../../model/project.ts';
import { PersistentMap, newEdit } from './persistent-map.ts';
import type { Run } from './run.ts';
import { momentAt } from './run.ts';
import type { Actor, World } from './world.ts';

/** Frames of a run share structure: the next one costs what changed since `previous`, in either direction. */
export function frameAt(run: Run, index: number, previous?: Frame): Frame {
  const { world, messages } = momentAt(run, index);
  const { resources, relations, changed } = previous === undefined ? wholly(world) : onward(run, index, previous, world);
  return { index, time: world.time, resources, relations, messages, measures: measuresOf(world), changed };
}

/** The measures of a world, worked out once. */
export function measuresOf(world: World): Measures {
  let measures = measured.get(world);
  if (measures === undefined) {
    measures = world.domain.measures(world);
    measured.set(world, measures);
  }
  return measures;
}

const measured = new WeakMap<World, Measures>();
const waiting = new WeakMap<Actor, { readonly resource: Resource; readonly waited: Resource }>();

/** The resources of an object; the one that an actor of the same id looks after also says what it waits for. */
function resourcesOf(object: ApiObject, world: World): readonly Resource[] {
  const { resources } = project(object);
  const actor = world.actors.get(object.id);
  const waits = actor && world.domain.behaviours[actor.behaviour]?.waits;
  if (actor === undefined || waits === undefined) return resources;
  return resources.map((resource) => (resource.id === object.id ? withWaits(resource, actor, waits(actor.snapshot, world)) : resource));
}

function withWaits(resource: Resource, actor: Actor, waits: readonly Wait[]): Resource {
  const known = waiting.get(actor);
  if (known !== undefined && known.resource === resource) return known.waited;
  const waited = waits.length === 0 ? resource : { ...resource, waitingFor: waits };
  waiting.set(actor, { resource, waited });
  return waited;
}

interface Parts {
  readonly resources: PersistentMap<Resource>;
  readonly relations: PersistentMap<readonly Relation[]>;
  readonly changed: readonly Id[];
}

function wholly(world: World): Parts {
  const edit = newEdit();
  let resources = PersistentMap.empty<Resource>();
  let relations = PersistentMap.empty<readonly Relation[]>();
  const changed: Id[] = [];
  for (const object of world.objects.values()) {
    for (const resource of resourcesOf(object, world)) {
      resources = resources.set(resource.id, resource, edit);
      changed.push(resource.id);
    }
    for (const [from, those] of project(object).relations) relations = relations.set(from, those, edit);
  }
  return { resources, relations, changed };
}

/** Every id that changed in the moments between two indexes. */
function touched(run: Run, from: number, to: number): ReadonlySet<Id> {
  const ids = new Set<Id>();
  for (let index = Math.min(from, to) + 1; index <= Math.max(from, to); index += 1) {
    for (const id of momentAt(run, index).changed) ids.add(id);
  }
  return ids;
}

function onward(run: Run, index: number, previous: Frame, world: World): Parts {
  const edit = newEdit();
  const before = momentAt(run, previous.index).world;
  let resources = persistent(previous.resources);
  let relations = persistent(previous.relations);
  const changed: Id[] = [];
  for (const id of touched(run, previous.index, index)) {
    const old = before.objects.get(id);
    const object = world.objects.get(id);
    const next = object === undefined ? [] : resourcesOf(object, world);
    const kept = new Set(next.map((resource) => resource.id));
    for (const gone of old === undefined ? [] : project(old).resources) {
      if (kept.has(gone.id)) continue;
      resources = resources.delete(gone.id, edit);
      relations = relations.delete(gone.id, edit);
      changed.push(gone.id);
    }
    for (const resource of next) {
      if (resources.get(resource.id) === resource) continue;
      resources = resources.set(resource.id, resource, edit);
      changed.push(resource.id);
    }
    if (object === undefined) continue;
    for (const [from, those] of project(object).relations) relations = relations.set(from, those, edit);
  }
  return { resources, relations, changed };
}

const persistent = <V>(map: ReadonlyMap<string, V>): PersistentMap<V> => (map instanceof PersistentMap ? map : PersistentMap.from(map));
