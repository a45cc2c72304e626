import type { Act, ApiCall, Input } from '../../model/api-call.ts';
import type { Goal } from '../../model/goal.ts';
import type { Frame } from '../../model/frame.ts';
import type { Id, Millis } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { Resource } from '../../model/resource.ts';
import type { Domain } from './domain.ts';
import type { Effect } from './effect.ts';

/** A starting world with what a reader can do to it, and the story that it tells when nobody acts. */
export interface Scenario {
  /** The id of its diagram. */
  readonly id: string;
  readonly domain: Domain;
  readonly seed: number;
  /** Effects that make the first objects and begin the first actors, `opensAt` ms before the reader's time 0. */
  readonly start: readonly Effect[];
  /** How long the world has been running when the reader meets it, in ms: time 0 is this interesting moment. */
  readonly opensAt: Millis;
  /** The length of the time rail, in ms. */
  readonly horizon: Millis;
  readonly actions: readonly ActionOffer[];
  readonly faults: readonly FaultOffer[];
  /** What happens when nobody acts, told step by step. It is also the test of the scenario. */
  readonly walkthrough: readonly WalkthroughStep[];
  /** The plots over the time rail, as the reader is offered them; the first is open when the reader comes. */
  readonly plots: readonly Plot[];
}

/** One step of the story: a sentence, what the story does at that time, and what must hold when the next step begins. */
export interface WalkthroughStep {
  readonly at: Millis;
  readonly text: string;
  readonly acts?: readonly Act[];
  /** Holds at `until`, by default just before the next step (or at the horizon). */
  readonly then: readonly Goal[];
  readonly until?: Millis;
  /** The resource that the view may select when a reader chooses this step. */
  readonly look?: Id;
}

/** Something that a reader may do to a resource of a kind. */
export interface ActionOffer {
  readonly id: string;
  readonly label: string;
  readonly on: Kind;
  /** The choices that the action takes, such as a number from 0 to 10; without it a button is enough. */
  readonly choice?: Choice;
  /** Why the action is not to be had now, in one sentence; undefined when it is. */
  readonly unavailable?: (resource: Resource, frame: Frame) => string | undefined;
  /** The call; `value` is the choice taken. */
  readonly call: (resource: Resource, frame: Frame, value: string) => ApiCall;
  /** Further calls of the same press, where one act is done to several resources. */
  readonly also?: (resource: Resource, frame: Frame, value: string) => readonly ApiCall[];
  /** The equivalent command line. */
  readonly command: (resource: Resource, frame: Frame, value: string) => string;
}

/** What an action asks of the reader: a whole number between bounds, or one of a few words. */
export type Choice =
  | {
      readonly type: 'number';
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly now: (resource: Resource) => number;
    }
  | { readonly type: 'option'; readonly label: string; readonly options: readonly { readonly value: string; readonly label: string }[] };

/** Something that a reader may break on a resource of a kind, and repair. */
export interface FaultOffer {
  /** A fault of the scenario's domain. */
  readonly id: string;
  readonly label: string;
  readonly repair: string;
  readonly on: Kind;
  readonly unavailable?: (resource: Resource, frame: Frame) => string | undefined;
}

/** What one plot over the time rail shows. Titles differ within a scenario. */
export interface Plot {
  readonly title: string;
  readonly unit: string;
  /** Two that are compared are `one` and `other`; what is good or bad for users, and what was asked for, looks so everywhere. */
  readonly lines: readonly {
    readonly measure: string;
    readonly label: string;
    readonly look: 'good' | 'bad' | 'wanted' | 'one' | 'other';
  }[];
  /** The value of the upper edge when no reading is higher. */
  readonly top?: number;
  /** Open when the reader comes; the first plot always is. */
  readonly opens?: true;
}

/** The inputs of the story that a scenario tells when nobody acts. */
export const storyOf = (scenario: Scenario): readonly Input[] =>
  scenario.walkthrough.flatMap(({ at, acts = [] }) => acts.map((act) => ({ at, ...act })));
