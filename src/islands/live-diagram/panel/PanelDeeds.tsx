import { lazy, Suspense, useState } from 'react';
import type { Act } from '../../../model/api-call.ts';
import type { Frame } from '../../../model/frame.ts';
import type { Id } from '../../../model/json.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { causesOf, momentAt } from '../../../simulation/engine/run.ts';
import { Related } from '../../Related.tsx';
import { Because } from './Because.tsx';
import { Does } from './Does.tsx';

const Statechart = lazy(() => import('../statechart/Statechart.tsx'));

interface Props {
  readonly resource: Resource;
  readonly frame: Frame;
  /** The run that the frame is of; an account has none. */
  readonly run: Run | undefined;
  readonly onAct: (deed: Act) => void;
  readonly onSelect: (id: Id) => void;
}

/** What brought a resource to where it is, what can be done to it, and what it has to do with; fetched with the first panel. */
export default function PanelDeeds({ resource, frame, run, onAct, onSelect }: Props) {
  return (
    <div className="panel-part">
      {run === undefined ? null : (
        <>
          <h4>Because</h4>
          <Because key={resource.id} causes={causesOf(run, frame.index, resource.id)} />
          <Does key={`does ${resource.id}`} resource={resource} frame={frame} run={run} onAct={onAct} />
        </>
      )}
      <Related resource={resource} frame={frame} onSelect={onSelect} />
      {run === undefined ? null : <Machine run={run} frame={frame} id={resource.id} />}
    </div>
  );
}

/** The statechart behind a resource, fetched when a reader asks for it. */
function Machine({ run, frame, id }: { readonly run: Run; readonly frame: Frame; readonly id: Id }) {
  const [open, setOpen] = useState(false);
  const actor = momentAt(run, frame.index).world.actors.get(id);
  if (actor === undefined) return null;
  const value: unknown = actor.snapshot.value;
  return (
    <details
      className="aside-note"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>The state machine behind it</summary>
      {open ? (
        <Suspense fallback={<p className="quiet">Fetching the statechart…</p>}>
          <Statechart behaviour={actor.behaviour} state={value} />
        </Suspense>
      ) : null}
    </details>
  );
}
