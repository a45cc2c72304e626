import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-service/scenario.ts';
import type { ApiObject } from '../../src/model/api-object.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Kind } from '../../src/model/kind.ts';
import { kinds } from '../../src/model/kind.ts';
import { project } from '../../src/model/project.ts';
import { allProjectors } from '../../src/model/projectors.ts';
import { beginRun, extendTo, momentAt } from '../../src/simulation/engine/run.ts';

const first = (kind: Kind, id: string, body: JsonObject) => project({ id, kind, body }, allProjectors).resources[0];

const TASK = 'arn:aws:ecs:us-east-1:123456789012:task/MyCluster/4d590253bb114126b7afa7b58eea9221';

describe('the projection of ECS objects', () => {
  const within: readonly Kind[] = ['ecs-container', 'ecs-container-definition', 'ecs-attachment'];

  test.each(kinds.filter((kind) => kind.startsWith('ecs-') && !within.includes(kind)))('of %s needs no field', (kind) => {
    expect(first(kind, `arn:aws:ecs:eu-west-1:111122223333:${kind.slice(4)}/x`, {})).toMatchObject({ kind, status: '' });
  });

  test('reads dates as seconds since 1970 and as text with an offset alike', () => {
    const seconds = first('ecs-task', TASK, { lastStatus: 'RUNNING', startedAt: 1628698894.945 });
    const text = first('ecs-task', TASK, { lastStatus: 'RUNNING', startedAt: '2021-08-11T12:21:34.945000-04:00' });
    expect(text?.since).toBe('2021-08-11T16:21:34.945Z');
    expect(seconds?.since).toBe(text?.since);
  });

  test('keeps a status that this version does not know', () => {
    expect(first('ecs-task', TASK, { lastStatus: 'HIBERNATING' })?.status).toBe('HIBERNATING');
  });

  test('finds the service of a task by its group, and none for a task that was run by itself', () => {
    const body = { clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/MyCluster', lastStatus: 'RUNNING' };
    const relations = (group: string) =>
      project({ id: TASK, kind: 'ecs-task', body: { ...body, group } }, allProjectors).relations.get(TASK);
    expect(relations('service:web')).toContainEqual({
      from: TASK,
      to: 'arn:aws:ecs:us-east-1:123456789012:service/MyCluster/web',
      kind: 'part-of',
    });
    expect(relations('family:batch')).toEqual([{ from: TASK, to: body.clusterArn, kind: 'part-of' }]);
  });

  test('relates clusters and services to the capacity providers that they use, by name', () => {
    const arn = (rest: string) => `arn:aws:ecs:us-east-1:123456789012:${rest}`;
    const uses = (kind: Kind, id: string, body: JsonObject) => project({ id, kind, body }, allProjectors).relations.get(id);
    const cluster = arn('cluster/MyCluster');
    expect(uses('ecs-cluster', cluster, { capacityProviders: ['FARGATE', 'asg'] })).toEqual([
      { from: cluster, to: arn('capacity-provider/FARGATE'), kind: 'uses' },
      { from: cluster, to: arn('capacity-provider/asg'), kind: 'uses' },
    ]);
    const service = arn('service/MyCluster/web');
    expect(uses('ecs-service', service, { capacityProviderStrategy: [{ capacityProvider: 'asg', weight: 1 }] })).toEqual([
      { from: service, to: arn('capacity-provider/asg'), kind: 'uses' },
    ]);
  });

  test.each([
    ['FARGATE', 'hosts of AWS'],
    ['FARGATE_SPOT', 'hosts of AWS'],
    ['fargate-like', 'your instances'],
  ])('says of the capacity provider %s that it has %s', (name, clause) => {
    expect(
      first('ecs-capacity-provider', `arn:aws:ecs:us-east-1:123456789012:capacity-provider/${name}`, { name })?.details['clause'],
    ).toBe(clause);
  });

  test('marks a parent that is only known by name', () => {
    expect(first('ecs-cluster', 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo', { placeholder: true })?.details['placeholder']).toBe(
      true,
    );
  });

  test('is the same for a simulated object and for one that was printed and read again', () => {
    const run = extendTo(beginRun(scenario), scenario.horizon);
    for (let index = 0; index < run.length; index += 7) {
      for (const object of momentAt(run, index).world.objects.values()) {
        const read = JSON.parse(JSON.stringify(object)) as ApiObject; // it was an ApiObject before it was printed
        expect(project(read, allProjectors)).toEqual(project(object, allProjectors));
      }
    }
  });
});
