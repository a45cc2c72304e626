import type { AnyMachineSnapshot } from 'xstate';
import type { ApiObject } from '../../model/api-object.ts';
import type { ApiCall, Reply } from '../../model/api-call.ts';
import type { Message } from '../../model/frame.ts';
import type { Id, JsonObject, Millis } from '../../model/json.ts';
import { beginMachine, moveMachine } from './behaviour.ts';
import type { Domain } from './domain.ts';
import type { Effect } from './effect.ts';
import type { EventQueue, MachineEvent } from './event-queue.ts';
import { dequeue, enqueue } from './event-queue.ts';
import type { Edit } from './persistent-map.ts';
import { newEdit, PersistentMap } from './persistent-map.ts';
import { hexOf, randomOf } from './random.ts';

/** An actor: its behaviour, where its statechart stands, and the message that it last handled. */
export interface Actor {
  readonly behaviour: string;
  readonly snapshot: AnyMachineSnapshot;
  readonly cause: number | undefined;
  /** When it last handled an event. */
  readonly at: Millis;
}

/** The id under which the reader's own acts appear as messages. */
export const you: Id = 'you';

/** A simulated world as an immutable value. Machines and domain functions read it; only this file makes new ones. */
export interface World {
  readonly domain: Domain;
  readonly seed: number;
  /** Real time of simulated time 0, ms since 1970: dates in objects count from it. */
  readonly epoch: Millis;
  readonly time: Millis;
  /** Number of the next message. */
  readonly seq: number;
  readonly objects: PersistentMap<ApiObject>;
  /** Ids of the objects under their owner, as `Domain.ownerOf` says. */
  readonly owned: PersistentMap<PersistentMap<true>>;
  readonly actors: PersistentMap<Actor>;
  readonly faults: PersistentMap<true>;
  readonly queue: EventQueue | undefined;
  /** Order of the live delayed events by actor and timer name. */
  readonly timers: PersistentMap<number>;
  readonly order: number;
}

/** What happened in one instant. */
export interface Step {
  readonly world: World;
  /** Ids whose object or actor is not what it was. */
  readonly changed: readonly Id[];
  readonly messages: readonly Message[];
  /** How many machine transitions it took; a bench counts them. */
  readonly transitions: number;
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
  timers: PersistentMap.empty(),
  order: 0,
});

/** The objects that belong to an owner, in an order that depends on their ids alone. */
export function* ownedBy(world: World, owner: Id): Generator<ApiObject> {
  for (const id of world.owned.get(owner)?.keys() ?? []) {
    const object = world.objects.get(id);
    if (object !== undefined) yield object;
  }
}

/** Whether a fault is on for a target. */
export const hasFault = (world: World, fault: string, target: Id): boolean => world.faults.has(faultKey(fault, target));

/** The present moment, or one `ahead` ms of it, as the ISO string that the provider would print. */
export const isoTime = (world: World, ahead: Millis = 0): string => new Date(world.epoch + world.time + ahead).toISOString();

/** A number from 0 up to 1 for a named question; the same question has the same answer in every world of this seed. */
export const chance = (world: World, key: string): number => randomOf(world.seed, key);

/** A hexadecimal id for a named thing. */
export const hexId = (world: World, key: string, length: number): string => hexOf(world.seed, key, length);

/** Separates the two halves of a compound key; neither ids nor names hold it. */
const SEPARATOR = '\u0000';

/** The key of a fault on a target in `World.faults`. */
export const faultKey = (fault: string, target: Id): string => `${fault}${SEPARATOR}${target}`;

/** The fault and the target of such a key. */
export function faultOfKey(key: string): { readonly fault: string; readonly target: Id } {
  const [fault = '', target = ''] = key.split(SEPARATOR);
  return { fault, target };
}

/** The actor comes last: a map tells keys apart by their tails, and many actors have timers of the same name. */
const timerKey = (actor: Id, timer: string): string => timer + SEPARATOR + actor;

const written = new WeakMap<ApiObject, { readonly at: Millis; readonly cause: number | undefined }>();

/** The simulated time at which an object came to be as it is; the beginning of time for one that no world wrote. */
export const writtenAt = (object: ApiObject): Millis => written.get(object)?.at ?? -Infinity;

