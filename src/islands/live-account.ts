import type { Connection, Failure, Progress } from '../account/companion-line.ts';
import type { Millis } from '../model/json.ts';
import type { Moment } from '../account/watch/hour.ts';
import { remembered } from '../account/watch/hour.ts';
import type { AccountReader } from './account-reader.ts';
import type { Choice, CompanionLink } from './companion-link.ts';

/** How the page stands with its companion. */
export interface LiveState {
  /** `gone`: no companion answers any more, so nothing that is shown is live. */
  readonly link: 'asking' | 'ready' | 'reading' | 'gone';
  readonly connection?: Connection | undefined;
  /** Whether the reader says on this page whose account is read; else that was said in the terminal. */
  readonly mayChoose: boolean;
  readonly profiles: readonly string[];
  readonly progress?: Progress | undefined;
  /** Why the last reading gave no account. */
  readonly failure?: Failure | undefined;
  /** The readings of the last hour, oldest first. */
  readonly hour: readonly Moment[];
  /** The reading that is looked at, by its time; the newest when absent. */
  readonly at?: Millis | undefined;
  /** How long to wait between readings; absent while nobody watches. */
  readonly every?: Millis | undefined;
}

/** What the store needs of the world around it. */
export interface LiveParts {
  readonly link: CompanionLink;
  readonly reader: AccountReader;
  readonly now: () => Millis;
  /** Calls once after a time; returns how to call that off. */
  readonly later: (call: () => void, after: Millis) => () => void;
}

/** An account that is read from the companion, and read again for as long as somebody watches. */
export interface LiveAccount {
  readonly state: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: (choice?: Choice) => Promise<void>;
  /** Ends the reading that goes on; the companion then sends no further call. */
  readonly stop: () => void;
  /** Reads again and again, with this much time between; undefined pauses. */
  readonly watch: (every: Millis | undefined) => void;
  /** Looks at an earlier reading; undefined at the newest. */
  readonly seek: (at: Millis | undefined) => void;
  /** Asks whether the companion is still there. */
  readonly greet: () => Promise<void>;
  readonly end: () => void;
}

/** Keeps what the companion says. Nothing of it leaves the memory of the page. */
export function liveAccount({ link, reader, now, later }: LiveParts): LiveAccount {
  let state: LiveState = { link: 'asking', mayChoose: false, profiles: [], hour: [] };
  const listeners = new Set<() => void>();
  let reading: AbortController | undefined;
  let choice: Choice | undefined;
  let callOff = (): void => undefined;
  const set = (change: Partial<LiveState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const gone = (): void => {
    callOff();
    set({ link: 'gone', every: undefined, progress: undefined });
  };
  const next = (): void => {
    callOff();
    if (state.every !== undefined && reading === undefined && state.link !== 'gone') callOff = later(() => void read(choice), state.every);
  };

  /** Readings of two accounts are no changes of one. */
  const forget = (): void => {
    reader.end();
    set({ hour: [], at: undefined, every: undefined });
  };

  async function greet(): Promise<void> {
    const said = await link.connection();
    if ('gone' in said) gone();
    else if ('failure' in said) set({ link: 'gone', failure: said.failure, every: undefined });
    else set({ link: reading === undefined ? 'ready' : 'reading', connection: said });
    if ('connected' in said && !said.connected) set({ mayChoose: true, profiles: await link.profiles() });
  }

  async function read(wanted?: Choice): Promise<void> {
    if (reading !== undefined) return;
    if (wanted !== undefined && !sameChoice(wanted, choice)) forget();
    const mine = new AbortController();
    reading = mine;
    choice = wanted ?? choice;
    callOff();
    set({ link: 'reading', failure: undefined, progress: undefined });
    try {
      const answer = await link.read(choice, (progress) => set({ progress }), mine.signal);
      if ('gone' in answer) gone();
      else if ('failure' in answer) set({ link: 'ready', failure: answer.failure, every: undefined });
      else await take(answer.snapshot);
    } catch (error) {
      if (!mine.signal.aborted) throw error;
      set({ link: 'ready', every: undefined });
    } finally {
      reading = undefined;
      set({ progress: undefined });
      next();
    }
  }

  async function take(snapshot: Blob): Promise<void> {
    const outcome = await reader.read({ line: snapshot });
    if ('refused' in outcome) {
      set({ link: 'ready', failure: { error: outcome.refused.map(({ text }) => text).join(' ') }, every: undefined });
      return;
    }
    const { regions, caller } = outcome.account.about;
    const known = state.connection;
    set({
      link: 'ready',
      hour: remembered(state.hour, now(), outcome.account),
      ...(known === undefined
        ? {}
        : {
            connection: {
              profile: choice?.profile === undefined || choice.profile === '' ? known.profile : choice.profile,
              connected: true,
              regions: [...regions],
              caller: caller ?? known.caller,
            },
          }),
    });
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read,
    stop: () => reading?.abort(),
    watch: (every) => {
      set({ every, ...(every === undefined ? {} : { at: undefined }) });
      next();
    },
    seek: (at) => set({ at: at === state.hour.at(-1)?.at ? undefined : at }),
    greet,
    end: () => {
      reading?.abort();
      callOff();
      reader.end();
    },
  };
}

const sameChoice = (one: Choice, other: Choice | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The reading that is looked at. */
export const momentOf = ({ hour, at }: LiveState): Moment | undefined =>
  at === undefined ? hour.at(-1) : (hour.find((moment) => moment.at === at) ?? hour.at(-1));
