import type { Frame } from '../../src/model/frame.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Relation, RelationKind, Resource } from '../../src/model/resource.ts';

type Part = Partial<Resource> & Pick<Resource, 'id' | 'kind'> & { readonly to?: readonly (readonly [RelationKind, string])[] };

/** A frame of resources with their relations, for tests. */
export function frameOf(...parts: readonly Part[]): Frame {
  const resources = new Map<string, Resource>();
  const relations = new Map<string, readonly Relation[]>();
  for (const { to = [], ...part } of parts) {
    resources.set(part.id, { name: part.id, scope: {}, status: 'ACTIVE', details: {}, ...part });
    relations.set(
      part.id,
      to.map(([kind, other]) => ({ from: part.id, to: other, kind })),
    );
  }
  return { index: 0, time: 0, resources, relations, messages: [], measures: {}, changed: [] };
}

/** So many resources of a kind, numbered from 1, each related to one other. */
export const several = (
  count: number,
  kind: Kind,
  prefix: string,
  to: readonly [RelationKind, string],
  extra: Partial<Resource> = {},
): Part[] => Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i + 1}`, kind, to: [to], ...extra }));
