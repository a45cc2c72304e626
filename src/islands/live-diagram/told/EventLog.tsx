import { useLayoutEffect, useRef } from 'react';
import type { Message } from '../../../model/frame.ts';
import type { Millis } from '../../../model/json.ts';
import { clockTime } from '../clock.ts';

/** Older lines than these are left out of the page. */
const KEPT = 200;

interface Props {
  readonly lines: readonly Message[];
  /** Whether the lines bear dates, as those of an account do, and not times of a simulation. */
  readonly dated: boolean;
}

const dateTime = (at: Millis): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** The provider's own log, oldest first; the newest line is kept in sight. */
export function EventLog({ lines, dated }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [lines.length]);
  return (
    <section className="told-part">
      <h3>Event log</h3>
      {/* A region that scrolls must be reachable by keyboard. */}
      <ol className="log" data-event-log data-dated={dated ? '' : undefined} ref={list} tabIndex={0} aria-label="Event log">
        {lines.slice(-KEPT).map(({ seq, at, text }) => (
          <li key={seq}>
            <time>{dated ? dateTime(at) : clockTime(at)}</time> <span>{text}</span>
          </li>
        ))}
        {lines.length === 0 ? <li className="quiet">Nothing has been logged yet.</li> : null}
      </ol>
    </section>
  );
}
