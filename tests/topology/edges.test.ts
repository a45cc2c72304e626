import { describe, expect, test } from 'vitest';
import { drawnEdges, edgeFor, routeOf } from '../../src/topology/edges.ts';
import { place } from '../../src/topology/place.ts';
import { frameOf, several } from './frame-of.ts';
import { ecs, eks } from './topologies.ts';

const cluster = { id: 'control', kind: 'eks-cluster' } as const;
const server = { id: 'server', kind: 'k8s-api-server', to: [['part-of', 'control']] } as const;
const scheduler = { id: 'sched', kind: 'k8s-scheduler', to: [['part-of', 'control']] } as const;
const nodes = several(3, 'k8s-node', 'n', ['part-of', 'workers']);
const placement = place(eks, [], frameOf(cluster, server, scheduler, { id: 'workers', kind: 'eks-nodegroup' }, ...nodes));
const edges = drawnEdges(eks, placement);
const way = (from: string, to: string): string | undefined => {
  const found = edgeFor({ from, to }, edges, placement);
  return found && `${found.edge.key}${found.backward ? ', back' : ''}`;
};

describe('the edges of a placement', () => {
  test('run between drawn boxes; one to many ends at the box around them', () => {
    expect(edges.map(({ key }) => key)).toEqual(['you → server', 'server → control/controllers', 'server → workers']);
  });

  test('run to each box when a node has several', () => {
    const services = several(2, 'ecs-service', 's', ['part-of', 'demo']);
    const several2 = place(ecs, [], frameOf({ id: 'demo', kind: 'ecs-cluster' }, ...services));
    expect(drawnEdges(ecs, several2).map(({ key }) => key)).toEqual(['clients → balancer', 'balancer → s1', 'balancer → s2']);
  });

  test('carry a message directly, along the boxes around its ends, and back', () => {
    expect(way('you', 'server')).toBe('you → server');
    expect(way('n2', 'server')).toBe('server → workers, back');
    expect(way('sched', 'server')).toBe('server → control/controllers, back');
  });

  test('carry no message between parts that they do not join', () => {
    expect(way('sched', 'n1')).toBeUndefined();
    expect(way('you', 'nowhere')).toBeUndefined();
  });

  test('carry a message of a part that is not drawn by what it is part of', () => {
    const task = { id: 't', kind: 'ecs-task', to: [['part-of', 'web']] } as const;
    const container = { id: 'c', kind: 'ecs-container', to: [['part-of', 't']] } as const;
    const small = place(ecs, [], frameOf({ id: 'web', kind: 'ecs-service' }, { id: 'lb', kind: 'elbv2-load-balancer' }, task, container));
    expect(edgeFor({ from: 'lb', to: 'c' }, drawnEdges(ecs, small), small)?.edge.key).toBe('lb → web');
  });

  test('are routed around the boxes beside them, across the frames around their ends', () => {
    const rects = new Map([
      ['you', { x: 0, y: 40, width: 40, height: 20 }],
      ['control', { x: 60, y: 0, width: 80, height: 120 }],
      ['server', { x: 70, y: 10, width: 60, height: 30 }],
      ['control/controllers', { x: 70, y: 60, width: 60, height: 50 }],
      ['data', { x: 160, y: 0, width: 100, height: 120 }],
      ['workers', { x: 170, y: 70, width: 80, height: 40 }],
      ['data/deployment', { x: 170, y: 10, width: 80, height: 40 }],
    ]);
    const lines = edges.map((edge) => routeOf(edge, placement, rects));
    expect(lines).toEqual([
      [{ x: 40, y: 50 }, { x: 50, y: 50 }, { x: 50, y: 25 }, { x: 70, y: 25 }],
      [{ x: 100, y: 40 }, { x: 100, y: 60 }],
      [{ x: 130, y: 25 }, { x: 135, y: 25 }, { x: 135, y: 90 }, { x: 170, y: 90 }],
    ]); // prettier-ignore
  });

  test('have no line while an end is not measured', () => {
    expect(edges.map((edge) => routeOf(edge, placement, new Map()))).toEqual([undefined, undefined, undefined]);
  });
});
