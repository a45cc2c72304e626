import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { closeUpOf } from '../../../src/account/map/close-up.ts';
import { lessonOf } from '../../../src/account/map/lesson-of.ts';
import { atOnce, surveying } from '../../../src/account/map/survey.ts';
import { sizeOf, wantedOf } from '../../../src/account/map/wanted.ts';
import { accountOf } from '../../../src/account/picture.ts';
import type { SampleName } from '../../../src/account/sample/samples.ts';
import { readSampleAccount } from '../../../src/account/sample/samples.ts';
import { kinds } from '../../../src/model/kind.ts';
import { isPlaceholder } from '../../../src/account/gather.ts';

const opened = (name: SampleName) => {
  const account = accountOf(readSampleAccount(name));
  return { account, ...atOnce(surveying(account.estate)) };
};

const clusterNamed = (name: string, { map } = opened('messy')) => {
  const cluster = map.regions.flatMap(({ clusters }) => clusters).find((one) => one.name === name);
  if (cluster === undefined) throw new Error(`There is no cluster ${name} on the map.`);
  return cluster;
};

describe('the map of an account', () => {
  test('stands by Region and cluster, ECS and EKS alike', () => {
    const { map } = opened('messy');
    expect(map.regions.map(({ name, clusters }) => [name, clusters.map((cluster) => `${cluster.world} ${cluster.name}`)])).toEqual([
      ['eu-west-1', ['eks platform', 'ecs shop']],
      ['us-east-1', ['ecs office']],
    ]);
  });

  test('gives each service its tasks, and each node group its place', () => {
    const [services] = clusterNamed('shop').groups;
    const checkout = services?.items.find(({ resource }) => resource.name === 'checkout');
    expect(checkout?.parts.map(({ kind }) => kind)).toEqual(['ecs-task', 'ecs-task', 'ecs-task', 'ecs-task']);
    expect(checkout?.tallies.map(({ count, status }) => `${count} ${status}`)).toEqual(['2 RUNNING', '1 PENDING', '1 STOPPED']);
    expect(clusterNamed('platform').groups.map(({ title }) => title)).toContain('Node groups');
  });

  test.each(['healthy', 'messy', 'huge'] as const)('loses nothing of the %s sample: what has no place is listed', (name) => {
    const { account, map } = opened(name);
    const placed = map.regions.flatMap(({ clusters }) =>
      clusters.flatMap(({ resource, groups }) => [
        ...(resource === undefined ? [] : [resource.id]),
        ...groups.flatMap(({ items, loose }) => [...items.flatMap((item) => [item.resource, ...item.parts]), ...loose].map(({ id }) => id)),
      ]),
    );
    const listed = map.others.flatMap(({ resources }) => resources.map(({ id }) => id));
    const read = [...account.estate.values()].filter((object) => !isPlaceholder(object)).map(({ id }) => id);
    expect([...placed, ...listed].toSorted()).toEqual(read.toSorted());
  });

  test('says why something needs attention', () => {
    const needs = clusterNamed('shop').groups.flatMap(({ items }) => items.map((item) => [item.resource.name, item.needs] as const));
    expect(Object.fromEntries(needs)).toMatchObject({ checkout: ['4 failed in this deployment'], mailer: ['1 of 2 run'], storefront: [] });
  });
});

describe('looking for something on the map', () => {
  const { map } = opened('messy');

  test('finds by name, status, cluster and Region, in any case and order', () => {
    const namesOf = (text: string) =>
      wantedOf(map, { text, needy: false }).regions.flatMap(({ clusters }) =>
        clusters.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ resource }) => resource.name))),
      );
    expect(namesOf('CHECK')).toEqual(['checkout']);
    expect(namesOf('draining shop')).toEqual(['i-0a3']);
    expect(namesOf('us-east-1')).toEqual(['reports']);
    expect(namesOf('nowhere')).toEqual([]);
  });

  test('keeps only what needs attention when asked', () => {
    const { needy } = sizeOf(map);
    const found = sizeOf(wantedOf(map, { text: '', needy: true }));
    expect(needy).toBeGreaterThan(0);
    expect(found.items).toBe(needy);
  });
});

describe('a close look at one resource', () => {
  test('shows it with what it is related to, in both directions, with its words masked until revealed', () => {
    const { account, index, map } = opened('messy');
    const service = map.regions.flatMap(({ clusters }) => clusters.flatMap(({ groups }) => groups.flatMap(({ items }) => items)));
    const id = service.find(({ resource }) => resource.name === 'checkout')?.resource.id ?? '';
    const closeUp = closeUpOf(account, index, id, false);
    const around = [...(closeUp?.frame.resources.values() ?? [])].map(({ kind }) => kind);
    expect(around).toEqual(expect.arrayContaining(['ecs-service', 'ecs-cluster', 'ecs-task', 'ecs-task-definition']));
    const nodegroup = map.regions.flatMap(({ clusters }) => clusters).find(({ name }) => name === 'platform')?.groups[0]?.items[0];
    const words = (revealed: boolean) =>
      JSON.stringify(closeUpOf(account, index, nodegroup?.resource.id ?? '', revealed)?.resource.details);
    expect(words(true)).toContain('111122223333');
    expect(words(false)).not.toContain('111122223333');
    expect(words(false)).toContain('************');
  });

  test('is nothing for what was not read', () => {
    const { account, index } = opened('empty');
    expect(closeUpOf(account, index, 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web', false)).toBeUndefined();
  });
});

test('each lesson that the map leads to exists', () => {
  const paths = new Set(kinds.flatMap((kind) => lessonOf(kind)?.path ?? []));
  expect(paths.size).toBeGreaterThan(5);
  expect([...paths].filter((path) => !existsSync(`content/docs${path.replace(/\/$/, '')}.mdx`))).toEqual([]);
});
