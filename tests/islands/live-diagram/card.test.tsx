import { render } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { clauseOf, spoken } from '../../../src/islands/card-text.ts';
import { Pieces, Seamed } from '../../../src/islands/live-diagram/stage/Pieces.tsx';
import type { Resource, Wait } from '../../../src/model/resource.ts';

const piecesOf = (text: string): HTMLElement => render(<Pieces text={text} />).container;

describe('the text of a card', () => {
  test.each(['10.0.1.4, eu-west-1a', 'group viewers, AmazonEKSClusterAdminPolicy in demo', 'healthy', ''])(
    'reads the same however it is broken: %s',
    (text) => {
      expect(piecesOf(text).textContent).toBe(text);
    },
  );

  test('keeps pieces between commas together', () => {
    const pieces = [...piecesOf('exited 143, CannotStartContainerError').querySelectorAll(':scope > .piece')];
    expect(pieces.map(({ textContent }) => textContent)).toEqual(['exited 143,', 'CannotStartContainerError']);
  });

  test('lets a long name break after dots and colons and before capitals, and nowhere else', () => {
    const seamsOf = (text: string) => [...piecesOf(text).querySelectorAll('.seam')].map(({ textContent }) => textContent);
    expect(seamsOf('backend.demo.local')).toEqual(['backend.', 'demo.']);
    expect(seamsOf('AmazonEKSClusterAdminPolicy')).toEqual(['Amazon', 'EKSCluster', 'Admin']);
    expect(seamsOf('waits for init')).toEqual([]);
  });

  test('lets a long status break at its seams, and the comma after it stays with its end', () => {
    const { container } = render(<Seamed word="MinimumReplicasUnavailable" />);
    expect(container.innerHTML).toBe('<span class="seam">Minimum</span><span class="seam">Replicas</span>Unavailable');
  });

  test('keeps a name with hyphens on one line where it fits', () => {
    const words = [...piecesOf('last in eu-west-1a').querySelectorAll('.piece .piece')];
    expect(words.map(({ textContent }) => textContent)).toEqual(['eu-west-1a']);
  });
});

describe('the clause of a container', () => {
  const container = (waitingFor: readonly Wait[], more: Partial<Resource> = {}): Resource => ({
    id: 'c',
    kind: 'ecs-container',
    name: 'app',
    scope: {},
    status: 'RUNNING',
    details: { clause: 'healthy' },
    waitingFor,
    ...more,
  });

  test('says what it waits for before how it is', () => {
    const both = ['init SUCCESS', 'db HEALTHY'].map((one): Wait => {
      const [name = '', condition = ''] = one.split(' ');
      return { code: 'container-dependency', values: { container: name, condition } };
    });
    expect(clauseOf(container(both))).toBe('waits for init SUCCESS, waits for db HEALTHY');
    expect(spoken(container([{ code: 'sigkill', values: { seconds: 60 } }]))).toBe('app, RUNNING, ignores SIGTERM, SIGKILL after 60 s');
  });

  test('is that of the projection when it waits for nothing', () => {
    expect(clauseOf(container([]))).toBe('healthy');
  });

  test('of etcd says that too few members are left, since its status is that of the cluster', () => {
    expect(clauseOf(container([{ code: 'quorum' }], { kind: 'k8s-etcd', status: 'ACTIVE' }))).toBe('no quorum: stores nothing');
  });

  test('leaves the waits of other kinds to the panel', () => {
    expect(clauseOf(container([{ code: 'image-pull' }], { kind: 'ecs-task' }))).toBe('healthy');
  });
});
