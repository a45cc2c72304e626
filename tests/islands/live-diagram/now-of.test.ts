import { expect, test } from 'vitest';
import { nowOf } from '../../../src/islands/live-diagram/now-of.ts';
import type { Frame } from '../../../src/model/frame.ts';
import type { Resource } from '../../../src/model/resource.ts';

const deployment = (name: string): Resource => ({
  id: name,
  kind: 'k8s-deployment',
  name,
  scope: {},
  status: 'Complete',
  details: { clause: '1 wanted, 1 available' },
});

const frameOf = (...resources: readonly Resource[]): Frame => ({
  index: 0,
  time: 0,
  resources: new Map(resources.map((one) => [one.id, one])),
  relations: new Map(),
  messages: [],
  measures: {},
  changed: [],
});

test('one Deployment needs no name in the line below the title', () => {
  expect(nowOf(frameOf(deployment('web')), 'eks')).toBe('1 wanted, 1 available');
});

test('several are told apart by their names', () => {
  expect(nowOf(frameOf(deployment('web'), deployment('api')), 'eks')).toBe('web: 1 wanted, 1 available; api: 1 wanted, 1 available');
});

test('a name that the clause begins with is not said twice', () => {
  const service = (name: string): Resource => ({
    ...deployment(name),
    kind: 'ecs-service',
    details: { clause: `${name}:7, 6 of 6 running` },
  });
  expect(nowOf(frameOf(service('web'), service('api')), 'ecs')).toBe('web:7, 6 of 6 running; api:7, 6 of 6 running');
});

test('of more than three the line says nothing', () => {
  expect(nowOf(frameOf(...['a', 'b', 'c', 'd'].map(deployment)), 'eks')).toBe('');
});
