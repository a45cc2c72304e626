import { useEffect, useMemo, useReducer } from 'react';
import type { Account } from '../../account/picture.ts';
import type { SampleName } from '../../account/sample/samples.ts';
import { readBeside, readOnce } from '../account-reader.ts';
import { dropTarget } from '../drop-target.ts';
import { momentOf } from '../live-account.ts';
import { useHydrated } from '../use-hydrated.ts';
import { useLiveAccount } from '../use-live-account.ts';
import { AccountView } from './AccountView.tsx';
import { nothingYet, pageReducer } from './account-page-state.ts';
import { FilesDoor } from './doors/FilesDoor.tsx';
import { LiveDoor } from './doors/LiveDoor.tsx';
import { SampleDoor } from './doors/SampleDoor.tsx';
import { useSurvey } from './use-survey.ts';
import './account-page.css';

/** The whole of an account: opened from files, from a sample, or read from the companion. */
export default function AccountPage() {
  const hydrated = useHydrated();
  const [state, dispatch] = useReducer(pageReducer, nothingYet);
  const { live, store } = useLiveAccount();
  const moment = live && momentOf(live);
  const isLive = state.source === 'companion' || (state.source === undefined && moment !== undefined);
  const account: Account | undefined = isLive ? moment?.account : state.opened;
  const surveyed = useSurvey(account);

  const newest = live?.hour.at(-1)?.at;
  useEffect(() => {
    if (newest !== undefined) dispatch({ type: 'went-live' });
  }, [newest]);

  const open = useMemo(
    () => async (files: readonly File[]) => {
      if (files.length === 0) return;
      store?.watch(undefined);
      dispatch({ type: 'began', busy: files.length === 1 ? 'the file' : `${files.length} files` });
      dispatch({ type: 'read', outcome: await readOnce(files), source: 'files' });
    },
    [store],
  );
  const openNamed = async (name: SampleName): Promise<void> => {
    store?.watch(undefined);
    dispatch({ type: 'began', busy: 'the sample' });
    dispatch({ type: 'read', outcome: await readBeside({ sample: name }), source: 'sample' });
  };

  return (
    <div className="account-page" data-live={hydrated || undefined} data-source={state.source} {...dropTarget((files) => void open(files))}>
      <div className="account-doors">
        <FilesDoor disabled={!hydrated} onOpen={(files) => void open(files)} />
        <SampleDoor disabled={!hydrated} onOpen={(name) => void openNamed(name)} />
        <LiveDoor live={live} store={store} />
      </div>
      <p role="status" className="account-status">
        {state.busy === undefined ? state.refused.map(({ text }) => text).join(' ') : `Reading ${state.busy}.`}
      </p>
      {surveyed === undefined ? null : (
        <AccountView
          account={surveyed.account}
          survey={surveyed.survey}
          source={isLive ? 'companion' : (state.source ?? 'files')}
          state={state}
          dispatch={dispatch}
          live={isLive ? live : undefined}
          store={isLive ? store : undefined}
        />
      )}
    </div>
  );
}
