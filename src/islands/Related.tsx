import type { Frame } from '../model/frame.ts';
import type { Id } from '../model/json.ts';
import type { RelationKind, Resource } from '../model/resource.ts';
import { toneOf } from '../model/status.ts';
import { kinOf } from './kin.ts';
import { statusText } from './card-text.ts';
import { StatusSymbol } from './StatusSymbol.tsx';

interface Props {
  readonly resource: Resource;
  readonly frame: Frame;
  readonly onSelect: (id: Id) => void;
}

const outward: Readonly<Record<RelationKind, string>> = {
  'part-of': 'part of',
  'owned-by': 'owned by',
  'runs-on': 'runs on',
  'routes-to': 'routes to',
  registers: 'registers',
  'logs-to': 'logs to',
  uses: 'uses',
  grants: 'grants to',
};
const inward: Readonly<Record<RelationKind, string>> = {
  'part-of': 'holds',
  'owned-by': 'owns',
  'runs-on': 'runs',
  'routes-to': 'gets requests from',
  registers: 'registered by',
  'logs-to': 'gets logs of',
  uses: 'used by',
  grants: 'has rights from',
};

/** More than these are not told one by one. */
const TOLD = 12;

/** What a resource is related to, in words: the same that a dotted ring marks in the picture. */
export function Related({ resource, frame, onSelect }: Props) {
  const kin = kinOf(frame, resource.id).flatMap(({ id, kind, from }) => {
    const other = frame.resources.get(id);
    return other === undefined || toneOf(other) === 'gone' ? [] : [{ other, word: (from ? inward : outward)[kind] }];
  });
  if (kin.length === 0) return null;
  return (
    <details className="aside-note" open={kin.length <= 4}>
      <summary>Related to {kin.length}</summary>
      <ul className="related">
        {kin.slice(0, TOLD).map(({ other, word }) => (
          <li key={`${word} ${other.id}`}>
            <span className="quiet">{word}</span>{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                onSelect(other.id);
              }}
            >
              <StatusSymbol tone={toneOf(other)} />
              {other.name}, {statusText(other)}
            </button>
          </li>
        ))}
        {kin.length > TOLD ? <li className="quiet">and {kin.length - TOLD} more</li> : null}
      </ul>
    </details>
  );
}
