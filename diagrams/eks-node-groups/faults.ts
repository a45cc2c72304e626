import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  { id: 'instance-failed', label: 'Fail its EC2 instance', repair: 'Mend the instance', on: 'k8s-node' },
  { id: 'zone-lost', label: 'Lose the zone', repair: 'Bring the zone back', on: 'ec2-availability-zone' },
  { id: 'budget-blocks', label: 'Ask for every pod', repair: 'Spare one pod', on: 'k8s-pod-disruption-budget' },
  { id: 'nodes-do-not-join', label: 'Break the role of new nodes', repair: 'Mend the role', on: 'autoscaling-group' },
  { id: 'capacity-missing', label: 'Leave EC2 without capacity', repair: 'Give EC2 capacity', on: 'autoscaling-group' },
];
