import { useState } from 'react';
import type { Message } from '../../../model/frame.ts';
import { you } from '../../../simulation/engine/world.ts';
import { clockTime } from '../../clock.ts';
import { withShortIds } from '../told/short-ids.ts';

const SHOWN = 6;

/** The chain of causes of a resource's present state, newest first, back to the reader's own act where there was one. */
export function Because({ causes }: { readonly causes: readonly Message[] }) {
  const [all, setAll] = useState(false);
  if (causes.length === 0) return <p className="quiet">Nothing has happened to it since you came.</p>;
  const cut = !all && causes.length > SHOWN;
  const shown = cut ? [...causes.slice(0, SHOWN - 1), ...causes.slice(-1)] : causes;
  return (
    <>
      <ol className="because">
        {shown.map(({ seq, from, text, at }) => (
          <li key={seq} className={from === you ? 'you' : undefined}>
            <span>{withShortIds(from === you ? `You: ${text}` : text)}</span> <time>{at < 0 ? 'before' : clockTime(at)}</time>
          </li>
        ))}
      </ol>
      {cut ? (
        <button
          type="button"
          className="link"
          onClick={() => {
            setAll(true);
          }}
        >
          Show all {causes.length} causes
        </button>
      ) : null}
    </>
  );
}
