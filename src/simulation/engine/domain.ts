import type { ApiObject } from '../../model/api-object.ts';
import type { ApiCall, Reply } from '../../model/api-call.ts';
import type { Measures } from '../../model/frame.ts';
import type { Id } from '../../model/json.ts';
import type { Projectors } from '../../model/project.ts';
import type { Behaviour } from './behaviour.ts';
import type { Effect } from './effect.ts';
import type { World } from './world.ts';

/** What an API makes of a call: the reply in the provider's shape, and what then happens. */
export interface Answer {
  readonly reply: Reply;
  readonly effects: readonly Effect[];
  /** The resource that the call is about: the reader's message goes to it. */
  readonly about: Id;
  /** What the reader did, in one clause for the chain of causes: `set desired count to 6`. */
  readonly text: string;
}

/** One API of the simulated provider. Pure. */
export type Api = (call: ApiCall, world: World) => Answer;

/** Something that may break. That it is on can be read with `hasFault`. */
export interface FaultRule {
  /** What the reader did, in one clause for the chain of causes: `lose i-0c3`. */
  readonly text: (target: Id, on: boolean, world: World) => string;
  /** What happens at once when it is switched on or off. */
  readonly effects: (target: Id, on: boolean, world: World) => readonly Effect[];
}

/** The laws of one simulated world: who acts in it, which APIs it offers, what may break, what users notice. */
export interface Domain {
  /** How its objects are read. */
  readonly projectors: Projectors;
  readonly behaviours: Readonly<Record<string, Behaviour>>;
  readonly apis: Readonly<Record<string, Api>>;
  readonly faults: Readonly<Record<string, FaultRule>>;
  /** Must read counters, not lists: it is asked at every step of worlds with thousands of objects. */
  readonly measures: (world: World) => Measures;
  /** What becomes of a new object before it is stored, such as by a webhook. */
  readonly admit?: (object: ApiObject, world: World) => ApiObject;
  /** The object under which an object is found again by `ownedBy`, such as the service of a task. */
  readonly ownerOf: (object: ApiObject) => Id | undefined;
}

/** Laws that only some diagrams need, such as service discovery: a scenario adds them to the domain that it lives under. */
export type DomainPart = Partial<Domain>;

/** A domain with the laws of further parts. A part adds; it may not replace what has a name already. Measures of one name add up. */
export const extended = (domain: Domain, ...parts: readonly DomainPart[]): Domain => parts.reduce(withPart, domain);

function withPart(domain: Domain, part: DomainPart): Domain {
  const { measures, ownerOf } = part;
  const admit = part.admit ?? domain.admit;
  return {
    projectors: joined('projector', domain.projectors, part.projectors),
    behaviours: joined('behaviour', domain.behaviours, part.behaviours),
    apis: joined('API', domain.apis, part.apis),
    faults: joined('fault', domain.faults, part.faults),
    ...(admit === undefined ? {} : { admit }),
    measures: measures === undefined ? domain.measures : (world) => sum(domain.measures(world), measures(world)),
    ownerOf: ownerOf === undefined ? domain.ownerOf : (object) => domain.ownerOf(object) ?? ownerOf(object),
  };
}

function joined<Law>(
  what: string,
  laws: Readonly<Record<string, Law>>,
  more: Readonly<Record<string, Law>> = {},
): Readonly<Record<string, Law>> {
  const twice = Object.keys(more).find((name) => name in laws);
  if (twice !== undefined) throw new Error(`The domain has the ${what} ${twice} already; name that of the part differently.`);
  return { ...laws, ...more };
}

function sum(measures: Measures, more: Measures): Measures {
  const names = Object.keys(more);
  return { ...measures, ...Object.fromEntries(names.map((name) => [name, (measures[name] ?? 0) + (more[name] ?? 0)])) };
}
