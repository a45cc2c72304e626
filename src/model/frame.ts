import type { Id, Millis } from './json.ts';
import type { Relation, Resource } from './resource.ts';

/** One thing that one actor told another, or a line of the provider's log. */
export interface Message {
  /** Order within the world; larger is later. */
  readonly seq: number;
  readonly at: Millis;
  readonly from: Id;
  readonly to: Id;
  /** Dotted past tense: `task.stopped`, or the API operation for a reader's own act. */
  readonly type: string;
  readonly text: string;
  /** The message whose handling led to this one; absent for a reader's own act. */
  readonly cause?: number;
  /** True for a line that the provider itself would show (service event, Kubernetes Event). */
  readonly log: boolean;
}

/** What users notice, by name: `requests.served` (per second), `pods.available` (count). */
export type Measures = Readonly<Record<string, number>>;

/** Everything that a view draws of one moment. Frames share what did not change. */
export interface Frame {
  readonly index: number;
  readonly time: Millis;
  readonly resources: ReadonlyMap<Id, Resource>;
  /** Relations by the resource that they start from. */
  readonly relations: ReadonlyMap<Id, readonly Relation[]>;
  /** Messages sent at this moment. */
  readonly messages: readonly Message[];
  readonly measures: Measures;
  /** Resources that differ from the moment before. */
  readonly changed: readonly Id[];
}
