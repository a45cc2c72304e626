import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/account/read-files.ts';
import { hiddenKinds, printSnapshot } from '../../src/account/snapshot.ts';
import type { ApiObject } from '../../src/model/api-object.ts';
import type { Kind } from '../../src/model/kind.ts';
import { project, type Projection } from '../../src/model/project.ts';
import { allProjectors } from '../../src/model/projectors.ts';
import type { Resource } from '../../src/model/resource.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, lastMoment, momentAt } from '../../src/simulation/engine/run.ts';
import { drawsUpTo, readAlong, scenarios } from './reader.ts';

/** Objects after they were printed as an account file and read again. */
const throughFile = (objects: Iterable<ApiObject>): readonly ApiObject[] => {
  const { objects: read, notices } = readFiles([{ name: 'file', text: JSON.stringify(printSnapshot(objects)) }]);
  expect(notices).toEqual([]);
  return read;
};

const projected = (object: ApiObject): Projection => project(object, allProjectors);

const resourcesOf = (objects: Iterable<ApiObject>): ReadonlyMap<string, Resource> =>
  new Map([...objects].flatMap((object) => projected(object).resources.map((resource) => [resource.id, resource])));

/** Each object that a run ever held, by kind and in the order in which it came to be. */
function objectsOf(run: Run): ReadonlyMap<Kind, readonly ApiObject[]> {
  const all = new Set<ApiObject>();
  for (let index = 0; index < run.length; index += 1) {
    const { world, changed } = momentAt(run, index);
    for (const id of changed) {
      const object = world.objects.get(id);
      if (object !== undefined && !hiddenKinds.has(object.kind)) all.add(object);
    }
  }
  return Map.groupBy(all, ({ kind }) => kind);
}

/** A file that would change an object of a run fails here. */
function expectKept(run: Run): void {
  for (const [kind, objects] of objectsOf(run)) {
    const back = throughFile(objects).map(projected);
    const before = objects.map(projected);
    if (!isDeepStrictEqual(back, before)) expect({ kind, projections: back }).toEqual({ kind, projections: before });
  }
}

function expectFrameKept(run: Run): void {
  const { world } = lastMoment(run);
  const frame = frameAt(run, run.length - 1);
  const shown = [...frame.resources.values()].filter(({ kind }) => !hiddenKinds.has(kind));
  const drawn = shown.map((resource) => ({ ...resource, waitingFor: undefined }));
  expect(resourcesOf(throughFile(world.objects.values()))).toEqual(new Map(drawn.map((resource) => [resource.id, resource])));
}

/** How long a run goes on after the last deed: longer than any wait that a deed begins, except for the ever longer ones. */
const AFTERWARDS = 120_000;

describe.each(scenarios.map((scenario) => ({ scenario, id: scenario.id })))(
  '$id, saved as an account file and read again',
  ({ scenario }) => {
    it('is the same at every moment of its walkthrough', () => {
      const run = extendTo(beginRun(scenario), scenario.horizon);
      expectKept(run);
      expectFrameKept(run);
    });

    it('is the same whatever a reader does', () => {
      const numRuns = Math.ceil(200 / scenarios.length);
      fc.assert(
        fc.property(drawsUpTo(6), (draws) => {
          const deeds = readAlong(scenario, draws, scenario.horizon);
          const run = extendTo(deeds, lastMoment(deeds).world.time + AFTERWARDS);
          expectKept(run);
          expectFrameKept(run);
        }),
        { numRuns, seed: 20261123 },
      );
    }, 120_000);
  },
);
