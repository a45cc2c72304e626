import { useState } from 'react';
import type { Group } from '../../../account/map/estate-map.ts';
import type { Id } from '../../../model/json.ts';
import { PartsGrid } from '../PartsGrid.tsx';
import { ItemCard } from './ItemCard.tsx';
import type { MapLook } from './map-look.ts';

/** So many cards are added at once. */
const PAGE = 60;

interface Props {
  readonly group: Group;
  readonly look: MapLook;
  readonly onVisit: (id: Id) => void;
}

/** The cards of one sort, a page of them at a time, and the parts that belong to none. */
export function GroupPart({ group: { title, items, loose }, look, onVisit }: Props) {
  const [shown, setShown] = useState(PAGE);
  const left = items.length - shown;
  return (
    <div className="map-group">
      <h5>
        {title} <span className="quiet">{(items.length === 0 ? loose.length : items.length).toLocaleString('en')}</span>
      </h5>
      {items.length === 0 ? null : (
        <ul className="map-cards">
          {items.slice(0, shown).map((item) => (
            <li key={item.resource.id}>
              <ItemCard
                item={item}
                selected={look.selected === item.resource.id}
                reachable={look.reachable === item.resource.id}
                panelId={look.panelId}
                show={look.show}
                onSelect={look.select}
                onVisit={onVisit}
              />
            </li>
          ))}
        </ul>
      )}
      {left <= 0 ? null : (
        <p className="map-more">
          {shown.toLocaleString('en')} of {items.length.toLocaleString('en')} shown.{' '}
          <button
            type="button"
            className="button"
            onClick={() => {
              setShown(shown + PAGE);
            }}
          >
            Show {Math.min(PAGE, left)} more
          </button>
        </p>
      )}
      {loose.length === 0 ? null : <PartsGrid parts={loose} show={look.show} onSelect={look.select} />}
    </div>
  );
}
