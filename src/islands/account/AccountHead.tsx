import type { Mask } from '../../account/mask.ts';
import type { Account } from '../../account/picture.ts';
import type { Source } from './account-page-state.ts';

interface Props {
  readonly account: Account;
  readonly source: Source;
  readonly revealed: boolean;
  readonly show: Mask;
  readonly onToggle: () => void;
}

const titles: Readonly<Record<Source, string>> = { sample: 'A sample account', files: 'Your files', companion: 'Your account' };

/** Whose account it is, when it was read and where, and what of it is not shown. */
export function AccountHead({ account: { about }, source, revealed, show, onToggle }: Props) {
  const { readAt, caller, regions, limits } = about;
  return (
    <header className="account-head">
      <h2>{titles[source]}</h2>
      <dl>
        {caller?.account === undefined ? null : <Fact name="Account" value={show(caller.account)} />}
        {regions.length === 0 ? null : <Fact name={regions.length === 1 ? 'Region' : 'Regions'} value={regions.join(', ')} />}
        {caller?.arn === undefined ? null : <Fact name="Read as" value={show(caller.arn)} />}
        {readAt === undefined ? null : <Fact name="Read at" value={`${readAt.slice(0, 19).replace('T', ' ')} UTC`} />}
      </dl>
      <button type="button" className="button" aria-pressed={revealed} onClick={onToggle}>
        {revealed ? 'Hide account ids' : 'Reveal account ids'}
      </button>
      {limits.map(({ what, shown, found }) => (
        <p key={what} className="account-limit" data-limit>
          <b>
            {shown.toLocaleString('en')} of {found.toLocaleString('en')}
          </b>{' '}
          <bdi>{show(what)}</bdi> shown. The rest was not read.
        </p>
      ))}
    </header>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
