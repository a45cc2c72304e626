import { useEffect, useState } from 'react';
import type { Outcome } from '../account-reader.ts';
import { outcomeOfReading, readOnce } from '../account-reader.ts';
import type { AnswerKind, Asked } from './asked.ts';
import { Judged } from './Judged.tsx';
import { LiveChecks } from './LiveChecks.tsx';

interface Props {
  readonly asked: Asked;
  /** The checks of the lesson. */
  readonly ids: readonly string[];
  /** What can be asked of the cluster beside them. */
  readonly answers: AnswerKind | undefined;
}

async function opened(asked: Exclude<Asked, 'companion'>): Promise<Outcome> {
  if (asked !== 'sample') return readOnce(asked.files);
  const { readSampleAccount } = await import('../../account/sample/samples.ts');
  return outcomeOfReading(readSampleAccount('messy'));
}

/** Opens what was asked for, and shows what the checks of the lesson say of it. */
export default function AccountChecks({ asked, ids, answers }: Props) {
  const [settled, setSettled] = useState<{ readonly asked: Asked; readonly outcome: Outcome }>();
  useEffect(() => {
    if (asked === 'companion') return;
    let current = true;
    void opened(asked).then((outcome) => {
      if (current) setSettled({ asked, outcome });
    });
    return () => {
      current = false;
    };
  }, [asked]);
  if (asked === 'companion') return <LiveChecks ids={ids} answers={answers} />;
  const outcome = settled?.asked === asked ? settled.outcome : undefined;
  return (
    <>
      <p role="status">{saidOf(outcome, asked)}</p>
      {outcome !== undefined && 'account' in outcome ? <Judged account={outcome.account} ids={ids} answers={answers} /> : null}
    </>
  );
}

function saidOf(outcome: Outcome | undefined, asked: Asked): string {
  if (outcome === undefined) return 'Reading.';
  if ('refused' in outcome) return outcome.refused.map(({ text }) => text).join(' ');
  const whole = asked === 'sample' ? 'the sample account, which nobody owns' : 'your files';
  return `Judged on ${whole}.`;
}
