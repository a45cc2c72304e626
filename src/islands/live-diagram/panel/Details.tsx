import { useRef } from 'react';
import type { Act } from '../../../model/api-call.ts';
import type { Frame } from '../../../model/frame.ts';
import type { Id, Millis } from '../../../model/json.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { useListener } from '../../use-listener.ts';
import { AtRest } from './AtRest.tsx';
import { Panel } from './Panel.tsx';

interface Props {
  readonly panelId: string;
  /** The diagram's own: a page may hold several. */
  readonly title: string;
  readonly selected: Id | undefined;
  readonly summary: string;
  readonly frame: Frame;
  readonly run: Run | undefined;
  readonly time: Millis;
  readonly onAct: (deed: Act) => void;
  readonly onSelect: (id: Id) => void;
  readonly onClose: () => void;
}

/** The panel beside the stage: the selected resource, or how to begin. Escape closes it. */
export function Details({ panelId, title, selected, summary, frame, run, time, onAct, onSelect, onClose }: Props) {
  const resource = selected === undefined ? undefined : frame.resources.get(selected);
  const panel = useRef<HTMLElement>(null);
  useListener(panel, 'keydown', ({ key }) => {
    if (key === 'Escape' && selected !== undefined) onClose();
  });
  return (
    <aside
      className="panel"
      ref={panel}
      id={panelId}
      aria-label={`Details of ${title}`}
      data-open={selected === undefined ? undefined : ''}
    >
      {selected === undefined ? (
        <AtRest summary={summary} />
      ) : resource === undefined ? (
        <div className="panel-part">
          <h3 tabIndex={-1} data-panel-title>
            Not there
          </h3>
          <p>
            {run === undefined
              ? 'What you selected is not in this picture. Select something else.'
              : 'What you selected does not exist at this moment. Go back in time to see it, or select something else.'}
          </p>
          <button type="button" className="button" onClick={onClose}>
            Close
          </button>
        </div>
      ) : (
        <Panel resource={resource} frame={frame} run={run} time={time} onAct={onAct} onSelect={onSelect} onClose={onClose} />
      )}
    </aside>
  );
}
