import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/account/read-files.ts';
import { printSnapshot } from '../../src/account/snapshot.ts';
import type { Act } from '../../src/model/api-call.ts';
import type { ApiObject } from '../../src/model/api-object.ts';
import type { Frame } from '../../src/model/frame.ts';
import type { Kind } from '../../src/model/kind.ts';
import { project } from '../../src/model/project.ts';
import type { Resource } from '../../src/model/resource.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act, beginRun, extendTo, indexAt, lastMoment, momentAt } from '../../src/simulation/engine/run.ts';
import type { Choice, Scenario } from '../../src/simulation/engine/scenario.ts';

const scenarios = Object.values(import.meta.glob<Scenario>('/diagrams/*/scenario.ts', { import: 'default', eager: true }));

/** Objects after they were printed as an account file and read again. */
const throughFile = (objects: Iterable<ApiObject>): readonly ApiObject[] => {
  const { objects: read, notices } = readFiles([{ name: 'file', text: JSON.stringify(printSnapshot(objects)) }]);
  expect(notices).toEqual([]);
  return read;
};

const resourcesOf = (objects: Iterable<ApiObject>): ReadonlyMap<string, Resource> =>
  new Map([...objects].flatMap((object) => project(object).resources.map((resource) => [resource.id, resource])));

/** Each object that a run ever held, by kind and in the order in which it came to be. */
function objectsOf(run: Run): ReadonlyMap<Kind, readonly ApiObject[]> {
  const all = new Set<ApiObject>();
  for (let index = 0; index < run.length; index += 1) {
    const { world, changed } = momentAt(run, index);
    for (const id of changed) {
      const object = world.objects.get(id);
      if (object !== undefined) all.add(object);
    }
  }
  return Map.groupBy(all, ({ kind }) => kind);
}

/** A file that would change an object of a run fails here. */
function expectKept(run: Run): void {
  for (const [kind, objects] of objectsOf(run)) {
    const back = throughFile(objects).map(project);
    const before = objects.map(project);
    if (!isDeepStrictEqual(back, before)) expect({ kind, projections: back }).toEqual({ kind, projections: before });
  }
}

function expectFrameKept(run: Run): void {
  const { world } = lastMoment(run);
  const frame = frameAt(run, run.length - 1);
  const drawn = [...frame.resources.values()].map((resource) => ({ ...resource, waitingFor: undefined }));
  expect(resourcesOf(throughFile(world.objects.values()))).toEqual(new Map(drawn.map((resource) => [resource.id, resource])));
}

/** A draw of numbers that becomes one deed of the reader: when, which of the deeds then on offer, and with which choice. */
interface Draw {
  readonly at: number;
  readonly deed: number;
  readonly choice: number;
}

const draws = fc.array(fc.record({ at: fc.nat(), deed: fc.nat(), choice: fc.nat() }), { minLength: 1, maxLength: 6 });

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];

function valueOf(choice: Choice | undefined, number: number): string {
  if (choice === undefined) return '';
  if (choice.type === 'number') return String(choice.min + (number % (choice.max - choice.min + 1)));
  return pick(choice.options, number)?.value ?? '';
}

/** Everything that a reader could do at a frame. */
function deedsAt({ actions, faults }: Scenario, frame: Frame, number: number): readonly Act[] {
  const onEach = <Offer extends { readonly on: Kind; readonly unavailable?: (resource: Resource, frame: Frame) => string | undefined }>(
    offers: readonly Offer[],
    deed: (offer: Offer, resource: Resource) => Act,
  ): readonly Act[] =>
    offers.flatMap((offer) =>
      [...frame.resources.values()]
        .filter((resource) => resource.kind === offer.on && offer.unavailable?.(resource, frame) === undefined)
        .map((resource) => deed(offer, resource)),
    );
  return [
    ...onEach(actions, (action, resource) => ({ call: action.call(resource, frame, valueOf(action.choice, number)) })),
    ...onEach(faults, (fault, resource) => ({ fault: fault.id, target: resource.id, on: number % 3 !== 0 })),
  ];
}

/** How long a run goes on after the last deed: longer than any wait that a deed begins, except for the ever longer ones. */
const AFTERWARDS = 120_000;

/** A run in which a reader does what the numbers say. */
function runOf(scenario: Scenario, list: readonly Draw[]): Run {
  let run = beginRun(scenario, { inputs: [] });
  for (const { at, deed, choice } of list.toSorted((a, b) => (a.at % scenario.horizon) - (b.at % scenario.horizon))) {
    const time = at % scenario.horizon;
    run = extendTo(run, time);
    const index = indexAt(run, time);
    const wanted = pick(deedsAt(scenario, frameAt(run, index), choice), deed);
    if (wanted !== undefined) ({ run } = act(run, index, time, wanted));
  }
  return extendTo(run, lastMoment(run).world.time + AFTERWARDS);
}

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
        fc.property(draws, (list) => {
          const run = runOf(scenario, list);
          expectKept(run);
          expectFrameKept(run);
        }),
        { numRuns, seed: 20261123 },
      );
    }, 120_000);
  },
);
