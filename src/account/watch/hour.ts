import type { Millis } from '../../model/json.ts';
import type { Account } from '../picture.ts';
import type { Change } from './change.ts';
import { changesBetween } from './changes.ts';

/** An account as it was at one reading, and what had changed since the reading before. */
export interface Moment {
  /** When the reading ended, in ms since 1970. */
  readonly at: Millis;
  readonly account: Account;
  readonly changes: readonly Change[];
}

/** How far back readings are kept, in the page's memory alone. */
const KEPT: Millis = 3_600_000;

/** The readings of the last hour with one more. */
export function remembered(moments: readonly Moment[], at: Millis, account: Account): readonly Moment[] {
  const last = moments.at(-1);
  const changes = last === undefined ? [] : changesBetween(last.account.estate, account.estate);
  return [...moments.filter((moment) => moment.at > at - KEPT), { at, account, changes }];
}
