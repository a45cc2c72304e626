import type { Kind } from '../../model/kind.ts';
import type { CheckResult, Evidence, Evidences, Finding, Verdict } from './check.ts';

/** One thing that a check says of a resource, with what it rests on. */
export interface Aspect {
  readonly verdict: Verdict;
  /** A clause that can stand beside others: `its circuit breaker is off`. */
  readonly says: string;
  readonly evidence: Evidence;
}

/** Verdicts, the gravest first. */
export const byGravity: readonly Verdict[] = ['fail', 'suggest', 'unknown', 'pass', 'not-applicable'];

/** Those of them that are not well. */
const troubles: readonly Verdict[] = ['fail', 'suggest', 'unknown'];

/** The gravest of several verdicts; without any, nothing applies. */
export const gravest = (verdicts: readonly Verdict[]): Verdict =>
  byGravity.find((verdict) => verdicts.includes(verdict)) ?? 'not-applicable';

/** An aspect in one line. */
export const aspect = (verdict: Verdict, says: string, [operation, path, observed]: readonly [string, string, string]): Aspect => ({
  verdict,
  says,
  evidence: { operation, path, observed },
});

/** What several aspects say of one resource, the gravest first. What is well is not told beside what is not. */
export function findingOf(resource: string, name: string, aspects: readonly Aspect[]): Finding {
  const verdict = gravest(aspects.map((one) => one.verdict));
  const grades = verdict === 'pass' || verdict === 'not-applicable' ? [verdict] : troubles;
  const clauses = new Set<string>();
  for (const grade of grades) for (const one of aspects) if (one.verdict === grade) clauses.add(one.says);
  return {
    resource,
    name,
    verdict,
    because: sentence([...clauses].join('; ')),
    evidence: aspects.map(({ evidence }) => evidence),
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** What the findings are about, and what it would take for one to exist. */
export interface Subject {
  readonly kind: Kind;
  /** `service`, `services`. */
  readonly noun: readonly [one: string, many: string];
  readonly needs: readonly string[];
  /** Whether files of kubectl decide: a denied action then leaves unknown only what they do not tell. */
  readonly byFiles?: true;
}

/** Puts findings together. A denied action that the check needs leaves the whole unknown; the findings stay. */
export function resultOf(findings: readonly Finding[], { kind, noun, needs, byFiles }: Subject, { about }: Evidences): CheckResult {
  const found = gravest(findings.map((one) => one.verdict));
  const decided = byFiles === true && findings.length > 0 && found !== 'unknown';
  const missing = decided ? [] : needs.filter((action) => about.denied.includes(action));
  const denied =
    missing.length === 0 ? '' : ` ${missing.join(', ')} ${missing.length === 1 ? 'was' : 'were'} denied, so this is not known as a whole.`;
  if (findings.length === 0) {
    const whole = missing.length === 0 && about.complete.has(kind);
    return {
      verdict: whole ? 'not-applicable' : 'unknown',
      summary: whole ? `There are no ${noun[1]}.` : `No ${noun[0]} was read, and nothing says that there is none.${denied}`,
      findings,
      missing,
    };
  }
  return { verdict: missing.length > 0 ? 'unknown' : found, summary: `${tally(findings, noun)}${denied}`, findings, missing };
}

const words: Readonly<Record<Verdict, string>> = {
  fail: 'fail',
  suggest: 'could be better',
  unknown: 'unknown',
  pass: 'pass',
  'not-applicable': 'not applicable',
};

/** `Of 5 services: 1 fail, 4 pass.` */
const tally = (findings: readonly Finding[], [one, many]: Subject['noun']): string =>
  `Of ${findings.length} ${findings.length === 1 ? one : many}: ${byGravity
    .flatMap((verdict) => {
      const { length } = findings.filter((finding) => finding.verdict === verdict);
      return length === 0 ? [] : [`${length} ${words[verdict]}`];
    })
    .join(', ')}.`;

/** A judgement of each resource by itself. */
export const judgeEach =
  <Resource>(
    subject: Subject,
    resources: (evidences: Evidences) => readonly Resource[],
    judge: (resource: Resource, evidences: Evidences) => Finding,
  ) =>
  (evidences: Evidences): CheckResult =>
    resultOf(
      resources(evidences).map((resource) => judge(resource, evidences)),
      subject,
      evidences,
    );
