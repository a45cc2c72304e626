import { describe, expect, test } from 'vitest';
import { parseClusterQuery } from '../../../src/simulation/ecs/cluster-query.ts';
import { newInstance } from '../../../src/simulation/ecs/new-instance.ts';

const instance = newInstance('arn:aws:ecs:eu-west-1:111122223333:cluster/demo', 'a1', 'i-a1', 'ACTIVE', '2026-11-23T09:00:00.000Z', {
  cpu: 2048,
  memory: 4096,
  zone: 'eu-west-1a',
  instanceType: 'm5.large',
});

describe('an expression of the cluster query language', () => {
  test.each([
    ['attribute:ecs.instance-type == m5.large', true],
    ['attribute:ecs.instance-type equals "m5.xlarge"', false],
    ['attribute:ecs.instance-type != m5.xlarge', true],
    ['attribute:ecs.availability-zone in [eu-west-1a, eu-west-1b]', true],
    ['attribute:ecs.availability-zone !in [eu-west-1a]', false],
    ['attribute:ecs.availability-zone not_in [eu-west-1c]', true],
    ['attribute:ecs.instance-type =~ m5.*', true],
    ['attribute:ecs.instance-type =~ "(t3|c5).*"', false],
    ['attribute:ecs.instance-type !~ t3.*', true],
    ['attribute:gpu exists', false],
    ['attribute:gpu !exists', true],
    ['ec2InstanceId in [i-a1, i-b2]', true],
    ['attribute:gpu exists or attribute:ecs.instance-type == m5.large', true],
    ['attribute:gpu exists || ec2InstanceId == i-a1 && attribute:ecs.instance-type == t3.small', false],
    ['(attribute:gpu exists || ec2InstanceId == i-a1) && !(attribute:ecs.instance-type == t3.small)', true],
  ])('%s', (expression, holds) => {
    expect(parseClusterQuery(expression)?.(instance)).toBe(holds);
  });

  test.each([
    '',
    'attribute:a',
    'attribute:a == ',
    'task:group == x',
    'attribute:a in b',
    '(attribute:a exists',
    'attribute:a =~ "("',
    'a ; b',
  ])('cannot be read: %j', (expression) => {
    expect(parseClusterQuery(expression)).toBeUndefined();
  });
});
