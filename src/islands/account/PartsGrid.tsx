import type { Mask } from '../../account/mask.ts';
import { talliesOf } from '../../account/map/item.ts';
import type { Id } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { toneOf } from '../../model/status.ts';
import { statusText } from '../card-text.ts';
import { StatusSymbol } from '../StatusSymbol.tsx';

/** More than these are counted, not listed; those that are not well come first. */
const LISTED = 60;

interface Props {
  readonly parts: readonly Resource[];
  readonly show: Mask;
  readonly onSelect: (id: Id, byKeyboard: boolean) => void;
}

/** Tasks, nodes or pods as a grid of their statuses. */
export function PartsGrid({ parts, show, onSelect }: Props) {
  const sorted = parts.toSorted((one, other) => Number(toneOf(other) === 'failed') - Number(toneOf(one) === 'failed'));
  return (
    <>
      <ul className="counts">
        {talliesOf(parts).map(({ status, tone, count }) => (
          <li key={`${status} ${tone}`}>
            <StatusSymbol tone={tone} /> {count.toLocaleString('en')} {status}
          </li>
        ))}
      </ul>
      <ul className="parts-grid">
        {sorted.slice(0, LISTED).map((part) => (
          <li key={part.id}>
            <button
              type="button"
              className="part"
              data-part
              data-tone={toneOf(part)}
              onClick={({ detail }) => {
                onSelect(part.id, detail === 0);
              }}
            >
              <StatusSymbol tone={toneOf(part)} />
              <span>
                <bdi>{show(part.name)}</bdi> <span className="quiet">{statusText(part)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {parts.length > LISTED ? (
        <p className="quiet">
          {LISTED} of {parts.length.toLocaleString('en')} shown.
        </p>
      ) : null}
    </>
  );
}
