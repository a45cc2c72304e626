import { expect, it } from 'vitest';
import { counted, wordsOf } from '../../src/account/kind-words.ts';
import { outputs } from '../../src/account/outputs.ts';
import { kubernetesKinds } from '../../src/account/kubernetes-kinds.ts';

it('every kind that a file can bring is called by a word of its own', () => {
  const kinds = [
    ...Object.values(outputs).flatMap((those) => those.flatMap(({ shape }) => shape.kinds)),
    ...Object.values(kubernetesKinds).map(({ kind }) => kind),
  ];
  expect(kinds.length).toBeGreaterThan(50);
  expect(kinds.filter((kind) => wordsOf(kind).noun === kind)).toEqual([]);
});

it('words are counted as English counts them', () => {
  expect(counted(1, wordsOf('k8s-network-policy'))).toBe('1 NetworkPolicy');
  expect(counted(2, wordsOf('k8s-network-policy'))).toBe('2 NetworkPolicies');
  expect(counted(3, wordsOf('k8s-ingress'))).toBe('3 Ingresses');
  expect(counted(0, wordsOf('ecs-task'))).toBe('0 tasks');
});
