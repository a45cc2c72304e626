import { gather } from '../../../src/account/gather.ts';
import type { CheckResult, Evidences, Finding } from '../../../src/account/checks/check.ts';
import { checks } from '../../../src/account/checks/checks.ts';
import { readDocument } from '../../../src/account/read-document.ts';
import type { JsonObject } from '../../../src/model/json.ts';

/** Sections of an account file: lists by `ecs.services` and the like. A list that is left out was not read. */
export type Lists = Readonly<Record<string, readonly JsonObject[]>>;

/** What an account file with these lists shows, read as any file is. */
export function evidencesOf(lists: Lists, denied: readonly string[] = [], today = '2026-11-30'): Evidences {
  const section = (name: string): JsonObject =>
    Object.fromEntries(
      Object.entries(lists).flatMap(([path, list]) => (path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), list]] : [])),
    );
  const { objects, notices, about } = readDocument('account.json', {
    schema: 'drydock.account-snapshot',
    version: 1,
    readAt: '2026-11-30T06:00:00.000Z',
    regions: ['eu-west-1'],
    ecs: section('ecs'),
    eks: section('eks'),
    around: section('around'),
    limits: [],
    denied,
    errors: [],
  });
  const problem = notices.find(({ kind }) => kind === 'problem');
  if (problem !== undefined) throw new Error(problem.text);
  return { estate: gather(objects), about, today };
}

/** What one check says. */
export function judged(id: string, lists: Lists, denied: readonly string[] = [], today?: string): CheckResult {
  const check = checks.find((one) => one.id === id);
  if (check === undefined) throw new Error(`There is no check ${id}.`);
  return check.judge(evidencesOf(lists, denied, today));
}

/** The only finding of a result. */
export function only({ findings }: CheckResult): Finding {
  const [first, ...others] = findings;
  if (first === undefined || others.length > 0) throw new Error(`There are ${findings.length} findings, not one.`);
  return first;
}
