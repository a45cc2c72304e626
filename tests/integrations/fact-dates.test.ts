import { expect, test } from 'vitest';
import { datedIn } from '../../src/integrations/fact-dates.ts';

const checked = '2026-11-23';

test('facts are dated by their key in the file', () => {
  expect(datedIn('elb.yaml', { 'check.interval': { value: 30, checked } }, ['elb'])).toEqual([
    { file: 'elb.yaml', id: 'elb.check.interval', checked },
  ]);
});

test('rows of the comparison are dated by their own id', () => {
  expect(datedIn('comparison.yaml', [{ id: 'native', checked }], ['comparison'])).toEqual([
    { file: 'comparison.yaml', id: 'native', checked },
  ]);
});

test('explanations are dated by kind, sort and word', () => {
  const texts = { kind: { title: 'Task', checked }, status: { RUNNING: { title: 'RUNNING', checked } }, wait: {} };
  expect(datedIn('ecs-task.yaml', texts, ['ecs-task']).map(({ id }) => id)).toEqual(['ecs-task.kind', 'ecs-task.status.RUNNING']);
});
