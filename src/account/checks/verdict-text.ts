import type { CheckResult, Verdict } from './check.ts';

/** A verdict in words. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'Pass',
  suggest: 'Suggestion',
  fail: 'Fail',
  'not-applicable': 'Not applicable',
  unknown: 'Unknown',
};

/** How many results have each verdict, those that are unknown apart: a report with many of them says little. */
export function tallyOf(results: readonly CheckResult[]): { readonly known: string; readonly unknown: string | undefined } {
  const of = (verdict: Verdict): number => results.filter((one) => one.verdict === verdict).length;
  const known = `${results.length - of('unknown')} of ${results.length} checks could be judged: ${of('fail')} fail, ${of('suggest')} suggest a change, ${of('pass')} pass, ${of('not-applicable')} do not apply.`;
  const left = of('unknown');
  return { known, unknown: left === 0 ? undefined : `${left} ${left === 1 ? 'is' : 'are'} unknown: what was read does not tell.` };
}
