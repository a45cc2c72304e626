import { createContext } from 'react';
import type { Measures } from '../../../model/frame.ts';
import { you } from '../../../simulation/engine/world.ts';
import type { Plot } from '../../../simulation/engine/scenario.ts';

/** One line under the name of a drawn part. */
export interface Note {
  readonly text: string;
  /** Whether it is bad news. */
  readonly loud: boolean;
}

/** What the drawn parts of a topology say at this moment, by the id of their node. */
export const PartNotes = createContext<ReadonlyMap<string, readonly Note[]>>(new Map());

/** Clients say what they notice, which an account does not tell; the part that stands for the reader says so. */
export function notesOf(plots: readonly Plot[], measures: Measures): ReadonlyMap<string, readonly Note[]> {
  const noticed = plots
    .flatMap(({ lines }) => lines)
    .filter(({ measure }) => measure === 'requests.served' || measure === 'requests.failed')
    .flatMap(({ measure, label, look }): readonly Note[] => {
      const exact = measures[measure];
      if (exact === undefined) return [];
      const value = Math.round(exact);
      return [{ text: `${value} ${label}`, loud: look === 'bad' && value > 0 }];
    });
  return new Map<string, readonly Note[]>([
    ['clients', noticed],
    [you, [{ text: 'you', loud: false }]],
  ]);
}
