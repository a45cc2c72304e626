import type { JsonObject } from '../../model/json.ts';
import { snapshotLists } from '../../account/snapshot-lists.ts';
import type { Snapshot } from '../../account/snapshot.ts';

/** Collects what goes into an account file. Nothing gets in but through the allow-list. */
export interface Keeper {
  /** Keeps the allowed fields of elements in a list such as `ecs.services`; a list that got no element is there, empty. */
  readonly keep: (list: string, action: string, elements: readonly unknown[]) => void;
  readonly sections: () => Pick<Snapshot, 'ecs' | 'eks' | 'around'>;
}

/** A keeper. What has no allowed shape is told to `refuse`, with the action that gave it. */
export function keeperOf(refuse: (action: string, what: string) => void): Keeper {
  const kept = new Map<string, JsonObject[]>();
  return {
    keep: (path, action, elements) => {
      const list = snapshotLists.find(({ section, key }) => `${section}.${key}` === path);
      if (list === undefined) throw new Error(`An account file has no list ${path}.`);
      const { shape } = list;
      const bodies = kept.get(path) ?? [];
      kept.set(path, bodies);
      for (const element of elements) {
        const admission = shape.admit(printed(element), path);
        if ('object' in admission) bodies.push(shape.print(admission.object));
        else
          refuse(
            action,
            'refused' in admission ? `gave what cannot be read (${admission.refused})` : `gave what has no name (${shape.nameless})`,
          );
      }
    },
    sections: () => ({ ecs: section(kept, 'ecs'), eks: section(kept, 'eks'), around: section(kept, 'around') }),
  };
}

/** What the SDK hands over, as the AWS CLI prints it: times as text. */
const printed = (element: unknown): unknown => JSON.parse(JSON.stringify(element ?? null));

const section = (kept: ReadonlyMap<string, readonly JsonObject[]>, name: string) =>
  Object.fromEntries(
    [...kept].filter(([path]) => path.startsWith(`${name}.`)).map(([path, bodies]) => [path.slice(name.length + 1), bodies]),
  );
