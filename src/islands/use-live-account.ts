import { useEffect, useState, useSyncExternalStore } from 'react';
import { accountReader } from './account-reader.ts';
import { companionLink } from './companion-link.ts';
import { companionToken } from './companion-token.ts';
import type { LiveAccount, LiveState } from './live-account.ts';
import { liveAccount } from './live-account.ts';

const never = (): (() => void) => () => undefined;
const absent = (): undefined => undefined;

/** After this long without a request, an idle companion has ended: the page asks once more, and says so. */
const IDLE_MS = 31 * 60_000;

/** The companion that this tab has a token for, and what it has said; neither without a token. */
export function useLiveAccount(): { readonly live: LiveState | undefined; readonly store: LiveAccount | undefined } {
  const [store, setStore] = useState<LiveAccount>();
  useEffect(() => {
    const token = companionToken();
    if (token === undefined) return;
    const opened = liveAccount({
      link: companionLink(token),
      reader: accountReader(),
      now: Date.now,
      later: (call, after) => {
        const timer = setTimeout(call, after);
        return () => {
          clearTimeout(timer);
        };
      },
    });
    setStore(opened);
    void opened.greet();
    // A reader who comes back, or has long been away, must not take an ended companion for a running one.
    const greet = (): void => {
      if (document.visibilityState === 'visible' && opened.state().link !== 'gone') void opened.greet();
    };
    const idle = setInterval(greet, IDLE_MS);
    document.addEventListener('visibilitychange', greet);
    return () => {
      clearInterval(idle);
      document.removeEventListener('visibilitychange', greet);
      opened.end();
    };
  }, []);
  const live = useSyncExternalStore<LiveState | undefined>(store?.subscribe ?? never, store?.state ?? absent, absent);
  return { live, store };
}
