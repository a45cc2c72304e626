import type { About } from '../about.ts';
import type { Mask } from '../mask.ts';
import type { Finding } from './check.ts';
import type { Judgement } from './checks.ts';
import { masked } from './masked.ts';
import { tallyOf, verdictWords } from './verdict-text.ts';

/** What a report is made of. */
export interface ReportParts {
  readonly judgements: readonly Judgement[];
  readonly about: About;
  /** Hides account ids, unless the reader has revealed them. */
  readonly show: Mask;
  /** ISO date of the report. */
  readonly today: string;
}

/** A report as JSON: what each check says, with its findings, evidence and blind spot. */
export const reportJson = ({ judgements, about, show, today }: ReportParts): string =>
  JSON.stringify(
    {
      report: 'drydock.checks',
      version: 1,
      today,
      readAt: about.readAt,
      account: about.caller?.account === undefined ? undefined : show(about.caller.account),
      regions: about.regions,
      checks: judgements.map((one) => {
        const { check, result } = masked(one, show);
        return { id: check.id, title: check.title, ...result, blindSpot: check.blindSpot, lesson: check.lesson };
      }),
    },
    undefined,
    2,
  );

/** Text from an account as plain text of Markdown: nothing in it is markup, and it stays in its line and its cell. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&');

const row = ({ name, verdict, because, evidence }: Finding): string =>
  `| ${plain(name)} | ${verdictWords[verdict]} | ${plain(because)} | ${evidence
    .map(({ operation, path, observed }) => plain(`${operation} ${path}: ${observed}`))
    .join('<br>')} |`;

/** A report as Markdown. */
export function reportMarkdown({ judgements, about, show, today }: ReportParts): string {
  const shown = judgements.map((one) => masked(one, show));
  const { known, unknown } = tallyOf(shown.map(({ result }) => result));
  const account = about.caller?.account;
  const head = [
    '# Best practices in this account',
    [
      ...(account === undefined ? [] : [`Account ${plain(show(account))}`]),
      ...(about.regions.length === 0 ? [] : [about.regions.map(plain).join(', ')]),
      `judged on ${today}`,
      ...(about.readAt === undefined ? [] : [`read at ${about.readAt}`]),
    ].join(', '),
    [known, unknown].filter((line) => line !== undefined).join(' '),
  ];
  const parts = shown.map(({ check, result }) =>
    [
      `## ${check.title}: ${verdictWords[result.verdict]}`,
      plain(result.summary),
      ...(result.findings.length === 0
        ? []
        : [['| Resource | Verdict | Why | Evidence |', '| --- | --- | --- | --- |', ...result.findings.map(row)].join('\n')]),
      `Not seen: ${check.blindSpot}`,
    ].join('\n\n'),
  );
  return `${[...head, ...parts].join('\n\n')}\n`;
}
