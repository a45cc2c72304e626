import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newEdit, PersistentMap } from '../../../src/simulation/engine/persistent-map.ts';

type Change = { readonly key: string; readonly value: number | undefined };
const changes = fc.array(fc.record({ key: fc.string({ maxLength: 2 }), value: fc.option(fc.nat(), { nil: undefined }) }), {
  maxLength: 200,
});

const changed = (map: PersistentMap<number>, { key, value }: Change, edit?: ReturnType<typeof newEdit>) =>
  value === undefined ? map.delete(key, edit) : map.set(key, value, edit);

describe('a persistent map', () => {
  test('holds what a plain map holds, after any changes', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const plain = new Map<string, number>();
        let map = PersistentMap.empty<number>();
        for (const change of list) {
          if (change.value === undefined) plain.delete(change.key);
          else plain.set(change.key, change.value);
          map = changed(map, change);
        }
        expect(new Map(map)).toEqual(plain);
        expect(map.size).toBe(plain.size);
      }),
    );
  });

  test('is left alone by changes to a copy, whether made one by one or as a batch', () => {
    fc.assert(
      fc.property(changes, changes, (first, second) => {
        const map = first.reduce((m, change) => changed(m, change), PersistentMap.empty<number>());
        const before = new Map(map);
        second.reduce((m, change) => changed(m, change), map);
        const edit = newEdit();
        second.reduce((m, change) => changed(m, change, edit), map);
        expect(new Map(map)).toEqual(before);
      }),
    );
  });

  test('iterates in an order that depends on its keys, not on how they came', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), (keys) => {
        const there = PersistentMap.from(keys.map((key) => [key, 1] as const));
        const back = PersistentMap.from([...keys].reverse().map((key) => [key, 1] as const));
        expect([...there.keys()]).toEqual([...back.keys()]);
      }),
    );
  });
});
