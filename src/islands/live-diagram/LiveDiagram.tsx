import { Suspense, use } from 'react';
import type { Input } from '../../model/api-call.ts';
import { DiagramView } from './DiagramView.tsx';
import { DiagramMark } from '../own-id.ts';
import { partsOf } from './parts.ts';

/** What a page says about a live diagram. */
export interface LiveDiagramProps {
  /** The folder in `diagrams/`. */
  readonly id: string;
  /** Tells this diagram from the others of its page; the page gives it. */
  readonly mark?: string;
  /** `small` keeps only stage and transport open, and draws no account. */
  readonly size?: 'small';
  /** `none` leaves the world to the reader: nothing happens that nobody does. */
  readonly story?: 'none';
  /** What has been done to the world already; those before time 0 prepare it. They take the place of the story. */
  readonly inputs?: readonly Input[];
}

/** A live diagram; until its chunk has come, the HTML of the server stays. */
export default function LiveDiagram(props: LiveDiagramProps) {
  return (
    <DiagramMark value={props.mark ?? ''}>
      <Suspense fallback={<p>The diagram {props.id} is being fetched.</p>}>
        <Loaded {...props} />
      </Suspense>
    </DiagramMark>
  );
}

function Loaded(props: LiveDiagramProps) {
  return <DiagramView {...props} parts={use(partsOf(props.id))} />;
}
