import { createActor } from 'xstate';
import type { Act, Reply } from '../../model/api-call.ts';
import type { Frame } from '../../model/frame.ts';
import type { Millis } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import { frameAt } from './frame.ts';
import { DrawnChanges, isWhole, playedTo, type Stretch } from './playback.ts';
import { act, extend, extendTo, forkAt, indexAt, momentAt, type Run } from './run.ts';
import { type TransportEvent, transportMachine } from './transport-machine.ts';

/** How much faster than the reader's clock the simulated one runs. */
export const speeds = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** One of the speeds. */
export type Speed = (typeof speeds)[number];

/** A place in a run. */
export interface Position {
  readonly run: Run;
  readonly index: number;
  readonly time: Millis;
}

/** A run that the reader left and may return to, where they left it. */
export interface Branch extends Position {
  readonly id: number;
}

/** Everything that a view shows of a player. A new value only when something changed. */
export interface PlayerState extends Position {
  readonly frame: Frame;
  readonly status: 'idle' | 'playing' | 'paused' | 'at end';
  readonly speed: Speed;
  /** The stretches without a drawn change, as far as the run has been looked through. */
  readonly quiet: readonly Stretch[];
  readonly branches: readonly Branch[];
}

/** A run under the reader's hands: a store without a framework. Its functions may be passed on by themselves. */
export type Player = ReturnType<typeof createPlayer>;

/** A longer pause than this between two ticks is not made up for: the page was not being looked at. */
const LONGEST_TICK = 250;

