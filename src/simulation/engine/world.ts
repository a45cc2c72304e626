import type { AnyMachineSnapshot } from 'xstate';
import type { ApiObject } from '../../model/api-object.ts';
import type { Id, Millis } from '../../model/json.ts';
import type { Domain } from './domain.ts';
import type { EventQueue } from './event-queue.ts';
import { PersistentMap } from './persistent-map.ts';
import { hexOf, randomOf } from './random.ts';

/** An actor: its behaviour, where its statechart stands, and the message that it last handled. */
export interface Actor {
  readonly behaviour: string;
  readonly snapshot: AnyMachineSnapshot;
  readonly cause: number | undefined;
  /** When it last handled an event. */
  readonly at: Millis;
  /** Order of its live delayed events by timer name: a map of all the world's timers would be copied at each of them. */
  readonly timers: Timers;
}

/** The live timers of one actor. */
export type Timers = Readonly<Record<string, number>>;

/** The id under which the reader's own acts appear as messages. */
export const you: Id = 'you';

/** A simulated world as an immutable value. Machines and domain functions read it; only `Draft` makes new ones. */
export interface World {
  readonly domain: Domain;
  readonly seed: number;
  /** Real time of simulated time 0, ms since 1970: dates in objects count from it. */
  readonly epoch: Millis;
  readonly time: Millis;
  /** Number of the next message. */
  readonly seq: number;
  readonly objects: PersistentMap<ApiObject>;
  /** The same objects once more under their owner, as `Domain.ownerOf` says: a scheduler reads thousands at each pass. */
  readonly owned: PersistentMap<PersistentMap<ApiObject>>;
  readonly actors: PersistentMap<Actor>;
  readonly faults: PersistentMap<true>;
  readonly queue: EventQueue | undefined;
  readonly order: number;
}

/** An empty world under the given laws, at the given simulated time. */
export const emptyWorld = (domain: Domain, seed: number, epoch: Millis, time: Millis): World => ({
  domain,
  seed,
  epoch,
  time,
  seq: 0,
  objects: PersistentMap.empty(),
  owned: PersistentMap.empty(),
  actors: PersistentMap.empty(),
  faults: PersistentMap.empty(),
  queue: undefined,
  order: 0,
});

/** The objects that belong to an owner, in an order that depends on their ids alone. */
export const ownedBy = (world: World, owner: Id): Iterable<ApiObject> => world.owned.get(owner)?.values() ?? [];

/** Whether a fault is on for a target. */
export const hasFault = (world: World, fault: string, target: Id): boolean => world.faults.has(faultKey(fault, target));

/** The present moment, or one `ahead` ms of it, as the ISO string that the provider would print. */
export const isoTime = (world: World, ahead: Millis = 0): string => new Date(world.epoch + world.time + ahead).toISOString();

/** A number from 0 up to 1 for a named question; the same question has the same answer in every world of this seed. */
export const chance = (world: World, key: string): number => randomOf(world.seed, key);

/** A hexadecimal id for a named thing. */
export const hexId = (world: World, key: string, length: number): string => hexOf(world.seed, key, length);

/** Separates the two halves of a compound key; neither ids nor names hold it. */
export const SEPARATOR = '\u0000';

/** The key of a fault on a target in `World.faults`. */
export const faultKey = (fault: string, target: Id): string => `${fault}${SEPARATOR}${target}`;

/** The fault and the target of such a key. */
export function faultOfKey(key: string): { readonly fault: string; readonly target: Id } {
  const [fault = '', target = ''] = key.split(SEPARATOR);
  return { fault, target };
}
