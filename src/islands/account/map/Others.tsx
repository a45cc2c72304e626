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
        <details key={kind} data-other={kind}>
          <summary>
            {titleOf(kind)} ({resources.length.toLocaleString('en')})
          </summary>
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
            {resources.length > LISTED ? (
              <li className="quiet">and {(resources.length - LISTED).toLocaleString('en')} more; filter to find one</li>
            ) : null}
          </ul>
        </details>
      ))}
    </section>
  );
}
