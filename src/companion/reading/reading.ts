import type { Allowance, Caps } from './allowance.ts';
import type { Asker } from './asker.ts';
import type { Keeper } from './keeper.ts';

/** What the parts of a reading share in one Region. */
export interface Ground {
  readonly asker: Asker;
  readonly keeper: Keeper;
  readonly caps: Caps;
  readonly allowances: Readonly<Record<'clusters' | 'eksClusters' | 'services' | 'tasks' | 'taskDefinitions', Allowance>>;
  /** An allowance that belongs to one thing alone. */
  readonly ownAllowance: (cap: number) => Allowance;
}
