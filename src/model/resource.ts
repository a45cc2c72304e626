import type { Id, Json, Millis } from './json.ts';
import type { Kind } from './kind.ts';

/** Where a resource lives; a field that the provider does not state is absent. */
export interface Scope {
  readonly account?: string;
  readonly region?: string;
  readonly cluster?: string;
  readonly namespace?: string;
  readonly zone?: string;
}

/** One thing that a resource waits for: a code of `content/states/`, on whom, until when at the latest. */
export interface Wait {
  readonly code: string;
  readonly on?: Id;
  /** Simulated time at which this wait ends if nothing else happens. */
  readonly until?: Millis;
  /** Numbers and names for the sentence, such as `{ image: 'web:7' }`. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What a diagram draws, read from one provider-shaped object by the projection. */
export interface Resource {
  readonly id: Id;
  readonly kind: Kind;
  /** Short name for a card: `task 4be`, `web`, `i-0b2`. */
  readonly name: string;
  readonly scope: Scope;
  /** The provider's own status string, kept even when unknown to this version. */
  readonly status: string;
  /** The provider's code beside the status: a stop code, a waiting reason, a rollout state. */
  readonly reason?: string;
  /** The provider's own sentence: stoppedReason, a condition's message. */
  readonly text?: string;
  readonly health?: string;
  /** ISO time at which this status began, where the provider states it. */
  readonly since?: string;
  /** ISO time at which it was made, where the provider states it: diagrams draw in this order, which no status changes. */
  readonly createdAt?: string;
  /** Its place in the list that the provider prints it in: kin of one age are drawn in this order, and none is left out. */
  readonly order?: number;
  /** What an actor waits for. Only a simulation knows; absent for an account. */
  readonly waitingFor?: readonly Wait[];
  /** Further facts for the card and the panel, by name: counts, image, cpu, memory. */
  readonly details: Readonly<Record<string, Json>>;
}

/** A directed relation between two resources. */
export interface Relation {
  readonly from: Id;
  readonly to: Id;
  readonly kind: RelationKind;
}

/** `part-of` and `owned-by` contain; `runs-on` places; the rest connect. */
export type RelationKind = 'part-of' | 'owned-by' | 'runs-on' | 'routes-to' | 'registers' | 'logs-to' | 'uses' | 'grants';
