import type { ReactNode } from 'react';
import type { Frame } from '../../model/frame.ts';
import type { DiagramDefinition } from '../../topology/diagram-definition.ts';
import { nowOf } from './now-of.ts';
import { Segments } from './Segments.tsx';

/** What the stage draws: the simulation, or the reader's account (or the sample that stands in for one). */
export type Source = 'simulation' | 'account';

interface Props {
  readonly definition: DiagramDefinition;
  readonly frame: Frame;
  readonly titleId: string;
  readonly grouping: string;
  readonly onGroup: (id: string) => void;
  /** Absent when the diagram draws no accounts. */
  readonly source: Source | undefined;
  readonly onSource: (source: Source) => void;
}

const sources = [
  { id: 'simulation', label: 'Simulation' },
  { id: 'account', label: 'My account' },
] as const;

/** The title of a diagram, how its subject is now, and the choices of what to draw and how. */
export function Head({ definition, frame, titleId, grouping, onGroup, source, onSource }: Props): ReactNode {
  return (
    <div className="head">
      <h2 id={titleId}>{definition.title}</h2>
      <span className="now">{nowOf(frame, definition.subject)}</span>
      <div className="choices">
        {definition.groupings.length < 2 ? null : (
          <Segments label="Grouping" options={definition.groupings} chosen={grouping} onChoose={onGroup} />
        )}
        {source === undefined ? null : <Segments label="Source" options={sources} chosen={source} onChoose={onSource} />}
      </div>
    </div>
  );
}
