import { memo } from 'react';
import type { Resource } from '../../../model/resource.ts';
import { toneOf } from '../../../model/status.ts';
import { clauseOf, statusText, usedShare } from '../../card-text.ts';
import { useResourceButton } from './stage-state.ts';
import { Pieces, Seamed } from './Pieces.tsx';
import { StatusSymbol } from '../../StatusSymbol.tsx';

interface Props {
  readonly resource: Resource;
  /** What the card is called: the resource's own name, or the part that it plays. */
  readonly title: string;
}

/** One resource: its shape, name, status and one clause. It changes in place and never moves because of its status. */
export const Card = memo(function Card({ resource, title }: Props) {
  const clause = clauseOf(resource);
  const cpu = usedShare(resource, 'cpu');
  const used = cpu ?? usedShare(resource, 'buffer');
  return (
    <button type="button" className="card" {...useResourceButton(resource)}>
      <span className="card-name">
        <StatusSymbol tone={toneOf(resource)} />
        <span>
          <Pieces text={title} />
        </span>
      </span>
      <span className="card-status">
        <b>
          <Seamed word={statusText(resource)} />
        </b>
        {clause === undefined ? null : (
          <>
            {', '}
            <Pieces text={clause} />
          </>
        )}
      </span>
      {used === undefined ? null : (
        <svg
          className="cpu"
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          role="img"
          aria-label={cpu === undefined ? `its buffer is ${used} % full` : `${used} % of its CPU is given away`}
        >
          <rect width={used} height="6" />
        </svg>
      )}
    </button>
  );
});
