import { lazy, Suspense } from 'react';
import type { Act } from '../../../model/api-call.ts';
import type { Frame } from '../../../model/frame.ts';
import type { Id, Millis } from '../../../model/json.ts';
import type { Resource } from '../../../model/resource.ts';
import { toneOf } from '../../../model/status.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { momentAt } from '../../../simulation/engine/run.ts';
import { StatusSymbol } from '../../StatusSymbol.tsx';
import { sinceText } from '../../since.ts';

const PanelTold = lazy(() => import('./PanelTold.tsx'));
const PanelDeeds = lazy(() => import('./PanelDeeds.tsx'));

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
          <PanelTold resource={resource} frame={frame} time={time} />
        </Suspense>
      </div>
      <Suspense fallback={<p className="panel-part quiet">Fetching what can be done…</p>}>
        <PanelDeeds resource={resource} frame={frame} run={run} onAct={onAct} onSelect={onSelect} />
      </Suspense>
    </>
  );
}
