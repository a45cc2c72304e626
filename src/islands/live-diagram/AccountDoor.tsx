import { lazy, Suspense } from 'react';
import type { Kind } from '../../model/kind.ts';
import type { Scenario } from '../../simulation/engine/scenario.ts';
import type { Tried } from '../../simulation/engine/what-if.ts';
import type { AccountView } from '../../model/account-view.ts';
import type { OpenedAccount } from './use-account.ts';
import { useHydrated } from '../use-hydrated.ts';
import { useOwnId } from '../own-id.ts';

const AccountSource = lazy(() => import('./account/AccountSource.tsx'));

interface Props {
  /** The diagram's own. */
  readonly scenario: Scenario;
  readonly account: OpenedAccount;
  /** What the diagram draws of an account. */
  readonly view: AccountView;
  readonly kinds: ReadonlySet<Kind>;
  /** Starts the simulation in the shape of what is chosen. */
  readonly onTry: (tried: Tried) => void;
}

/** Where a reader brings in files of their account; the code that reads them is fetched when it is first needed. */
export function AccountDoor({ scenario, account, view, kinds, onTry }: Props) {
  const pickerId = useOwnId();
  const hydrated = useHydrated();
  if (!hydrated) return null;
  const open = account.chosen === 'account';
  return (
    <div className="account-door" hidden={!open}>
      <div className="account-files">
        <label htmlFor={pickerId}>
          <b>Files of your account</b>
          <span className="quiet">
            Output of <code>aws ecs</code>, <code>aws eks</code> or <code>kubectl get</code>. Choose it, or drop it on the diagram.
          </span>
        </label>
        <input
          id={pickerId}
          type="file"
          multiple
          accept=".json,.yaml,.yml,application/json"
          data-account-file
          onChange={({ target }) => {
            account.open([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </div>
      {account.asked ? (
        <Suspense fallback={<p className="quiet">Fetching what reads account files…</p>}>
          <AccountSource
            scenario={scenario}
            files={account.files}
            view={view}
            kinds={kinds}
            onFrame={account.draw}
            onTry={onTry}
            onClose={() => {
              account.choose('simulation');
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
