import { describe, expect, test } from 'vitest';
import ecs from '../../diagrams/ecs-service/topology.mmd';
import { parseTopology, readTopology } from '../../src/integrations/topology-modules.ts';

const flowchart = (...lines: readonly string[]): string => ['flowchart LR', ...lines].join('\n');

describe('a topology', () => {
  test('is read from Mermaid text in the order of the source, a box before what is in it', async () => {
    const topology = await parseTopology(
      flowchart(
        'clients[Clients] -- requests --> balancer[Load balancer]',
        'subgraph cluster [ECS cluster]',
        '  subgraph service [Service]',
        '    task@{ shape: procs, label: "Task" }',
        '  end',
        'end',
        'balancer <--> service',
        'class service ecs-service',
        'class task ecs-task',
      ),
    );
    expect(topology).toEqual({
      direction: 'LR',
      nodes: [
        { id: 'clients', label: 'Clients', many: false },
        { id: 'balancer', label: 'Load balancer', many: false },
        { id: 'cluster', label: 'ECS cluster', many: false },
        { id: 'service', label: 'Service', many: false, kind: 'ecs-service', parent: 'cluster' },
        { id: 'task', label: 'Task', many: true, kind: 'ecs-task', parent: 'service' },
      ],
      edges: [
        { from: 'clients', to: 'balancer', label: 'requests' },
        { from: 'balancer', to: 'service', both: true },
      ],
    });
  });

  test('has the direction of a box where that has one', async () => {
    const { nodes } = await parseTopology(flowchart('subgraph row', 'direction LR', 'a[A]', 'end', 'subgraph column', 'b[B]', 'end'));
    expect(nodes.map(({ id, direction }) => [id, direction])).toEqual([
      ['row', 'LR'],
      ['a', undefined],
      ['column', undefined],
      ['b', undefined],
    ]);
  });

  test('is imported from a .mmd file', () => {
    expect(ecs.nodes.map(({ id }) => id)).toContain('clients');
  });

  test('leaves no stand-in for a browser behind', async () => {
    await parseTopology(flowchart('a[A]'));
    expect('window' in globalThis).toBe(false);
  });

  test.each([
    ['an unknown class', flowchart('a[A]', 'class a ecs-taks'), /class ecs-taks is not a kind/],
    ['a node in two boxes', flowchart('subgraph x', 'a[A]', 'end', 'subgraph y', 'a', 'end'), /node a is in two boxes, x and y/],
    ['an edge to nowhere', flowchart('a[A] --> b'), /node b is used but never drawn/],
    ['two kinds on a node', flowchart('a[A]', 'class a ecs-task', 'class a ecs-service'), /two kinds, ecs-task and ecs-service/],
    ['two nodes of a kind', flowchart('a[A]', 'b[B]', 'class a,b ecs-task'), /nodes a and b both stand for ecs-task/],
    ['a direction against the reading order', 'flowchart RL\na[A]', /direction RL is not known/],
    ['a box with such a direction', flowchart('subgraph x', 'direction RL', 'a[A]', 'end'), /direction RL is not known/],
    ['another sort of diagram', 'sequenceDiagram\nA->>B: hi', /flowchart, not a diagram of type sequence/],
  ])('is refused for %s, in a sentence', async (_, text, sentence) => {
    await expect(parseTopology(text)).rejects.toThrow(sentence);
  });

  test('that cannot be read names its file', async () => {
    await expect(readTopology('tests/topology/topology-modules.test.ts')).rejects.toThrow(
      /^tests\/topology\/topology-modules\.test\.ts is not a topology\. /,
    );
  });
});
