import fc from 'fast-check';
import type { Act } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import type { Millis } from '../../src/model/json.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Resource } from '../../src/model/resource.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act, beginRun, extendTo, indexAt } from '../../src/simulation/engine/run.ts';
import type { Choice, Scenario } from '../../src/simulation/engine/scenario.ts';

/** Every scenario that there is. */
export const scenarios = Object.values(import.meta.glob<Scenario>('/diagrams/*/scenario.ts', { import: 'default', eager: true }));

/** Those in which an ECS service runs. */
export const ecsScenarios = scenarios.filter(({ start }) => start.some((one) => one.do === 'put' && one.object.kind === 'ecs-service'));

/** Those in which an EKS cluster runs. */
export const eksScenarios = scenarios.filter(({ start }) => start.some((one) => one.do === 'put' && one.object.kind === 'eks-cluster'));

/** A draw of numbers that becomes one deed of the reader: when, which of the deeds then on offer, and with which choice. */
export interface Draw {
  readonly at: number;
  readonly deed: number;
  readonly choice: number;
}

/** One to so many deeds. */
export const drawsUpTo = (maxLength: number): fc.Arbitrary<readonly Draw[]> =>
  fc.array(fc.record({ at: fc.nat(), deed: fc.nat(), choice: fc.nat() }), { minLength: 1, maxLength });

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];

/** Every value that a choice takes. */
export function valuesOf(choice: Choice | undefined): readonly string[] {
  if (choice === undefined) return [''];
  if (choice.type === 'option') return choice.options.map(({ value }) => value);
  return Array.from({ length: choice.max - choice.min + 1 }, (_, index) => String(choice.min + index));
}

/** What may be offered on a resource. */
type Offer = { readonly on: Kind; readonly unavailable?: (resource: Resource, frame: Frame) => string | undefined };

/** The resources of a frame on which a reader finds something on offer. */
export const targetsOf = ({ on, unavailable }: Offer, frame: Frame): readonly Resource[] =>
  [...frame.resources.values()].filter((resource) => resource.kind === on && unavailable?.(resource, frame) === undefined);

/** Everything that a reader could do at a frame. */
function deedsAt({ actions, faults }: Scenario, frame: Frame, number: number): readonly Act[] {
  return [
    ...actions.flatMap((action) =>
      targetsOf(action, frame).map((resource) => ({ call: action.call(resource, frame, pick(valuesOf(action.choice), number) ?? '') })),
    ),
    ...faults.flatMap((fault) =>
      targetsOf(fault, frame).map((resource) => ({ fault: fault.id, target: resource.id, on: number % 3 !== 0 })),
    ),
  ];
}

/** A run in which a reader does what the numbers say, each thing before `until`, and that ends with the last of them. */
export function readAlong(scenario: Scenario, draws: readonly Draw[], until: Millis): Run {
  let run = beginRun(scenario, { inputs: [] });
  for (const { at, deed, choice } of draws.map((draw) => ({ ...draw, at: draw.at % until })).sort((a, b) => a.at - b.at)) {
    run = extendTo(run, at);
    const index = indexAt(run, at);
    const wanted = pick(deedsAt(scenario, frameAt(run, index), choice), deed);
    if (wanted !== undefined) ({ run } = act(run, index, at, wanted));
  }
  return run;
}
