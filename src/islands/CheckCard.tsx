import type { Id } from '../model/json.ts';
import type { Judgement } from '../account/checks/checks.ts';
import { masked } from '../account/checks/masked.ts';
import type { Mask } from '../account/mask.ts';
import { FindingRows } from './FindingRows.tsx';
import { FixTexts } from './FixTexts.tsx';
import { useOwnId } from './own-id.ts';
import { VerdictMark } from './VerdictMark.tsx';
import './checks.css';

interface Props {
  readonly judgement: Judgement;
  readonly show: Mask;
  /** Whether the page is not the lesson itself, so that a link leads there. */
  readonly linked: boolean;
}

/** One check with its verdict, what it found and on what evidence, what it cannot see, and what would change it. */
export function CheckCard({ judgement, show, linked }: Props) {
  const id = useOwnId();
  const { check, result } = masked(judgement, show);
  return (
    <section className="check" data-check={check.id} data-verdict={result.verdict} aria-labelledby={id}>
      <h3 id={id}>
        {check.title} <VerdictMark verdict={result.verdict} />
      </h3>
      <p>
        <bdi>{result.summary}</bdi>
      </p>
      {result.findings.length === 0 ? null : <FindingRows findings={result.findings} caption={`What ${check.title} found`} />}
      <p className="quiet">
        <b>Not seen:</b> {check.blindSpot}
        {linked ? (
          <>
            {' '}
            <a href={check.lesson}>The lesson that explains it</a>.
          </>
        ) : null}
      </p>
      <FixTexts fixes={check.fixes} resource={changed(judgement)} show={show} />
    </section>
  );
}

/** The resource that a fix is for: the first of the gravest findings. */
function changed({ result }: Judgement): Id | undefined {
  return (['fail', 'suggest'] as const).flatMap((verdict) => result.findings.find((one) => one.verdict === verdict)?.resource ?? [])[0];
}
