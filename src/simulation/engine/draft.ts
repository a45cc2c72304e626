import type { ApiObject } from '../../model/api-object.ts';
import type { Message } from '../../model/frame.ts';
import type { Id, JsonObject, Millis } from '../../model/json.ts';
import { beginMachine, moveMachine } from './behaviour.ts';
import type { Effect } from './effect.ts';
import type { MachineEvent } from './event-queue.ts';
import { dequeue, enqueue } from './event-queue.ts';
import type { Edit } from './persistent-map.ts';
import { newEdit, PersistentMap } from './persistent-map.ts';
import type { Actor, Timers, World } from './world.ts';
import { faultKey } from './world.ts';
import { noteWriting } from './written.ts';

/** What happened in one instant. */
export interface Step {
  readonly world: World;
  /** Ids whose object or actor is not what it was. */
  readonly changed: readonly Id[];
  readonly messages: readonly Message[];
  /** How many machine transitions it took; a bench counts them. */
  readonly transitions: number;
}

const noTimers: Timers = {};

const withoutTimer = (timers: Timers, name: string): Timers =>
  name in timers ? Object.fromEntries(Object.entries(timers).filter(([other]) => other !== name)) : timers;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One instant being worked out: a world that changes in place until it is handed out. */
export class Draft {
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
        const timers = this.#timersOf(due.to);
        if (timers[due.timer] !== due.order) continue;
        this.#setTimers(due.to, withoutTimer(timers, due.timer));
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

  #timersOf(id: Id): Timers {
    return this.world.actors.get(id)?.timers ?? noTimers;
  }

  #setTimers(id: Id, timers: Timers): void {
    const actor = this.world.actors.get(id);
    if (actor === undefined || actor.timers === timers) return;
    this.world.actors = this.world.actors.set(id, { ...actor, timers }, this.#edit);
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
        this.#keep(effect.id, { behaviour: effect.behaviour, snapshot, cause, at: this.world.time, timers: noTimers });
        return this.carryOut(effects, effect.id, cause);
      }
      case 'end':
        this.world.actors = this.world.actors.delete(effect.id, this.#edit);
        this.changed.add(effect.id);
        return;
      case 'send': {
        const seq = this.say(effect.from ?? self, effect.to, effect.event.type, effect.text, cause, false);
        return this.#schedule(effect.to, effect.event, effect.after, seq, undefined);
      }
      case 'remind': {
        if (effect.timer !== undefined) this.#setTimers(self, { ...this.#timersOf(self), [effect.timer]: this.world.order });
        return this.#schedule(self, effect.event, effect.after, cause, effect.timer);
      }
      case 'cancel':
        return this.#setTimers(self, withoutTimer(this.#timersOf(self), effect.timer));
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
    noteWriting(object, { at: this.world.time, cause });
    this.changed.add(object.id);
    const { ownerOf } = this.world.domain;
    const owner = ownerOf(object);
    const formerly = before && ownerOf(before);
    if (formerly !== undefined && formerly !== owner) this.#disown(formerly, object.id);
    if (owner === undefined) return;
    const objects = this.world.owned.get(owner) ?? PersistentMap.empty<ApiObject>();
    this.world.owned = this.world.owned.set(owner, objects.set(object.id, object, this.#edit), this.#edit);
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
    const objects = this.world.owned.get(owner);
    if (objects !== undefined) this.world.owned = this.world.owned.set(owner, objects.delete(id, this.#edit), this.#edit);
  }
}

function patched(body: JsonObject, change: JsonObject): JsonObject {
  const next = { ...body, ...change };
  const removes = Object.values(change).includes(undefined);
  return removes ? Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) : next;
}
