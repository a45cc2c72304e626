import type { LiveAccount, LiveState } from './live-account.ts';
import { momentOf } from './live-account.ts';
import './live.css';

interface Props {
  readonly live: LiveState;
  readonly store: LiveAccount;
}

const intervals = [
  [30_000, 'every 30 seconds'],
  [60_000, 'every minute'],
  [300_000, 'every 5 minutes'],
] as const;

/** Watches an account: reads it again and again, and seeks through the readings of the last hour. */
export function WatchBar({ live, store }: Props) {
  const { hour, every } = live;
  const shown = momentOf(live);
  if (shown === undefined) return null;
  const index = hour.indexOf(shown);
  return (
    <div className="watch-bar" data-watch={standingOf(live)}>
      <p className="watch-standing" role="status">
        <b>{standingOf(live)}</b> <span className="quiet">as read at {clock(shown.at)}</span>
      </p>
      <label className="watch-every">
        Read again
        <select
          value={every ?? ''}
          disabled={live.link === 'gone'}
          onChange={({ target }) => {
            store.watch(target.value === '' ? undefined : Number(target.value));
          }}
        >
          <option value="">only when asked</option>
          {intervals.map(([millis, words]) => (
            <option key={millis} value={millis}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {hour.length < 2 ? null : (
        <label className="watch-rail">
          Readings of the last hour
          <input
            type="range"
            min={0}
            max={hour.length - 1}
            step={1}
            value={index}
            aria-valuetext={`reading ${index + 1} of ${hour.length}, at ${clock(shown.at)}, ${changesText(shown.changes.length)}`}
            onChange={({ target }) => {
              store.seek(hour[target.valueAsNumber]?.at);
            }}
          />
        </label>
      )}
    </div>
  );
}

const changesText = (count: number): string => (count === 0 ? 'nothing changed' : count === 1 ? '1 change' : `${count} changes`);

/** Whether what is shown is the account as it is: `live` only while it is watched and the newest reading is looked at. */
export function standingOf({ link, every, at }: LiveState): 'live' | 'paused' | 'companion stopped' | 'earlier' {
  if (link === 'gone') return 'companion stopped';
  if (at !== undefined) return 'earlier';
  return every === undefined ? 'paused' : 'live';
}

/** A time of day in the reader's own zone. */
export const clock = (at: number): string => new Date(at).toTimeString().slice(0, 8);
