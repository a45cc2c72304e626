import type { KubeNode } from '../objects.ts';
import { conditionOf } from '../objects.ts';
import { GRACE_PERIOD, STARTUP_GRACE_PERIOD } from './events.ts';

/** How much of a zone is in trouble; the controller evicts more slowly, or not at all, when it is much. */
export type ZoneState = 'Normal' | 'PartialDisruption' | 'FullDisruption';

const EXCLUDED = 'node.kubernetes.io/exclude-disruption';
/** The part of the nodes of a zone that must be unready (--unhealthy-zone-threshold), and how many at least. */
const THRESHOLD = 0.55;
const MOST_UNREADY = 2;

/** The state of a zone by its nodes. Nodes may be excluded by a label. */
export function zoneState(nodes: readonly KubeNode[]): ZoneState {
  const counted = nodes.filter(({ metadata }) => metadata.labels?.[EXCLUDED] === undefined);
  const unready = counted.filter(({ status }) => conditionOf(status?.conditions, 'Ready')?.status !== 'True').length;
  if (unready > 0 && unready === counted.length) return 'FullDisruption';
  return unready > MOST_UNREADY && unready / counted.length >= THRESHOLD ? 'PartialDisruption' : 'Normal';
}

/** Whether a node has been silent for too long, by its age and the time since it last reported. */
export const isSilent = (age: number, sinceHeartbeat: number | undefined): boolean =>
  sinceHeartbeat === undefined ? age > STARTUP_GRACE_PERIOD : sinceHeartbeat > GRACE_PERIOD;
