import { lazy, Suspense, useState } from 'react';
import type { Act } from '../../../model/api-call.ts';
import type { Frame } from '../../../model/frame.ts';
import type { Id, Millis } from '../../../model/json.ts';
import type { Resource } from '../../../model/resource.ts';
import { toneOf } from '../../../model/status.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { causesOf, momentAt } from '../../../simulation/engine/run.ts';
import { StatusSymbol } from '../../StatusSymbol.tsx';
import { Because } from './Because.tsx';
import { Does } from './Does.tsx';
import { Explanation } from '../../Explanation.tsx';
import { Fields } from '../../Fields.tsx';
import { NewestLines } from './NewestLines.tsx';
import { Related } from '../../Related.tsx';
import { sinceText } from '../../since.ts';
import { Waits } from './Waits.tsx';

const Statechart = lazy(() => import('../statechart/Statechart.tsx'));

interface Props {
  readonly resource: Resource;
  readonly frame: Frame;
  /** The run that the frame is of; an account has none. */
  readonly run: Run | undefined;
  readonly time: Millis;
  readonly onAct: (deed: Act) => void;
  readonly onSelect: (id: Id) => void;
  readonly onClose: () => void;
}

/** What one resource is doing, why, what it waits for, and what can be done to it. */
export function Panel({ resource, frame, run, time, onAct, onSelect, onClose }: Props) {
  const tone = toneOf(resource);
  const since = sinceText(resource, run && momentAt(run, frame.index).world.epoch + time);
  const waits = resource.waitingFor ?? [];
  return (
    <>
      <div className="panel-part">
        <div className="panel-head">
          <h3 tabIndex={-1} data-panel-title>
            {resource.name}
          </h3>
          <button type="button" className="link" onClick={onClose}>
            Close
          </button>
        </div>
        <p className="panel-status" data-tone={tone}>
          <StatusSymbol tone={tone} />
          {resource.status}
          {resource.reason === undefined || resource.reason === resource.status ? null : `, ${resource.reason}`}
          {since === undefined ? null : <span className="quiet"> {since}</span>}
        </p>
        <Suspense fallback={<p className="quiet">Fetching the explanation…</p>}>
          <Explanation resource={resource} />
        </Suspense>
        {resource.text === undefined ? null : (
          <>
            <h4>In the provider&rsquo;s words</h4>
            <p className="words">{resource.text}</p>
          </>
        )}
        <Fields resource={resource} />
        <NewestLines resource={resource} />
        {waits.length === 0 ? null : (
          <>
            <h4>Waiting for</h4>
            <Suspense fallback={<p className="quiet">Fetching the explanation…</p>}>
              <Waits resource={resource} waits={waits} frame={frame} time={time} />
            </Suspense>
          </>
        )}
      </div>
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
    </>
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
