import { useLayoutEffect, useRef, useState } from 'react';
import type { Message } from '../../../model/frame.ts';
import type { Millis } from '../../../model/json.ts';
import { clockTime } from '../../clock.ts';
import { atOnce } from '../use-player.ts';
import { withShortIds } from './short-ids.ts';

/** Older lines than these are left out of the page. */
const KEPT = 200;

interface Props {
  readonly lines: readonly Message[];
  /** Whether the lines bear dates, as those of an account do, and not times of a simulation. */
  readonly dated: boolean;
}

const dateTime = (at: Millis): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** The provider's own log, oldest first, its ids as short as on the cards until whole ones are asked for; the newest line is kept in sight. */
export function EventLog({ lines, dated }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [whole, setWhole] = useState(false);
  const kept = lines.slice(-KEPT).map((line) => ({ ...line, short: withShortIds(line.text) }));
  useLayoutEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [lines.length]);
  return (
    <section className="told-part">
      <div className="told-head">
        <h3>Event log</h3>
        {kept.every(({ text, short }) => text === short) ? null : (
          <button
            type="button"
            className="link"
            aria-pressed={whole}
            onClick={() => {
              atOnce(() => {
                setWhole(!whole);
              });
            }}
          >
            Whole ids
          </button>
        )}
      </div>
      {/* A region that scrolls must be reachable by keyboard. */}
      <ol className="log" data-event-log data-dated={dated ? '' : undefined} ref={list} tabIndex={0} aria-label="Event log">
        {kept.map(({ seq, at, text, short }) => (
          <li key={seq}>
            <time>{dated ? dateTime(at) : clockTime(at)}</time> <span>{whole ? text : short}</span>
          </li>
        ))}
        {lines.length === 0 ? <li className="quiet">{dated ? 'These files hold no events.' : 'Nothing has been logged yet.'}</li> : null}
      </ol>
    </section>
  );
}
