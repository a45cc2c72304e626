import type { Id } from '../../../model/json.ts';

/** How long a node may be silent before its condition becomes Unknown (--node-monitor-grace-period). */
export const GRACE_PERIOD = 50_000;

/** How long pods stay on a node that does not answer, when admission wrote their tolerations. */
export const TOLERATION = 300_000;

/** What the node lifecycle controller acts on besides changes of nodes. */
export type NodeLifecycleEvent =
  | { readonly type: 'lease.renewed'; readonly node: Id }
  | { readonly type: 'grace.ended'; readonly node: Id }
  | { readonly type: 'toleration.ended'; readonly pod: Id };

/** The last sign of life of a node that falls silent. Leases that others follow change nothing and are not sent. */
export const lastLease = (node: Id): NodeLifecycleEvent => ({ type: 'lease.renewed', node });
