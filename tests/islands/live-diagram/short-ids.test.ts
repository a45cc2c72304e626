import { expect, test } from 'vitest';
import { withShortIds } from '../../../src/islands/live-diagram/told/short-ids.ts';

test('a task is named in the log as it is on its card', () => {
  expect(withShortIds('(service web) has started 1 tasks: (task ec05b7b74aca76d861ca51c59f867f67).')).toBe(
    '(service web) has started 1 tasks: (task ec0).',
  );
});

test('an ARN is told by the name in it', () => {
  const group = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067';
  expect(withShortIds(`registered 1 targets in (target-group ${group})`)).toBe('registered 1 targets in (target-group web)');
  expect(withShortIds('arn:aws-cn:ecs:cn-north-1:111122223333:service/demo/web.')).toBe('web.');
  expect(withShortIds('(task arn:aws:ecs:eu-west-1:111122223333:task/demo/ec05b7b74aca76d861ca51c59f867f67)')).toBe('(task ec0)');
});

test('an instance keeps the part that tells it from the others', () => {
  expect(withShortIds('(instance i-0c3f1e2d4b5a69788) is gone')).toBe('(instance i-0c3) is gone');
});

test('words, image digests and deployment numbers stay whole', () => {
  const text = '(service web) (deployment ecs-svc/5549287701664590272) sha256:' + 'ab'.repeat(32);
  expect(withShortIds(text)).toBe(text);
});