/** The message whose handling made an object what it is; undefined for one that no message led to. */
export const writtenFor = (object: ApiObject): number | undefined => written.get(object)?.cause;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One instant being worked out: a world that changes in place until it is handed out. */
class Draft {
  readonly world: Mutable<World>;
  readonly messages: Message[] = [];
  readonly changed = new Set<Id>();
  transitions = 0;
  readonly #edit: Edit = newEdit();

  constructor(world: World) {
    this.world = { ...world };
  }

  /** Runs everything that is due at the present time, in scheduling order. */
  settle(): void {
    for (let queue = this.world.queue; queue !== undefined && queue.head.at <= this.world.time; queue = this.world.queue) {
      const due = queue.head;
      this.world.queue = dequeue(queue);
      if (due.timer !== undefined) {
        const key = timerKey(due.to, due.timer);
        if (this.world.timers.get(key) !== due.order) continue;
        this.world.timers = this.world.timers.delete(key, this.#edit);
      }
      this.#deliver(due.to, due.event, due.cause);
    }
  }

  carryOut(effects: readonly Effect[], self: Id, cause: number | undefined): void {
    for (const effect of effects) this.#carryOut(effect, self, cause);
  }

  /** Records a message and returns its number. */
  say(from: Id, to: Id, type: string, text: string, cause: number | undefined, isLog: boolean): number {
    const { seq, time } = this.world;
    this.world.seq = seq + 1;
    this.messages.push({ seq, at: time, from, to, type, text, ...(cause === undefined ? {} : { cause }), log: isLog });
    return seq;
  }

  setFault(fault: string, target: Id, on: boolean): void {
    const key = faultKey(fault, target);
    this.world.faults = on ? this.world.faults.set(key, true, this.#edit) : this.world.faults.delete(key, this.#edit);
    this.changed.add(target);
  }

  step(): Step {
    return { world: { ...this.world }, changed: [...this.changed], messages: this.messages, transitions: this.transitions };
  }

  #deliver(to: Id, event: MachineEvent, cause: number | undefined): void {
    const actor = this.world.actors.get(to);
    const behaviour = actor && this.world.domain.behaviours[actor.behaviour];
    if (actor === undefined || behaviour === undefined) return;
    this.transitions += 1;
    const { snapshot, effects } = moveMachine(behaviour.machine, actor.snapshot, { ...event, world: this.world });
    if (snapshot !== actor.snapshot || effects.length > 0) this.#keep(to, { ...actor, snapshot, cause, at: this.world.time });
    this.carryOut(effects, to, cause);
  }

  #keep(id: Id, actor: Actor): void {
    this.world.actors = this.world.actors.set(id, actor, this.#edit);
    this.changed.add(id);
  }

  #carryOut(effect: Effect, self: Id, cause: number | undefined): void {
    switch (effect.do) {
      case 'put':
        return this.#put(effect.object, cause);
      case 'patch': {
        const object = this.world.objects.get(effect.id);
        if (object !== undefined) this.#put({ ...object, body: patched(object.body, effect.change) }, cause);
        return;
      }
      case 'remove':
        return this.#remove(effect.id);
      case 'begin': {
        const behaviour = this.world.domain.behaviours[effect.behaviour];
        if (behaviour === undefined)
          throw new Error(`The domain has no behaviour ${effect.behaviour}; ${self} wants to begin one for ${effect.id}.`);
        this.transitions += 1;
        const { snapshot, effects } = beginMachine(behaviour.machine, { ...effect.input, id: effect.id, world: this.world });
        this.#keep(effect.id, { behaviour: effect.behaviour, snapshot, cause, at: this.world.time });
        return this.carryOut(effects, effect.id, cause);
      }
      case 'end':
        this.world.actors = this.world.actors.delete(effect.id, this.#edit);
        this.changed.add(effect.id);
        return;
      case 'send': {
        const seq = this.say(self, effect.to, effect.event.type, effect.text, cause, false);
        return this.#schedule(effect.to, effect.event, effect.after, seq, undefined);
      }
      case 'remind': {
        if (effect.timer !== undefined) {
          this.world.timers = this.world.timers.set(timerKey(self, effect.timer), this.world.order, this.#edit);
        }
        return this.#schedule(self, effect.event, effect.after, cause, effect.timer);
      }
      case 'cancel':
        this.world.timers = this.world.timers.delete(timerKey(self, effect.timer), this.#edit);
        return;
      case 'log':
        this.say(effect.about, effect.about, 'log', effect.text, cause, true);
        return;
    }
  }

  #schedule(to: Id, event: MachineEvent, after: Millis, cause: number | undefined, timer: string | undefined): void {
    const { order, time } = this.world;
    this.world.order = order + 1;
    this.world.queue = enqueue(this.world.queue, { at: time + Math.max(0, Math.round(after)), order, to, event, cause, timer });
  }

  #put(object: ApiObject, cause: number | undefined): void {
    const before = this.world.objects.get(object.id);
    if (before === object) return;
    this.world.objects = this.world.objects.set(object.id, object, this.#edit);
    written.set(object, { at: this.world.time, cause });
    this.changed.add(object.id);
    const { ownerOf } = this.world.domain;
    const owner = ownerOf(object);
    const formerly = before && ownerOf(before);
    if (owner === formerly) return;
    if (formerly !== undefined) this.#disown(formerly, object.id);
    if (owner !== undefined) {
      const ids = this.world.owned.get(owner) ?? PersistentMap.empty<true>();
      this.world.owned = this.world.owned.set(owner, ids.set(object.id, true, this.#edit), this.#edit);
    }
  }

  #remove(id: Id): void {
    const object = this.world.objects.get(id);
    if (object === undefined) return;
    this.world.objects = this.world.objects.delete(id, this.#edit);
    this.changed.add(id);
    const owner = this.world.domain.ownerOf(object);
    if (owner !== undefined) this.#disown(owner, id);
  }

  #disown(owner: Id, id: Id): void {
    const ids = this.world.owned.get(owner);
    if (ids !== undefined) this.world.owned = this.world.owned.set(owner, ids.delete(id, this.#edit), this.#edit);
  }
}

function patched(body: JsonObject, change: JsonObject): JsonObject {
  const next = { ...body, ...change };
  const removes = Object.values(change).includes(undefined);
  return removes ? Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) : next;
}

/** Carries out effects from outside any actor, such as those that set up a scenario, and what follows at once. */
export function apply(world: World, effects: readonly Effect[]): Step {
  const draft = new Draft(world);
  draft.carryOut(effects, you, undefined);
  draft.settle();
  return draft.step();
}

/** Sends a call to one of the world's APIs, and settles what follows at once. Throws if the world has no such API. */
export function request(world: World, call: ApiCall): readonly [Step, Reply] {
  const api = world.domain.apis[call.api];
  if (api === undefined) throw new Error(`This world has no API named ${call.api}.`);
  const draft = new Draft(world);
  const { reply, effects, about, text } = api(call, world);
  const type = call.api === 'kubernetes' ? call.verb : call.operation;
  const seq = draft.say(you, about, type, text, undefined, false);
  draft.carryOut(effects, about, seq);
  draft.settle();
  return [draft.step(), reply];
}

/** Switches a fault on or off for a target, and settles what follows at once. Throws if the world has no such fault. */
export function inject(world: World, fault: string, target: Id, on: boolean): Step {
  const rule = world.domain.faults[fault];
  if (rule === undefined) throw new Error(`This world has no fault named ${fault}.`);
  const draft = new Draft(world);
  draft.setFault(fault, target, on);
  const seq = draft.say(you, target, `fault.${on ? 'on' : 'off'}`, rule.text(target, on, world), undefined, false);
  draft.carryOut(rule.effects(target, on, draft.world), target, seq);
  draft.settle();
  return draft.step();
}

/** Goes to the next scheduled instant and works out all that happens in it; undefined when nothing is scheduled. */
export function advance(world: World): Step | undefined {
  if (world.queue === undefined) return undefined;
  const draft = new Draft(world);
  draft.world.time = Math.max(world.time, world.queue.head.at);
  draft.settle();
  return draft.step();
}

/** The same world at a later time before anything that is scheduled then; for acts between two instants. */
export const waitUntil = (world: World, time: Millis): World => (time <= world.time ? world : { ...world, time });
