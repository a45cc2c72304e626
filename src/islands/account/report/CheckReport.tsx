import { useMemo } from 'react';
import { checks, judgeAll } from '../../../account/checks/checks.ts';
import { reportJson, reportMarkdown } from '../../../account/checks/report.ts';
import { tallyOf } from '../../../account/checks/verdict-text.ts';
import type { Mask } from '../../../account/mask.ts';
import type { Account } from '../../../account/picture.ts';
import { CheckCard } from '../../CheckCard.tsx';
import { saveText } from '../../save-text.ts';
import { today } from '../../today.ts';

interface Props {
  readonly account: Account;
  /** Whether account ids are shown, here and in what is saved. */
  readonly revealed: boolean;
}

/** What every check says of an account, to read, print and save. */
export default function CheckReport({ account, revealed }: Props) {
  const judgements = useMemo(() => judgeAll({ ...account, today: today() }, checks), [account]);
  const { known, unknown } = tallyOf(judgements.map(({ result }) => result));
  const show: Mask = revealed ? (text) => text : account.mask;
  const parts = () => ({ judgements, about: account.about, show, today: today() });
  return (
    <section className="checks" aria-label="Best practices">
      <h2>Best practices</h2>
      <p data-tally>
        {known} {unknown === undefined ? null : <b data-unknown>{unknown}</b>}
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => saveText('checks.md', 'text/markdown', reportMarkdown(parts()))}>
          Save as Markdown
        </button>
        <button type="button" className="button" onClick={() => saveText('checks.json', 'application/json', reportJson(parts()))}>
          Save as JSON
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          Print
        </button>
      </div>
      {judgements.map((judgement) => (
        <CheckCard key={judgement.check.id} judgement={judgement} show={show} linked />
      ))}
    </section>
  );
}
