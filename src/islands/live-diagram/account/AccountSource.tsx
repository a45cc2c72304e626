import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useReducer, useState } from 'react';
import type { AccountView } from '../../../model/account-view.ts';
import { pictureOf } from '../../../account/picture.ts';
import { withChanges } from '../../../account/watch/messages.ts';
import type { Frame } from '../../../model/frame.ts';
import type { Kind } from '../../../model/kind.ts';
import type { Scenario } from '../../../simulation/engine/scenario.ts';
import type { Tried } from '../../../simulation/engine/what-if.ts';
import { accountReducer, nothingOpened } from './account-state.ts';
import { AccountNotices } from './AccountNotices.tsx';
import { AccountPicker } from './AccountPicker.tsx';
import { ChangeList } from '../../ChangeList.tsx';
import { momentOf } from '../../live-account.ts';
import { LiveControls } from '../../LiveControls.tsx';
import { openFiles } from '../../open-files.ts';
import { fetchAllowLists } from '../../read-texts.ts';
import { useLiveAccount } from '../../use-live-account.ts';
import { WatchBar } from '../../WatchBar.tsx';
import { summaryOf } from './summary.ts';
import { TryIt } from './TryIt.tsx';
import './account.css';

interface Props {
  /** The diagram's own. */
  readonly scenario: Scenario;
  /** What the reader chose or dropped last. */
  readonly files: readonly File[] | undefined;
  /** What the diagram draws of an account. */
  readonly view: AccountView;
  /** The kinds that the diagram has a box for. */
  readonly kinds: ReadonlySet<Kind>;
  readonly onFrame: (frame: Frame, source: 'account' | 'sample') => void;
  /** Starts the simulation in the shape of what is chosen. */
  readonly onTry: (tried: Tried) => void;
  readonly onClose: () => void;
}

/** Draws the reader's own account, from files that never leave the page. */
export default function AccountSource({ scenario, files, view, kinds, onFrame, onTry, onClose }: Props) {
  const [{ opened, refused, wish, revealed }, dispatch] = useReducer(accountReducer, nothingOpened);
  const [settled, setSettled] = useState<readonly File[]>();
  const { live, store } = useLiveAccount();
  const moment = live && momentOf(live);
  const watched = opened?.live === true ? live : undefined;
  const show = revealed || opened === undefined ? (text: string) => text : opened.account.mask;
  const picture = useMemo(
    () => opened && pictureOf(opened.account, { view, kinds, wish, revealed }),
    [opened, view, kinds, wish, revealed],
  );

  useEffect(() => {
    void fetchAllowLists();
  }, []);

  useEffect(() => {
    if (files === undefined) return;
    let wanted = true;
    void openFiles(files).then((reading) => {
      if (!wanted) return;
      dispatch({ type: 'read', reading, source: 'account' });
      setSettled(files);
    });
    return () => {
      wanted = false;
    };
  }, [files]);

  useEffect(() => {
    if (moment !== undefined) dispatch({ type: 'went-on', account: moment.account });
  }, [moment]);

  const draw = useEffectEvent((frame: Frame) => {
    if (opened === undefined) return;
    onFrame(watched === undefined || moment === undefined ? frame : withChanges(frame, watched.hour, moment, show), opened.source);
  });
  // In the commit itself, so that the words here and the picture never differ.
  useLayoutEffect(() => {
    if (picture !== undefined) draw(picture.frame);
  }, [picture]);

  const openSample = async (): Promise<void> => {
    const { readSample } = await import('../../../account/sample/sample-account.ts');
    dispatch({ type: 'read', reading: readSample(), source: 'sample' });
  };

  return (
    <section className="account" aria-label="My account">
      <p className="account-promise">
        Nothing leaves this page: files are read here, sent nowhere and not kept. Environment values, commands and secrets are dropped
        before anything else reads the files.
      </p>
      <div className="account-bar">
        {picture === undefined ? null : <AccountPicker menu={picture.menu} onWish={(next) => dispatch({ type: 'wished', wish: next })} />}
        <div className="account-buttons">
          <button type="button" className="button" onClick={() => void openSample()}>
            Use the sample account
          </button>
          {picture === undefined || opened === undefined ? null : (
            <TryIt scenario={scenario} view={view} account={opened.account} picture={picture} onTry={onTry} />
          )}
          {picture === undefined ? null : (
            <button type="button" className="button" onClick={() => dispatch({ type: 'toggled' })}>
              {revealed ? 'Hide account id' : 'Reveal account id'}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            Back to the simulation
          </button>
        </div>
      </div>
      {live === undefined || store === undefined ? null : <LiveControls live={live} store={store} />}
      {watched === undefined || store === undefined || moment === undefined ? null : (
        <>
          <WatchBar live={watched} store={store} />
          <ChangeList hour={watched.hour} until={moment} show={show} />
        </>
      )}
      <p role="status" className="account-status">
        {files === settled ? [...refused.map(({ text }) => text), summaryOf(picture, view)].join(' ') : 'Reading the files.'}
      </p>
      {picture === undefined ? null : <AccountNotices picture={picture} />}
    </section>
  );
}
