import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { companionToken } from '../companion-token.ts';
import { useOwnId } from '../own-id.ts';
import { useHydrated } from '../use-hydrated.ts';
import type { AnswerKind, Asked } from './asked.ts';
import './in-your-account.css';

const AccountChecks = lazy(() => import('./AccountChecks.tsx'));

const never = (): (() => void) => () => undefined;
const hasCompanion = (): boolean => companionToken() !== undefined;
const absent = (): boolean => false;

interface Props {
  /** The checks of the lesson. */
  readonly ids: readonly string[];
  readonly world: 'ecs' | 'eks';
  /** What can be asked of the cluster beside them. */
  readonly answers?: AnswerKind | undefined;
}

/** A lesson's practice, judged on the reader's own account. What reads one is fetched when one is opened. */
export function InYourAccount({ ids, world, answers }: Props) {
  const hydrated = useHydrated();
  const fileId = useOwnId();
  const [asked, setAsked] = useState<Asked>();
  const isServed = useSyncExternalStore(never, hasCompanion, absent);
  return (
    <section className="checks in-your-account" aria-label="In your account" data-live={hydrated || undefined}>
      <div className="checks-door">
        <label htmlFor={fileId}>
          <b>Files of your account</b>{' '}
          <span className="quiet">
            The file of <code>npm run snapshot</code>, or the output of{' '}
            {world === 'ecs' ? (
              <code>aws ecs describe-services</code>
            ) : (
              <>
                <code>aws eks describe-cluster</code> and <code>kubectl get -o json</code>
              </>
            )}
            . They are read in this page, sent nowhere and not kept.
          </span>
        </label>
        <input
          id={fileId}
          type="file"
          multiple
          disabled={!hydrated}
          accept=".json,.yaml,.yml,application/json"
          data-account-file
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            target.value = '';
            if (files.length > 0) setAsked({ files });
          }}
        />
        <div className="buttons">
          <button type="button" className="button" disabled={!hydrated} onClick={() => setAsked('sample')}>
            Use the sample account
          </button>
          {isServed ? (
            <button type="button" className="button" onClick={() => setAsked('companion')}>
              Read it live
            </button>
          ) : null}
        </div>
      </div>
      {asked === undefined ? null : (
        <Suspense fallback={<p className="quiet">Fetching what judges an account…</p>}>
          <AccountChecks asked={asked} ids={ids} answers={answers} />
        </Suspense>
      )}
    </section>
  );
}
