import type { Frame, Measures } from '../../model/frame.ts';
import type { Id } from '../../model/json.ts';
import { project } from '../../model/project.ts';
import type { Relation, Resource } from '../../model/resource.ts';
import { newEdit, PersistentMap } from './persistent-map.ts';
import type { Run } from './run.ts';
import { momentAt } from './run.ts';
import { looksAround, resourcesAt } from './waiting.ts';
import type { World } from './world.ts';

/** Frames of a run share structure: the next one costs what changed since `previous`, in either direction. */
export function frameAt(run: Run, index: number, previous?: Frame): Frame {
  const { world, messages } = momentAt(run, index);
  const parts = previous === undefined ? wholly(run, index) : onward(run, index, previous, partsOf(previous));
  const { resources, relations, changed } = parts;
  const frame: Frame = { index, time: world.time, resources, relations, messages, measures: measuresOf(world), changed };
  partsOfFrames.set(frame, parts);
  return frame;
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

/** What frames are made of, and what is needed to make the next one. */
interface Parts {
  readonly resources: PersistentMap<Resource>;
  readonly relations: PersistentMap<readonly Relation[]>;
  readonly changed: readonly Id[];
  /** The object that a resource with an id of its own is in. */
  readonly hosts: PersistentMap<Id>;
  /** Objects whose actors wait for what others do. */
  readonly lookers: ReadonlySet<Id>;
}

const partsOfFrames = new WeakMap<Frame, Parts>();

function partsOf(frame: Frame): Parts {
  const parts = partsOfFrames.get(frame);
  if (parts === undefined) throw new Error(`The frame ${frame.index} was not made by frameAt; it cannot lead to another.`);
  return parts;
}

const nothing: Parts = {
  resources: PersistentMap.empty(),
  relations: PersistentMap.empty(),
  changed: [],
  hosts: PersistentMap.empty(),
  lookers: new Set(),
};

const wholly = (run: Run, index: number): Parts => withObjects(run, index, nothing, undefined, momentAt(run, index).world.objects.keys());

function onward(run: Run, index: number, previous: Frame, parts: Parts): Parts {
  const ids = new Set(parts.lookers);
  for (const id of touched(run, previous.index, index)) ids.add(parts.hosts.get(id) ?? id);
  return withObjects(run, index, parts, momentAt(run, previous.index).world, ids);
}

/** The parts of a frame in which some objects are not what they were before. */
function withObjects(run: Run, index: number, parts: Parts, before: World | undefined, ids: Iterable<Id>): Parts {
  const edit = newEdit();
  const { world } = momentAt(run, index);
  let { resources, relations, hosts } = parts;
  const lookers = new Set(parts.lookers);
  const changed: Id[] = [];
  for (const id of ids) {
    const old = before?.objects.get(id);
    const object = world.objects.get(id);
    const next = object === undefined ? [] : resourcesAt(run, index, object);
    if (old !== undefined && old !== object) {
      const kept = new Set(next.map((resource) => resource.id));
      for (const { id: gone } of project(old, world.domain.projectors).resources) {
        if (kept.has(gone)) continue;
        resources = resources.delete(gone, edit);
        relations = relations.delete(gone, edit);
        hosts = hosts.delete(gone, edit);
        changed.push(gone);
      }
    }
    for (const resource of next) {
      if (resources.get(resource.id) === resource) continue;
      resources = resources.set(resource.id, resource, edit);
      if (resource.id !== id) hosts = hosts.set(resource.id, id, edit);
      changed.push(resource.id);
    }
    if (object !== undefined && old !== object) {
      for (const [from, those] of project(object, world.domain.projectors).relations) relations = relations.set(from, those, edit);
    }
    if (object !== undefined && looksAround(world, object)) lookers.add(id);
    else lookers.delete(id);
  }
  return { resources, relations, changed, hosts, lookers };
}

/** Every id that changed in the moments between two indexes. */
function touched(run: Run, from: number, to: number): ReadonlySet<Id> {
  const ids = new Set<Id>();
  for (let index = Math.min(from, to) + 1; index <= Math.max(from, to); index += 1) {
    for (const id of momentAt(run, index).changed) ids.add(id);
  }
  return ids;
}
