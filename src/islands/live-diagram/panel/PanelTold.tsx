import { Suspense } from 'react';
import type { Frame } from '../../../model/frame.ts';
import type { Millis } from '../../../model/json.ts';
import type { Resource } from '../../../model/resource.ts';
import { Explanation } from '../../Explanation.tsx';
import { Fields } from '../../Fields.tsx';
import { NewestLines } from './NewestLines.tsx';
import { Waits } from './Waits.tsx';

interface Props {
  readonly resource: Resource;
  readonly frame: Frame;
  readonly time: Millis;
}

/** What a resource's state means, what its provider says of it, and what it waits for; fetched with the first panel. */
export default function PanelTold({ resource, frame, time }: Props) {
  const waits = resource.waitingFor ?? [];
  return (
    <>
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
    </>
  );
}
