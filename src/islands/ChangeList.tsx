import type { Moment } from '../account/watch/hour.ts';
import type { Mask } from '../account/mask.ts';
import type { Id } from '../model/json.ts';
import { StatusSymbol } from './StatusSymbol.tsx';
import { clock } from './WatchBar.tsx';

/** More than these, the newest, are not listed. */
const LISTED = 100;

interface Props {
  readonly hour: readonly Moment[];
  /** The reading that is looked at; later changes are not listed. */
  readonly until: Moment;
  readonly show: Mask;
  /** Without it the changes are only told. */
  readonly onSelect?: (id: Id) => void;
}

/** What changed from reading to reading, the newest first. */
export function ChangeList({ hour, until, show, onSelect }: Props) {
  const rows = hour
    .filter(({ at }) => at <= until.at)
    .flatMap(({ at, changes }) => changes.map((change, index) => ({ key: `${at} ${index}`, time: timeOf(change.at, at), change })))
    .reverse();
  if (hour.length < 2) return null;
  return (
    <details className="watch-changes" open>
      <summary>What changed ({rows.length})</summary>
      {rows.length === 0 ? <p className="quiet">Nothing has changed since the first reading.</p> : null}
      <ol data-changes>
        {rows.slice(0, LISTED).map(({ key, time, change }) => (
          <li key={key}>
            <time>{time}</time>
            <StatusSymbol tone={change.tone} />
            {onSelect === undefined ? (
              <bdi>{show(change.text)}</bdi>
            ) : (
              <button
                type="button"
                className="link"
                onClick={() => {
                  onSelect(change.id);
                }}
              >
                <bdi>{show(change.text)}</bdi>
              </button>
            )}
          </li>
        ))}
        {rows.length > LISTED ? <li className="quiet">and {rows.length - LISTED} earlier ones</li> : null}
      </ol>
    </details>
  );
}

const timeOf = (stated: string | undefined, read: number): string => clock(stated === undefined ? read : Date.parse(stated));
