import { memo } from 'react';
import type { Item } from '../../../account/map/item.ts';
import type { Mask } from '../../../account/mask.ts';
import type { Id } from '../../../model/json.ts';
import { toneOf } from '../../../model/status.ts';
import { clauseOf, statusText } from '../../card-text.ts';
import { StatusSymbol } from '../../StatusSymbol.tsx';

interface Props {
  readonly item: Item;
  readonly selected: boolean;
  readonly reachable: boolean;
  readonly panelId: string;
  readonly show: Mask;
  readonly onSelect: (id: Id, byKeyboard: boolean) => void;
  readonly onVisit: (id: Id) => void;
}

/** At most so many marks are drawn on a card; each then stands for several. */
const MARKS = 24;

/** A service, a node group and the like, with a mark for each of its parts. */
export const ItemCard = memo(function ItemCard({ item, selected, reachable, panelId, show, onSelect, onVisit }: Props) {
  const { resource, parts, tallies, needs } = item;
  const said = needs.filter((need) => need !== statusText(resource));
  const tone = toneOf(resource);
  const clause = clauseOf(resource);
  const each = Math.max(1, Math.ceil(parts.length / MARKS));
  return (
    <button
      type="button"
      className="map-card"
      data-item
      data-kind={resource.kind}
      data-tone={tone}
      data-needy={needs.length > 0 || undefined}
      aria-expanded={selected}
      aria-controls={panelId}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => {
        onVisit(resource.id);
      }}
      onClick={({ detail }) => {
        onSelect(resource.id, detail === 0);
      }}
    >
      <span className="map-card-name">
        <StatusSymbol tone={needs.length > 0 ? 'failed' : tone} />
        <bdi>{show(resource.name)}</bdi>
      </span>
      <span className="map-card-status">
        <b>{statusText(resource)}</b>
        {clause === undefined || clause === '' ? null : (
          <>
            , <bdi>{show(clause)}</bdi>
          </>
        )}
      </span>
      {said.length === 0 ? null : <span className="map-card-needs">{show(said.join('; '))}</span>}
      {parts.length === 0 ? null : (
        <>
          <span className="marks" aria-hidden="true">
            {tallies.flatMap(({ status, tone: partTone, count }) =>
              Array.from({ length: Math.ceil(count / each) }, (_, index) => <i key={`${status} ${index}`} data-tone={partTone} />),
            )}
          </span>
          <span className="map-card-tally">{tallies.map(({ status, count }) => `${count} ${status}`).join(', ')}</span>
        </>
      )}
    </button>
  );
});
