import type { Verdict } from '../account/checks/check.ts';
import { verdictWords } from '../account/checks/verdict-text.ts';

/** A verdict as a word with its sign; colour only repeats it. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className="verdict" data-mark={verdict}>
      <span aria-hidden="true">{signs[verdict]}</span> {verdictWords[verdict]}
    </span>
  );
}

const signs: Readonly<Record<Verdict, string>> = { pass: '✓', suggest: '↗', fail: '✕', 'not-applicable': '–', unknown: '?' };
