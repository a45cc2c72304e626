import type { Collection } from '../../../topology/placement.ts';
import { StatusSymbol } from '../../StatusSymbol.tsx';

/** At most so many marks are drawn; each then stands for several. */
const MARKS = 240;

/** Too many resources to draw one by one: a count by status, over a grid of marks. */
export function Counted({ collection: { node, resources, counts } }: { readonly collection: Collection }) {
  const each = Math.max(1, Math.ceil(resources.length / MARKS));
  return (
    <div className="counted" data-collection data-kind={node.kind} data-count={resources.length}>
      <p className="counted-title">
        <b>{resources.length}</b> {node.label.toLowerCase()}
        {resources.length === 1 ? '' : 's'}
        {each === 1 ? null : <span className="quiet">, each mark is {each}</span>}
      </p>
      <div className="marks" aria-hidden="true">
        {counts.flatMap(({ status, tone, count }) =>
          Array.from({ length: Math.ceil(count / each) }, (_, i) => <i key={`${status} ${i}`} data-tone={tone} />),
        )}
      </div>
      <ul className="counts">
        {counts.map(({ status, tone, count }) => (
          <li key={status} data-tone={tone}>
            <StatusSymbol tone={tone} /> {count} {status}
          </li>
        ))}
      </ul>
    </div>
  );
}
