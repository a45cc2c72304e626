import type { LiveAccount, LiveState } from '../../live-account.ts';
import { LiveControls } from '../../LiveControls.tsx';

interface Props {
  /** Absent where no companion served this page. */
  readonly live: LiveState | undefined;
  readonly store: LiveAccount | undefined;
}

/** Reads the account itself, by way of the companion on the reader's own machine. */
export function LiveDoor({ live, store }: Props) {
  return (
    <section className="account-door-card" aria-label="Read it live">
      <h2>Read it live</h2>
      {live === undefined || store === undefined ? (
        <p className="quiet">
          Run <code>npm run connect</code> in the folder of Drydock, and open the address that it prints. It reads your account with your
          own credentials, on your own machine, and changes nothing. <a href="/start/connect/">What it reads, and what it never reads</a>.
        </p>
      ) : (
        <LiveControls live={live} store={store} />
      )}
    </section>
  );
}
