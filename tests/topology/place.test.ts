import { describe, expect, test } from 'vitest';
import type { Nesting } from '../../src/topology/home.ts';
import { place } from '../../src/topology/place.ts';
import type { Placed, Placement } from '../../src/topology/placement.ts';
import { frameOf, several } from './frame-of.ts';
import { ecs, eks } from './topologies.ts';

/** The tree in one line: `cluster(service(t1 t2) cluster/instances(i1))`; a collection is `12×task`. */
const drawn = (placed: readonly Placed[]): string =>
  placed
    .map((one) => {
      if (one.type === 'collection') return `${one.resources.length}×${one.node.id}`;
      const gone = one.goneCount === 0 ? '' : ` +${one.goneCount} gone`;
      return one.members.length === 0 ? `${one.key}${gone}` : `${one.key}(${drawn(one.members)}${gone})`;
    })
    .join(' ');
const text = ({ roots }: Placement): string => drawn(roots);

const cluster = { id: 'demo', kind: 'ecs-cluster' } as const;
const service = { id: 'web', kind: 'ecs-service', to: [['part-of', 'demo']] } as const;
const instance = { id: 'i1', kind: 'ecs-container-instance', to: [['part-of', 'demo']] } as const;
const byInstance: Nesting = [{ kind: 'ecs-task', in: 'ecs-container-instance', by: 'runs-on' }];

describe('a placement', () => {
  test('nests resources as the topology does, along what they are part of or owned by', () => {
    const frame = frameOf(cluster, service, instance, ...several(2, 'ecs-task', 't', ['part-of', 'web']));
    expect(text(place(ecs, [], frame))).toBe('clients balancer demo(web(t1 t2) demo/instances(i1))');
  });

  test('follows several relations to the box of the topology', () => {
    const frame = frameOf(
      { id: 'web', kind: 'k8s-deployment' },
      { id: 'web-1', kind: 'k8s-replica-set', to: [['owned-by', 'web']] },
      { id: 'web-2', kind: 'k8s-replica-set', to: [['owned-by', 'web']] },
      ...several(2, 'k8s-pod', 'pod', ['owned-by', 'web-2']),
    );
    expect(text(place(eks, [], frame))).toContain('data(web(web-1 web-2(pod1 pod2)) data/workers)');
  });

  test('regroups along the relation of a grouping, and leaves the others where they were', () => {
    const frame = frameOf(
      cluster,
      service,
      instance,
      { id: 't1', kind: 'ecs-task', to: [['part-of', 'web'], ['runs-on', 'i1']] }, // prettier-ignore
      { id: 't2', kind: 'ecs-task', to: [['part-of', 'web']] },
    );
    expect(text(place(ecs, byInstance, frame))).toBe('clients balancer demo(web(t2) demo/instances(i1(t1)))');
  });

  test('regroups against a relation, where only one resource has it', () => {
    const used: Nesting = [{ kind: 'ecs-service', in: 'ecs-container-instance', by: 'used-by' }];
    const uses = (id: string) => ({ id, kind: 'ecs-container-instance', to: [['part-of', 'demo'], ['uses', 'web']] }) as const; // prettier-ignore
    expect(text(place(ecs, used, frameOf(cluster, service, uses('i1'))))).toBe('clients balancer demo(demo/instances(i1(web)))');
    expect(text(place(ecs, used, frameOf(cluster, service, uses('i1'), uses('i2'))))).toBe(
      'clients balancer demo(web demo/instances(i1 i2))',
    );
  });

  test('has one box for each resource that holds others', () => {
    const frame = frameOf(
      cluster,
      service,
      { id: 'api', kind: 'ecs-service', to: [['part-of', 'demo']] },
      ...several(1, 'ecs-task', 'a', ['part-of', 'api']),
      ...several(1, 'ecs-task', 'w', ['part-of', 'web']),
    );
    expect(text(place(ecs, [], frame))).toBe('clients balancer demo(api(a1) web(w1) demo/instances)');
  });

  test('puts a resource without the box of its kind into the next one further out', () => {
    const frame = frameOf(cluster, service, ...several(1, 'ecs-task', 'alone', ['part-of', 'demo']));
    expect(text(place(ecs, [], frame))).toBe('clients balancer demo(web alone1 demo/instances)');
  });

  test('keeps resources in the boxes of the topology when the frame has no resource for them', () => {
    const frame = frameOf(...several(1, 'ecs-task', 't', ['part-of', 'unknown']), { id: 'i1', kind: 'ecs-container-instance' });
    expect(text(place(ecs, [], frame))).toBe('clients balancer cluster(cluster/service(t1) cluster/instances(i1))');
  });

  test('leaves out kinds that the topology lacks', () => {
    expect(text(place(ecs, [], frameOf(cluster, { id: 'n', kind: 'k8s-node' })))).not.toContain('n ');
    expect(place(ecs, [], frameOf(cluster, { id: 'n', kind: 'k8s-node' })).spots.has('n')).toBe(false);
  });

  test('keeps its order when a status changes, and takes the one of creation over the one of ids', () => {
    const task = (id: string, status: string, createdAt: string) =>
      ({ id, kind: 'ecs-task', status, createdAt, to: [['part-of', 'web']] }) as const;
    const before = frameOf(cluster, service, task('b', 'RUNNING', '2026-01-01'), task('a', 'RUNNING', '2026-01-02'));
    const after = frameOf(task('a', 'PENDING', '2026-01-02'), service, cluster, task('b', 'STOPPING', '2026-01-01'));
    expect(text(place(ecs, [], before))).toBe('clients balancer demo(web(b a) demo/instances)');
    expect(text(place(ecs, [], after))).toBe(text(place(ecs, [], before)));
  });

  test('draws the two newest of those that have gone and counts the rest', () => {
    const stopped = several(4, 'ecs-task', 't', ['part-of', 'web'], { status: 'STOPPED' }).map((task, i) => ({
      ...task,
      since: `2026-01-0${i === 0 ? 9 : i}`,
    }));
    expect(text(place(ecs, [], frameOf(cluster, service, ...stopped)))).toBe('clients balancer demo(web(t1 t4 +2 gone) demo/instances)');
  });

  test('draws 24 members and counts 25 by status', () => {
    const tasks = several(23, 'ecs-task', 'r', ['part-of', 'web'], { status: 'RUNNING' });
    const pending = (count: number) => several(count, 'ecs-task', 'p', ['part-of', 'web'], { status: 'PENDING' });
    expect(text(place(ecs, [], frameOf(cluster, service, ...tasks, ...pending(1))))).not.toContain('×');
    const { spots, roots } = place(ecs, [], frameOf(cluster, service, ...tasks, ...pending(2)));
    expect(drawn(roots)).toBe('clients balancer demo(web(25×task) demo/instances)');
    expect(spots.get('r1')?.placed).toMatchObject({
      type: 'collection',
      key: 'web/task',
      counts: [
        { status: 'PENDING', tone: 'starting', count: 2 },
        { status: 'RUNNING', tone: 'running', count: 23 },
      ],
    });
  });

  test('counts what is in boxes that are too many to draw', () => {
    const instances = several(30, 'ecs-container-instance', 'i', ['part-of', 'demo']);
    const tasks = instances.map(({ id }, i) => ({ id: `t${i}`, kind: 'ecs-task', to: [['runs-on', id], ['part-of', 'web']] }) as const); // prettier-ignore
    expect(text(place(ecs, byInstance, frameOf(cluster, service, ...instances, ...tasks)))).toBe(
      'clients balancer demo(web demo/instances(30×instance 30×task))',
    );
  });
});
