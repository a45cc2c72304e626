import { useState } from 'react';
import type { EstateMap } from '../../../account/map/estate-map.ts';
import type { Mask } from '../../../account/mask.ts';
import type { Kind } from '../../../model/kind.ts';
import type { Id } from '../../../model/json.ts';
import { toneOf } from '../../../model/status.ts';
import { statusText } from '../../card-text.ts';
import { StatusSymbol } from '../../StatusSymbol.tsx';

/** More than these of a kind are counted, not listed. */
const LISTED = 50;

interface Props {
  readonly others: EstateMap['others'];
  readonly show: Mask;
  readonly onSelect: (id: Id, byKeyboard: boolean) => void;
}

/** A kind in words, with the API that it is of: `Task definition, ecs`. */
function titleOf(kind: Kind): string {
  const [api = '', ...words] = kind.split('-');
  const name = words.join(' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${api}`;
}

/** What was read and has no place on the map, by kind. */
export function Others({ others, show, onSelect }: Props) {
  if (others.length === 0) return null;
  return (
    <section className="map-others" aria-label="Read, and not on the map">
      <h3>Beside the map</h3>
      {others.map(({ kind, resources }) => (
        <OtherKind key={kind} kind={kind} resources={resources} show={show} onSelect={onSelect} />
      ))}
    </section>
  );
}

type KindProps = Omit<Props, 'others'> & Props['others'][number];

/** The resources of one kind, drawn when they are first looked at. */
function OtherKind({ kind, resources, show, onSelect }: KindProps) {
  const [open, setOpen] = useState(false);
  const left = resources.length - LISTED;
  return (
    <details
      data-other={kind}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        {titleOf(kind)} ({resources.length.toLocaleString('en')})
      </summary>
      {open ? (
        <ul>
          {resources.slice(0, LISTED).map((resource) => (
            <li key={resource.id}>
              <button
                type="button"
                className="link"
                onClick={({ detail }) => {
                  onSelect(resource.id, detail === 0);
                }}
              >
                <StatusSymbol tone={toneOf(resource)} /> <bdi>{show(resource.name)}</bdi>, {statusText(resource)}
              </button>
            </li>
          ))}
          {left > 0 ? <li className="quiet">and {left.toLocaleString('en')} more; filter to find one</li> : null}
        </ul>
      ) : null}
    </details>
  );
}
