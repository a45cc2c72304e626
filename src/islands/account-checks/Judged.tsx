import { useMemo, useState } from 'react';
import { checks, judgeAll } from '../../account/checks/checks.ts';
import type { Mask } from '../../account/mask.ts';
import type { Account } from '../../account/picture.ts';
import { CheckCard } from '../CheckCard.tsx';
import { ClusterAnswers } from './answers/ClusterAnswers.tsx';
import type { AnswerKind } from './asked.ts';
import { today } from '../today.ts';

interface Props {
  readonly account: Account;
  /** The checks of the lesson. */
  readonly ids: readonly string[];
  /** What can be asked of the cluster beside them. */
  readonly answers: AnswerKind | undefined;
}

/** What some checks say of an account, with its account ids hidden until the reader reveals them. */
export function Judged({ account, ids, answers }: Props) {
  const [revealed, setRevealed] = useState(false);
  const evidences = useMemo(() => ({ ...account, today: today() }), [account]);
  const judgements = useMemo(
    () =>
      judgeAll(
        evidences,
        checks.filter(({ id }) => ids.includes(id)),
      ),
    [evidences, ids],
  );
  const show: Mask = revealed ? (text) => text : account.mask;
  return (
    <>
      {judgements.map((judgement) => (
        <CheckCard key={judgement.check.id} judgement={judgement} show={show} linked={false} />
      ))}
      {answers === undefined ? null : <ClusterAnswers kind={answers} evidences={evidences} show={show} />}
      <div className="buttons">
        <button type="button" className="button" aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>
          {revealed ? 'Hide account ids' : 'Reveal account ids'}
        </button>
      </div>
    </>
  );
}
