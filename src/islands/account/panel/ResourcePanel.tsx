import { Suspense, useMemo, useRef } from 'react';
import { closeUpOf } from '../../../account/map/close-up.ts';
import type { EstateMap } from '../../../account/map/estate-map.ts';
import type { KinIndex } from '../../../account/map/kin-index.ts';
import { lessonOf } from '../../../account/map/lesson-of.ts';
import type { Mask } from '../../../account/mask.ts';
import type { Account } from '../../../account/picture.ts';
import type { Id } from '../../../model/json.ts';
import type { Resource } from '../../../model/resource.ts';
import { toneOf } from '../../../model/status.ts';
import { Explanation } from '../../Explanation.tsx';
import { Fields } from '../../Fields.tsx';
import { Related } from '../../Related.tsx';
import { sinceText } from '../../since.ts';
import { StatusSymbol } from '../../StatusSymbol.tsx';
import { useListener } from '../../use-listener.ts';
import { PartsGrid } from '../PartsGrid.tsx';
import { Stated } from './Stated.tsx';

interface Props {
  readonly id: string;
  readonly account: Account;
  readonly map: EstateMap;
  readonly index: KinIndex;
  readonly selected: Id | undefined;
  readonly revealed: boolean;
  readonly onSelect: (id: Id, byKeyboard?: boolean) => void;
  readonly onClose: () => void;
}

/** What stands behind a card: its status and what it means, its fields, its parts, and the lesson that draws it. Escape closes it. */
export function ResourcePanel({ id, account, map, index, selected, revealed, onSelect, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  useListener(panel, 'keydown', ({ key }) => {
    if (key === 'Escape' && selected !== undefined) onClose();
  });
  const closeUp = useMemo(
    () => (selected === undefined ? undefined : closeUpOf(account, index, selected, revealed)),
    [account, index, selected, revealed],
  );
  const parts = useMemo(() => partsOf(map, selected), [map, selected]);
  const show: Mask = revealed ? (text) => text : account.mask;
  return (
    <aside ref={panel} id={id} className="account-panel" aria-label="Details" data-open={selected === undefined ? undefined : ''}>
      {selected === undefined ? (
        <p className="quiet">Select a card to see what its status means, what belongs to it, and the lesson that draws it.</p>
      ) : closeUp === undefined ? (
        <Missing onClose={onClose} />
      ) : (
        <>
          <Told resource={closeUp.resource} onClose={onClose} />
          {parts.length === 0 ? null : (
            <>
              <h4>What belongs to it</h4>
              <PartsGrid parts={parts} show={show} onSelect={onSelect} />
            </>
          )}
          <Related resource={closeUp.resource} frame={closeUp.frame} onSelect={onSelect} />
        </>
      )}
    </aside>
  );
}

const partsOf = ({ regions }: EstateMap, id: Id | undefined): readonly Resource[] =>
  id === undefined
    ? []
    : (regions
        .flatMap(({ clusters }) => clusters.flatMap(({ groups }) => groups.flatMap(({ items }) => items)))
        .find(({ resource }) => resource.id === id)?.parts ?? []);

function Missing({ onClose }: { readonly onClose: () => void }) {
  return (
    <>
      <h3 tabIndex={-1} data-panel-title>
        Not there
      </h3>
      <p>What you selected was not read, or did not exist at this reading.</p>
      <button type="button" className="button" onClick={onClose}>
        Close
      </button>
    </>
  );
}

function Told({ resource, onClose }: { readonly resource: Resource; readonly onClose: () => void }) {
  const tone = toneOf(resource);
  const since = sinceText(resource, undefined);
  const lesson = lessonOf(resource.kind);
  return (
    <>
      <div className="panel-head">
        <h3 tabIndex={-1} data-panel-title>
          <bdi>{resource.name}</bdi>
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
          <p className="words">
            <bdi>{resource.text}</bdi>
          </p>
        </>
      )}
      <Stated resource={resource} />
      <Fields resource={resource} />
      {lesson === undefined ? null : (
        <p>
          Its diagram is in the lesson on <a href={lesson.path}>{lesson.title}</a>.
        </p>
      )}
    </>
  );
}
