import type { ComponentProps } from 'react';
import { LiveControls } from '../LiveControls.tsx';
import { momentOf } from '../live-account.ts';
import { useLiveAccount } from '../use-live-account.ts';
import { Judged } from './Judged.tsx';

/** Reads the account by way of the companion, and shows what the checks say of it. */
export function LiveChecks({ ids, answers }: Omit<ComponentProps<typeof Judged>, 'account'>) {
  const { live, store } = useLiveAccount();
  if (live === undefined || store === undefined) return null;
  const moment = momentOf(live);
  return (
    <>
      <LiveControls live={live} store={store} />
      {moment === undefined ? null : <Judged account={moment.account} ids={ids} answers={answers} />}
    </>
  );
}
