import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { createEmptyActor } from 'xstate';
import type { Wait } from '../../model/resource.ts';
import type { Effect } from './effect.ts';
import { cancel, remind } from './effect.ts';
import type { MachineEvent } from './event-queue.ts';
import type { World } from './world.ts';

/** The logic of a sort of actor: its statechart, and what it waits for in its present state. */
export interface Behaviour {
  readonly machine: AnyStateMachine;
  /** What an actor in this snapshot waits for, in order, in the world as it was when actor and object last changed. Pure. */
  readonly waits?: (snapshot: AnyMachineSnapshot, world: World) => readonly Wait[];
  /** Its waits hang on the objects of others: they are asked for at every moment, in the world of that moment. For a few actors only. */
  readonly looksAround?: boolean;
}

/** An event as a machine meets it: the world of that instant, to read from, travels with it. */
export type Arriving<Event extends MachineEvent> = Event & { readonly world: World };

/** The input of a machine as it meets it: the world of that instant travels with it. */
export type Beginning<Input extends object = object> = Input & { readonly id: string; readonly world: World };

/** Where a machine stands after an event, and what it wants done, in order. */
export interface Outcome {
  readonly snapshot: AnyMachineSnapshot;
  readonly effects: readonly Effect[];
}

/** The world that came with an event, also with the one that begins a machine. */
export function worldOf(event: MachineEvent | Arriving<MachineEvent>): World {
  if ('world' in event) return event.world;
  const { input } = event as { readonly input?: Beginning }; // XState wraps the input into its first event
  if (input === undefined) throw new Error(`The event ${event.type} reached a machine without its world.`);
  return input.world;
}

interface CollectedAction {
  readonly type: string;
  readonly info: unknown;
  readonly params: unknown;
  readonly exec?: (info: unknown, params: unknown) => unknown;
}

type Scope = Parameters<AnyStateMachine['transition']>[2];

let collected: CollectedAction[] = [];
const self = createEmptyActor();

/**
 * The one place that touches XState's actor-logic interface. The package's own `transition()` makes a scope at each
 * call, which costs three times the transition itself; this one is made once and only collects what is to be done.
 */
const scope = {
  self,
  system: self.system,
  id: '',
  sessionId: '',
  logger: () => undefined,
  defer: () => undefined,
  emit: () => undefined,
  stopChild: () => undefined,
  actionExecutor: (action: CollectedAction) => {
    collected.push(action);
  },
} as unknown as Scope; // the package exports no constructor for a scope

function effectsOf({ type, info, params, exec }: CollectedAction): Effect | readonly Effect[] {
  if (type === 'xstate.raise') {
    const { event, delay, id } = params as { event: MachineEvent; delay?: number; id?: string };
    return delay === undefined ? [] : remind(event, delay, id);
  }
  if (type === 'xstate.cancel') return cancel((params as { sendId: string }).sendId);
  const wanted = exec?.(info, params);
  return (wanted as Effect | readonly Effect[] | undefined) ?? []; // an action of ours returns its effects; XState types it void
}

function collect(move: () => AnyMachineSnapshot): Outcome {
  const outer = collected;
  const actions: CollectedAction[] = [];
  collected = actions;
  try {
    const snapshot = move();
    if (snapshot.status === 'error') throw snapshot.error;
    if (snapshot.tags.size === 0) snapshot.tags = noTags;
    return { snapshot, effects: actions.length === 0 ? none : actions.flatMap(effectsOf) };
  } finally {
    collected = outer;
  }
}

const none: readonly Effect[] = [];

/** Every snapshot is kept, and each comes with a set of its own for tags that no machine here has. */
const noTags = new Set<string>();

/** Begins a machine: its first snapshot and what its entry actions want done. */
export const beginMachine = (machine: AnyStateMachine, input: Beginning): Outcome =>
  collect(() => machine.getInitialSnapshot(scope, input));

/** Moves a machine by one event. */
export const moveMachine = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: Arriving<MachineEvent>): Outcome =>
  collect(() => machine.transition(snapshot, event, scope));
