import { useMemo, useState } from 'react';
import type { Evidence, Finding } from '../account/checks/check.ts';
import { byGravity } from '../account/checks/judging.ts';
import { VerdictMark } from './VerdictMark.tsx';

/** More findings than this are shown on request, and so many at a time. */
const SHOWN = 30;
const MORE = 200;

interface Props {
  readonly findings: readonly Finding[];
  readonly caption: string;
}

/** Findings as a table, the gravest first. */
export function FindingRows({ findings, caption }: Props) {
  const [shown, setShown] = useState(SHOWN);
  const sorted = useMemo(() => byGravity.flatMap((verdict) => findings.filter((one) => one.verdict === verdict)), [findings]);
  const left = sorted.length - shown;
  return (
    <>
      <table className="reference-table findings">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Resource</th>
            <th scope="col">Verdict</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shown).map((finding) => (
            <tr key={finding.resource} data-finding={finding.verdict}>
              <th scope="row">
                <bdi>{finding.name}</bdi>
              </th>
              <td>
                <VerdictMark verdict={finding.verdict} />
              </td>
              <td>
                <bdi>{finding.because}</bdi>
                <EvidenceList evidence={finding.evidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left <= 0 ? null : (
        <p>
          <button type="button" className="button" onClick={() => setShown(shown + MORE)}>
            Show {Math.min(left, MORE)} more of {left}
          </button>
        </p>
      )}
    </>
  );
}

/** What a finding rests on, so that a reader can look too. */
function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return (
    <details className="evidence">
      <summary>Evidence</summary>
      <ul>
        {evidence.map(({ operation, path, observed }) => (
          <li key={`${operation} ${path} ${observed}`}>
            <code>{operation}</code> <code>{path}</code>: <bdi>{observed}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
