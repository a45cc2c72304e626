import { useState } from 'react';
import type { Progress } from '../account/companion-line.ts';
import type { LiveAccount, LiveState } from './live-account.ts';
import './live.css';

interface Props {
  readonly live: LiveState;
  readonly store: LiveAccount;
}

/** Reads the account by way of the companion: whose and where, how far it is, and why it ended. */
export function LiveControls({ live, store }: Props) {
  const { link, connection, failure, progress, profiles, hour } = live;
  const [profile, setProfile] = useState('');
  const [regions, setRegions] = useState('');
  const [chooses, setChooses] = useState(false);
  const asksChoice = connection?.connected === false || chooses;
  const choice = { profile: profile.trim(), regions: regions.split(/[\s,]+/).filter((one) => one !== '') };
  if (link === 'gone') {
    return (
      <div className="live-controls" data-link="gone">
        <p role="alert">
          <b>Companion stopped.</b> {failure?.error ?? 'What this page shows is as it was read; nothing of it is live.'} Run{' '}
          <code>npm run connect</code> again and open the address that it prints.
        </p>
      </div>
    );
  }
  return (
    <div className="live-controls" data-link={link}>
      {asksChoice ? (
        <ChoiceFields profiles={profiles} profile={profile} regions={regions} onProfile={setProfile} onRegions={setRegions} />
      ) : (
        <Whose live={live} />
      )}
      <div className="account-buttons">
        {link === 'reading' ? (
          <button type="button" className="button" onClick={store.stop}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            className="button main"
            disabled={link === 'asking' || (asksChoice && choice.regions.length === 0)}
            onClick={() => {
              setChooses(false);
              void store.read(asksChoice ? choice : undefined);
            }}
          >
            {hour.length === 0 || asksChoice ? 'Read my account' : 'Read again'}
          </button>
        )}
        {live.mayChoose && !asksChoice && link === 'ready' ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              setChooses(true);
            }}
          >
            Choose another account
          </button>
        ) : null}
      </div>
      <p role="status" className="live-progress">
        {link === 'asking' ? 'Asking the companion.' : link === 'reading' ? progressText(progress) : ''}
      </p>
      {failure === undefined ? null : (
        <div role="alert" className="live-failure">
          <p>
            <bdi>{failure.error}</bdi>
          </p>
          {failure.fix === undefined ? null : (
            <p>
              Run: <code>{failure.fix}</code>
            </p>
          )}
        </div>
      )}
    </div>
  );
}

/** Whose account the companion reads, and where. */
function Whose({ live: { connection } }: { readonly live: LiveState }) {
  if (connection === undefined) return null;
  return (
    <dl className="live-whose">
      <div>
        <dt>Profile</dt>
        <dd>
          <bdi>{connection.profile}</bdi>
        </dd>
      </div>
      <div>
        <dt>{connection.regions.length === 1 ? 'Region' : 'Regions'}</dt>
        <dd>{connection.regions.length === 0 ? 'none chosen' : connection.regions.join(', ')}</dd>
      </div>
    </dl>
  );
}

interface ChoiceProps {
  readonly profiles: readonly string[];
  readonly profile: string;
  readonly regions: string;
  readonly onProfile: (profile: string) => void;
  readonly onRegions: (regions: string) => void;
}

function ChoiceFields({ profiles, profile, regions, onProfile, onRegions }: ChoiceProps) {
  return (
    <div className="live-choice">
      <label>
        Profile
        <select
          value={profile}
          onChange={({ target }) => {
            onProfile(target.value);
          }}
        >
          <option value="">default credentials</option>
          {profiles.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        Region, such as eu-west-1; several with a space between
        <input
          value={regions}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            onRegions(target.value);
          }}
        />
      </label>
    </div>
  );
}

/** How far a reading is: `Reading services in eu-west-1: 120 of 200; 61 calls so far.` */
export function progressText(progress: Progress | undefined): string {
  if (progress === undefined) return 'Reading.';
  const { what, region, done, found, calls } = progress;
  const where = region === undefined ? '' : ` in ${region}`;
  const counts = done === undefined ? '' : found === undefined ? `: ${done}` : `: ${done} of ${found}`;
  return `Reading ${what}${where}${counts}${calls === undefined ? '' : `; ${calls} calls so far`}.`;
}
