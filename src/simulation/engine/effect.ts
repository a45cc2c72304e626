import type { ApiObject } from '../../model/api-object.ts';
import type { Id, JsonObject, Millis } from '../../model/json.ts';
import type { MachineEvent } from './event-queue.ts';

/** What an actor wants done. Machine actions and domain functions return effects; the world alone carries them out. */
export type Effect =
  | { readonly do: 'put'; readonly object: ApiObject }
  | { readonly do: 'patch'; readonly id: Id; readonly change: JsonObject }
  | { readonly do: 'remove'; readonly id: Id }
  | { readonly do: 'begin'; readonly id: Id; readonly behaviour: string; readonly input: object }
  | { readonly do: 'end'; readonly id: Id }
  | {
      readonly do: 'send';
      readonly from?: Id;
      readonly to: Id;
      readonly event: MachineEvent;
      readonly text: string;
      readonly after: Millis;
    }
  | { readonly do: 'remind'; readonly event: MachineEvent; readonly after: Millis; readonly timer: string | undefined }
  | { readonly do: 'cancel'; readonly timer: string }
  | { readonly do: 'log'; readonly about: Id; readonly text: string };

/** Writes a whole object: a new one, or in place of the one with its id. */
export const put = (object: ApiObject): Effect => ({ do: 'put', object });

/** Changes some top-level fields of an object's body; `undefined` removes a field. No effect if the object is gone. */
export const patch = (id: Id, change: JsonObject): Effect => ({ do: 'patch', id, change });

/** Takes an object out of the world. */
export const remove = (id: Id): Effect => ({ do: 'remove', id });

/** Starts an actor of a behaviour of the domain under the id of the object that it looks after. */
export const begin = (id: Id, behaviour: string, input: object = {}): Effect => ({ do: 'begin', id, behaviour, input });

/** Ends an actor; events still under way to it are dropped. */
export const end = (id: Id): Effect => ({ do: 'end', id });

/**
 * Sends an event to another actor: this is the message that a diagram draws.
 * `text` says it in one clause for the chain of causes; `after` is the latency in ms.
 */
export const send = <Event extends MachineEvent>(to: Id, event: Event, text: string, after: Millis = 0): Effect => ({
  do: 'send',
  to,
  event,
  text,
  after,
});

/** Lets a message set out from a drawn part that the sender also plays, such as the agent that looks after a task. */
export const sendFrom = <Event extends MachineEvent>(from: Id, to: Id, event: Event, text: string): Effect => ({
  do: 'send',
  from,
  to,
  event,
  text,
  after: 0,
});

/** Sends an event to oneself later: not a message. With a `timer` name an earlier one of that name is replaced. */
export const remind = <Event extends MachineEvent>(event: Event, after: Millis, timer?: string): Effect => ({
  do: 'remind',
  event,
  after,
  timer,
});

/** Withdraws a reminder by its timer name. */
export const cancel = (timer: string): Effect => ({ do: 'cancel', timer });

/** Writes a line of the provider's own log about a resource, in the provider's wording. */
export const log = (about: Id, text: string): Effect => ({ do: 'log', about, text });