/** Begins a player at the opening of a run. `drawn` are the kinds whose changes make a step. */
export function createPlayer(first: Run, { drawn, speed = 1 }: { readonly drawn: ReadonlySet<Kind>; readonly speed?: Speed }) {
  const changes = new DrawnChanges(drawn);
  const transport = createActor(transportMachine).start();
  const listeners = new Set<() => void>();
  let made = 0;
  /** Where playing halts by itself, in the run with these inputs. */
  let halt: { readonly inputs: Run['inputs']; readonly at: Millis } | undefined;
  /** The first run as far as it was ever recorded. */
  let opening = first;
  let state: PlayerState = {
    run: first,
    index: 0,
    time: 0,
    frame: frameAt(first, 0),
    status: 'idle',
    speed,
    quiet: [],
    branches: [],
  };

  /** Whether the reader changed it; the first run needs no keeping, a reset brings it back. */
  const isOwn = (run: Run): boolean => run.inputs !== first.inputs;

  const commit = (change: Partial<PlayerState>, event?: TransportEvent): void => {
    if (event !== undefined) transport.send(event);
    const { run, index, time } = { ...state, ...change };
    if (!isOwn(run) && run.length > opening.length) opening = run;
    if (time >= run.scenario.horizon) transport.send({ type: 'arrived' });
    const sharesPast = state.frame.index < run.length && momentAt(run, state.frame.index) === momentAt(state.run, state.frame.index);
    const frame = sharesPast && state.frame.index === index ? state.frame : frameAt(run, index, sharesPast ? state.frame : undefined);
    state = { ...state, ...change, frame, status: transport.getSnapshot().value };
    for (const listener of listeners) listener();
  };

  const to = ({ run, index }: { readonly run: Run; readonly index: number }): Position => ({
    run,
    index,
    time: momentAt(run, index).world.time,
  });
  const atTime = (run: Run, time: Millis): Position => {
    const within = Math.min(Math.max(time, 0), run.scenario.horizon);
    const longer = extendTo(run, within);
    return { run: longer, index: indexAt(longer, within), time: within };
  };
  const withBranch = (): readonly Branch[] => {
    made += 1;
    return [...state.branches, { id: made, run: state.run, index: state.index, time: state.time }];
  };
  const quietSoFar = (): readonly Stretch[] => state.quiet.filter((stretch) => stretch.to <= state.time);

  /** The time between two drawn changes around a moment; undefined at the horizon. */
  const stretchAt = (time: Millis): Stretch | undefined => {
    const { horizon } = state.run.scenario;
    if (time >= horizon) return undefined;
    const { run, index } = atTime(state.run, time);
    const from = momentAt(run, changes.upTo(run, index)).world.time;
    const next = changes.after(run, index);
    return { from, to: next.index === undefined ? horizon : momentAt(next.run, next.index).world.time };
  };

  const open = (run: Run, time: Millis): void => {
    commit({ ...atTime(run, time), quiet: [], branches: isOwn(state.run) ? withBranch() : state.branches }, { type: 'stepped' });
  };

  return {
    getState: (): PlayerState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Lets time pass; from the end it begins again. */
    play: (): void => {
      commit(state.status === 'at end' ? atTime(state.run, 0) : {}, { type: 'play' });
    },
    pause: (): void => {
      commit({}, { type: 'pause' });
    },
    /** Goes to the next moment at which a reader can tell a difference, or to the end. */
    step: (): void => {
      const next = changes.after(state.run, state.index);
      commit(next.index === undefined ? atTime(next.run, next.run.scenario.horizon) : to({ run: next.run, index: next.index }), {
        type: 'stepped',
      });
    },
    /** Goes back to the moment before at which a reader could tell a difference. */
    stepBack: (): void => {
      const { run, index, time } = state;
      const isBetween = time > momentAt(run, index).world.time;
      commit(to({ run, index: changes.upTo(run, isBetween ? index : Math.max(index - 1, 0)) }), { type: 'stepped' });
    },
    seek: (time: Millis): void => {
      commit(atTime(state.run, time), { type: 'moved' });
    },
    setSpeed: (chosen: Speed): void => {
      commit({ speed: chosen });
    },
    /** Lets so many ms of the reader's time pass. */
    tick: (elapsed: number): void => {
      if (state.status !== 'playing') return;
      const { run, time, speed } = state;
      const next = playedTo(time, Math.min(elapsed, LONGEST_TICK), speed, stretchAt);
      if (halt?.inputs === run.inputs && time < halt.at && next >= halt.at) commit(atTime(run, halt.at), { type: 'pause' });
      else commit(atTime(run, next));
    },

    /** Does something now. What the run would have done later is given up; what the reader had done later is kept as a branch. */
    act: (deed: Act): Reply | undefined => {
      const { run, index, time } = state;
      const givesUp = isOwn(run) && momentAt(run, index).applied < run.inputs.length;
      const branches = givesUp ? withBranch() : state.branches;
      const { run: changed, reply } = act(run, index, time, deed);
      commit({ ...to({ run: changed, index: changed.length - 1 }), branches, quiet: quietSoFar() }, { type: 'moved' });
      return reply;
    },
    /** Goes on from here without what was done later, and keeps the former run as a branch. */
    fork: (): void => {
      commit({ run: forkAt(state.run, state.index), branches: withBranch(), quiet: quietSoFar() }, { type: 'moved' });
    },
    /** Returns to a branch; the run that is left becomes one. */
    returnTo: (id: number): void => {
      const branch = state.branches.find((one) => one.id === id);
      if (branch === undefined) return;
      const { run, index, time } = branch;
      commit(
        { run, index, time, quiet: changes.quietStretches(run), branches: withBranch().filter((one) => one.id !== id) },
        { type: 'stepped' },
      );
    },
    /** Takes another run of the same scenario, at a time, such as one from a link. */
    open,
    /** Takes another run of the same scenario, plays it from its opening, and halts at a time. */
    playUntil: (run: Run, time: Millis): void => {
      halt = { inputs: run.inputs, at: time };
      open(run, 0);
      commit({}, { type: 'play' });
    },
    /** Begins again with the first run; a run of the reader's own is kept as a branch. */
    reset: (): void => {
      const branches = isOwn(state.run) ? withBranch() : state.branches;
      commit({ ...to({ run: opening, index: 0 }), quiet: changes.quietStretches(opening), branches }, { type: 'reset' });
    },

    /** Records at most so many moments more, for the marks of the rail; false when the run is whole. For idle time. */
    lookAhead: (moments: number): boolean => {
      let { run } = state;
      for (let i = 0; i < moments; i += 1) run = extend(run) ?? run;
      if (run !== state.run || state.quiet.length === 0) commit({ run, quiet: changes.quietStretches(run) });
      return !isWhole(run);
    },
  };
}
