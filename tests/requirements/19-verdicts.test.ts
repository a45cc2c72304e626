import { expect, test } from 'vitest';
import { z } from 'zod';
import { checks, judgeAll } from '../../src/account/checks/checks.ts';
import { byGravity, gravest } from '../../src/account/checks/judging.ts';
import { readSample } from '../../src/account/sample/sample-account.ts';
import { accountOf } from '../../src/account/picture.ts';
import { kinds } from '../../src/model/kind.ts';
import { operations } from '../../src/account/operations.ts';
import { evidencesOf } from '../account/checks/evidences.ts';
import { goodEcs, goodEks, goodObjects } from '../account/checks/parts.ts';

const verdict = z.enum(['pass', 'suggest', 'fail', 'not-applicable', 'unknown']);
const oneSentence = z.string().regex(/^[^a-z].*\.$/, 'It is a sentence.');
const operation = z.union([z.enum(operations.map(({ action }) => action)), z.string().startsWith('kubectl get ')]);

const result = z.strictObject({
  verdict,
  summary: z.string().min(1),
  findings: z.array(
    z.strictObject({
      resource: z.string().min(1),
      name: z.string().min(1),
      verdict,
      because: oneSentence,
      evidence: z.array(z.strictObject({ operation, path: z.string().min(1), observed: z.string().min(1) })).min(1),
    }),
  ),
  missing: z.array(z.string()),
});

const sample = accountOf(readSample());
const accounts = {
  'a good account': evidencesOf({ ...goodEcs, ...goodEks, 'eks.objects': goodObjects }),
  'the sample account': { ...sample, today: '2026-11-30' },
  'an account of which nothing was read': evidencesOf({}),
  'an account in which nothing is': evidencesOf({ 'ecs.clusters': [], 'ecs.services': [], 'eks.clusters': [] }),
};

test.each(Object.entries(accounts))('every result for %s has a verdict, and each finding says why and on what evidence', (_, evidences) => {
  const judged = judgeAll(evidences);
  expect(judged).toHaveLength(16);
  for (const { check, result: said } of judged) expect(result.safeParse(said).error, check.id).toBeUndefined();
});

test('each check has an id, a blind spot in one sentence, a lesson, known kinds and actions of the table', () => {
  expect(checks.map(({ id }) => id)).toEqual([
    'ecs-fargate',
    'ecs-service-discovery',
    'ecs-load-balancing',
    'ecs-logging',
    'ecs-container-insights',
    'ecs-hardening',
    'ecs-resilience',
    'eks-managed-node-groups',
    'eks-access',
    'eks-rbac',
    'eks-network-policies',
    'eks-service-mesh',
    'eks-prometheus',
    'eks-grafana',
    'eks-exposure',
    'eks-upkeep',
  ]);
  const actions = new Set(operations.map(({ action }) => action));
  for (const check of checks) {
    expect(check.blindSpot, check.id).toMatch(/^[A-Z][^.]*\.$/);
    expect(check.lesson, check.id).toMatch(/^\/(?:ecs|eks)\/[a-z/-]+\/$/);
    expect(kinds, check.id).toEqual(expect.arrayContaining([...check.kinds]));
    expect(
      check.needs.filter((action) => !actions.has(action)),
      check.id,
    ).toEqual([]);
    expect(check.fixes.length, check.id).toBeGreaterThan(0);
  }
});

test('without a denial the verdict of a check is the gravest of its findings', () => {
  for (const evidences of Object.values(accounts)) {
    for (const { check, result: said } of judgeAll(evidences)) {
      if (said.findings.length > 0) expect(said.verdict, check.id).toBe(gravest(said.findings.map((one) => one.verdict)));
    }
  }
});

test('what was not read is unknown, and what was read whole and is empty is not applicable', () => {
  expect(new Set(judgeAll(accounts['an account of which nothing was read']).map(({ result: said }) => said.verdict))).toEqual(
    new Set(['unknown']),
  );
  const empty = judgeAll(accounts['an account in which nothing is']);
  expect(new Set(empty.map(({ result: said }) => said.verdict))).toEqual(new Set(['not-applicable']));
});

test('unknown is graver than pass and lighter than a suggestion', () => {
  expect(byGravity).toEqual(['fail', 'suggest', 'unknown', 'pass', 'not-applicable']);
});

test('no check speaks well of App Mesh', () => {
  const fixes = checks.flatMap((check) => check.fixes.map(({ text }) => text));
  expect(fixes.filter((text) => /app.?mesh/i.test(text))).toEqual([]);
});
