import { expect, test } from 'vitest';
import { checks, judgeAll } from '../../../src/account/checks/checks.ts';
import { reportJson, reportMarkdown } from '../../../src/account/checks/report.ts';
import { evidencesOf } from './evidences.ts';
import { goodEcs, service } from './parts.ts';

const hide = (text: string): string => text.replaceAll('111122223333', '************');

const partsOf = (name: string, show = hide) => {
  const evidences = evidencesOf({ ...goodEcs, 'ecs.services': [service(name)] });
  return { judgements: judgeAll(evidences), about: evidences.about, show, today: '2026-11-30' };
};

test('the Markdown has a heading with the verdict of each check, and what cannot be seen', () => {
  const text = reportMarkdown(partsOf('web'));
  for (const { title, blindSpot } of checks) {
    expect(text).toMatch(new RegExp(`^## ${title}: (?:Pass|Suggestion|Fail|Not applicable|Unknown)$`, 'm'));
    expect(text).toContain(`Not seen: ${blindSpot}`);
  }
});

test('a hostile name is plain text in its own cell of the Markdown', () => {
  const text = reportMarkdown(partsOf('a | b <img src=x> [c](javascript:d) \\`e\\`'));
  const [line = ''] = text.split('\n').filter((one) => one.startsWith('| a'));
  expect(line.split(/(?<!\\)\|/)).toHaveLength(6);
  expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\[c\]/);
});

test('account ids are hidden in both forms until they are revealed', () => {
  const parts = partsOf('web-111122223333');
  expect(reportMarkdown(parts) + reportJson(parts)).not.toContain('111122223333');
  expect(reportJson(partsOf('web-111122223333', (text) => text))).toContain('web-111122223333');
});

test('the JSON holds every check with findings and evidence', () => {
  const { checks: told } = JSON.parse(reportJson(partsOf('web'))) as { readonly checks: readonly { readonly id: string }[] };
  expect(told.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
});
