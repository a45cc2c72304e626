import { createContext, useContext } from 'react';
import type { Id } from '../../../model/json.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Topology } from '../../../topology/topology.ts';
import { toneOf } from '../../../model/status.ts';

/** How much room a frame wants beside its neighbours: `wide` holds several collections. */
export type Extent = 'narrow' | 'wide';

/** What every box of a stage needs to know, and does not change with the frame. */
export interface StageState {
  readonly selected: Id | undefined;
  /** The one resource of the stage that Tab reaches; arrow keys move it. */
  readonly reachable: Id | undefined;
  /** What the selected resource is related to elsewhere in the picture. */
  readonly kin: ReadonlySet<Id>;
  /** Nodes of the topology that are drawn as frames even when nothing is in them. */
  readonly frames: ReadonlyMap<string, Extent>;
  readonly panelId: string;
  /** What an empty frame says. */
  readonly nothing: string;
  readonly select: (id: Id, byKeyboard: boolean) => void;
}

/** The state of the enclosing stage. */
export const StageContext = createContext<StageState>({
  selected: undefined,
  reachable: undefined,
  kin: new Set(),
  frames: new Map(),
  panelId: '',
  nothing: '',
  select: () => undefined,
});

/** The nodes that hold others, and how much room each wants. */
export function framesOf({ nodes }: Topology): ReadonlyMap<string, Extent> {
  const parentOf = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const collections = new Map<string, number>();
  for (const { many, parent } of nodes) {
    for (let at = parent; at !== undefined; at = parentOf.get(at)) collections.set(at, (collections.get(at) ?? 0) + Number(many));
  }
  return new Map(Array.from(collections, ([id, count]) => [id, count > 1 ? 'wide' : 'narrow']));
}

/** The attributes of the button that stands for a resource: card and head of a group alike. */
export function useResourceButton(resource: Resource) {
  const { selected, reachable, kin, panelId, select } = useContext(StageContext);
  return {
    'data-resource': resource.id,
    'data-kind': resource.kind,
    'data-status': resource.status,
    'data-tone': toneOf(resource),
    'data-kin': kin.has(resource.id) ? '' : undefined,
    'aria-expanded': selected === resource.id,
    'aria-controls': panelId,
    tabIndex: reachable === resource.id ? 0 : -1,
    // A click without a count of presses came from the keyboard or from a screen reader.
    onClick: ({ detail }: { readonly detail: number }) => {
      select(resource.id, detail === 0);
    },
  } as const;
}
