import { useMemo, useState } from 'react';
import { checks, judgeAll } from '../../account/checks/checks.ts';
import type { Mask } from '../../account/mask.ts';
import type { Account } from '../../account/picture.ts';
import { CheckCard } from '../CheckCard.tsx';
import { today } from '../today.ts';

interface Props {
  readonly account: Account;
  /** The checks of the lesson. */
  readonly ids: readonly string[];
}

/** What some checks say of an account, with its account ids hidden until the reader reveals them. */
export function Judged({ account, ids }: Props) {
  const [revealed, setRevealed] = useState(false);
  const judgements = useMemo(
    () =>
      judgeAll(
        { ...account, today: today() },
        checks.filter(({ id }) => ids.includes(id)),
      ),
    [account, ids],
  );
  const show: Mask = revealed ? (text) => text : account.mask;
  return (
    <>
      {judgements.map((judgement) => (
        <CheckCard key={judgement.check.id} judgement={judgement} show={show} linked={false} />
      ))}
      <div className="buttons">
        <button type="button" className="button" aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>
          {revealed ? 'Hide account ids' : 'Reveal account ids'}
        </button>
      </div>
    </>
  );
}
