import type { Id } from '../../../model/json.ts';
import type { Metadata } from '../objects.ts';

/** How long a node may be silent before its condition becomes Unknown (--node-monitor-grace-period). */
export const GRACE_PERIOD = 50_000;

/** How long pods stay on a node that does not answer, when admission wrote their tolerations. */
export const TOLERATION = 300_000;

/** How long a node may be silent after its creation (--node-startup-grace-period). */
export const STARTUP_GRACE_PERIOD = 60_000;

/** The reason of the Events about evictions by taints. */
export const EVICTION = 'TaintManagerEviction';

const named = ({ name, namespace = 'default' }: Metadata): string => `${namespace}/${name}`;

/** The words of the Event when an eviction begins, and when it is called off. */
export const evictionWords = {
  marked: (pod: Metadata): string => `Marking for deletion Pod ${named(pod)}`,
  cancelled: (pod: Metadata): string => `Cancelling deletion of Pod ${named(pod)}`,
};

/** What the node lifecycle controller acts on besides changes of nodes. */
export type NodeLifecycleEvent =
  | { readonly type: 'lease.renewed'; readonly node: Id }
  | { readonly type: 'grace.ended'; readonly node: Id }
  | { readonly type: 'toleration.ended'; readonly pod: Id };

/** The last sign of life of a node that falls silent. Leases that others follow change nothing and are not sent. */
export const lastLease = (node: Id): NodeLifecycleEvent => ({ type: 'lease.renewed', node });
