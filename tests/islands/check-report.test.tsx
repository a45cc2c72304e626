import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { unsaid } from '../../src/account/about.ts';
import { accountOf } from '../../src/account/picture.ts';
import { readDocument } from '../../src/account/read-document.ts';
import { readSample } from '../../src/account/sample/sample-account.ts';
import CheckReport from '../../src/islands/account/report/CheckReport.tsx';
import { service } from '../account/checks/parts.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const sample = accountOf(readSample());
const nothing = accountOf({ objects: [], notices: [], about: unsaid });

test('every check is there with its verdict, its blind spot and the way to its lesson', () => {
  render(<CheckReport account={sample} revealed={false} />);
  const checks = [...document.querySelectorAll<HTMLElement>('[data-check]')];
  expect(checks).toHaveLength(16);
  for (const check of checks) {
    expect(check.dataset['verdict']).toMatch(/^(?:pass|suggest|fail|not-applicable|unknown)$/);
    expect(check.textContent).toContain('Not seen:');
    expect(check.querySelector('a')?.getAttribute('href')).toMatch(/^\/(?:ecs|eks)\//);
  }
});

test('what is unknown is counted apart', () => {
  render(<CheckReport account={nothing} revealed={false} />);
  expect(document.querySelector('[data-tally]')?.textContent).toMatch(/^0 of 16 checks could be judged/);
  expect(document.querySelector('[data-unknown]')?.textContent).toBe('16 are unknown: what was read does not tell.');
});

test('more than thirty findings are shown on request', () => {
  const services = Array.from({ length: 40 }, (_, index) => service(`web-${index}`));
  render(<CheckReport account={accountOf(readDocument('services.json', { services }))} revealed={false} />);
  const rows = () => document.querySelectorAll('[data-check="ecs-fargate"] [data-finding]').length;
  expect(rows()).toBe(30);
  const [more] = screen.getAllByRole('button', { name: 'Show 10 more of 10' });
  if (more !== undefined) fireEvent.click(more);
  expect(rows()).toBe(40);
});

test('a report is saved as Markdown and as JSON without the account id that is hidden', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return 'blob:none';
  });
  render(<CheckReport account={sample} revealed={false} />);
  fireEvent.click(screen.getByRole('button', { name: 'Save as Markdown' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save as JSON' }));
  const [markdown = '', json = ''] = await Promise.all(saved.map((blob) => blob.text()));
  expect(markdown).toMatch(/^# Best practices in this account/);
  expect(JSON.parse(json)).toMatchObject({ report: 'drydock.checks', version: 1 });
  expect(markdown + json).not.toContain('111122223333');
});
