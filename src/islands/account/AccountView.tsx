import type { Dispatch } from 'react';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { Survey } from '../../account/map/survey.ts';
import { sizeOf, wantedOf } from '../../account/map/wanted.ts';
import type { Mask } from '../../account/mask.ts';
import type { Account } from '../../account/picture.ts';
import type { Id } from '../../model/json.ts';
import { ChangeList } from '../ChangeList.tsx';
import type { LiveAccount, LiveState } from '../live-account.ts';
import { momentOf } from '../live-account.ts';
import { WatchBar } from '../WatchBar.tsx';
import { AccountHead } from './AccountHead.tsx';
import type { PageAction, PageState, Source } from './account-page-state.ts';
import { Denied } from './Denied.tsx';
import { EstateMapView } from './map/EstateMapView.tsx';
import { MapFilter } from './map/MapFilter.tsx';
import { Others } from './map/Others.tsx';
import { Notices } from './Notices.tsx';
import { ResourcePanel } from './panel/ResourcePanel.tsx';

interface Props {
  readonly account: Account;
  readonly survey: Survey;
  readonly source: Source;
  readonly state: PageState;
  readonly dispatch: Dispatch<PageAction>;
  readonly live: LiveState | undefined;
  readonly store: LiveAccount | undefined;
}

const CheckReport = lazy(() => import('./report/CheckReport.tsx'));

/** The id of the panel: a page shows one account. */
const PANEL = 'account-panel';

/** One opened account: how it was read, its map, and what stands behind each of its resources. */
export function AccountView({ account, survey, source, state, dispatch, live, store }: Props) {
  const { revealed, selected, wanted } = state;
  const root = useRef<HTMLDivElement>(null);
  const [judges, setJudges] = useState(false);
  const show: Mask = useMemo(() => (revealed ? (text) => text : account.mask), [revealed, account]);
  const { map, index } = survey;
  const found = useMemo(() => wantedOf(map, wanted), [map, wanted]);
  const moment = live && momentOf(live);

  const select = useCallback(
    (id: Id, byKeyboard = false) => {
      dispatch({ type: 'selected', id });
      requestAnimationFrame(() => {
        root.current?.querySelector('[data-item][aria-expanded="true"]')?.scrollIntoView({ block: 'nearest' });
        if (byKeyboard) root.current?.querySelector<HTMLElement>('[data-panel-title]')?.focus({ preventScroll: true });
      });
    },
    [dispatch],
  );
  const close = useCallback(() => {
    dispatch({ type: 'selected', id: undefined });
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[data-item][tabindex="0"]')?.focus());
  }, [dispatch]);

  return (
    <div ref={root} className="account-view" data-account={source}>
      <AccountHead account={account} source={source} revealed={revealed} show={show} onToggle={() => dispatch({ type: 'toggled' })} />
      {live === undefined || store === undefined || moment === undefined ? null : (
        <>
          <WatchBar live={live} store={store} />
          <ChangeList hour={live.hour} until={moment} show={show} onSelect={select} />
        </>
      )}
      <Denied denied={account.about.denied} />
      <Notices account={account} show={show} />
      <div className="segments account-views" role="group" aria-label="What is shown">
        <button type="button" aria-pressed={!judges} onClick={() => setJudges(false)}>
          Map
        </button>
        <button type="button" aria-pressed={judges} onClick={() => setJudges(true)}>
          Best practices
        </button>
      </div>
      {judges ? (
        <Suspense fallback={<p className="quiet">Fetching the checks…</p>}>
          <CheckReport account={account} revealed={revealed} />
        </Suspense>
      ) : (
        <>
          <MapFilter
            wanted={wanted}
            size={sizeOf(map)}
            found={sizeOf(found)}
            onWanted={(next) => dispatch({ type: 'sought', wanted: next })}
          />
          <div className="account-body" data-open={selected === undefined ? undefined : ''}>
            <div className="account-map">
              <EstateMapView map={found} filtered={found !== map} selected={selected} panelId={PANEL} show={show} onSelect={select} />
              <Others others={found.others} show={show} onSelect={select} />
            </div>
            <ResourcePanel
              id={PANEL}
              account={account}
              map={map}
              index={index}
              selected={selected}
              revealed={revealed}
              onSelect={select}
              onClose={close}
            />
          </div>
        </>
      )}
    </div>
  );
}
