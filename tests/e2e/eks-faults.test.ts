import { describe, expect } from 'vitest';
import { browserTest as test } from './harness/browser-test.ts';
import { liveDiagram } from './harness/live-diagram.ts';

interface FaultRow {
  readonly fault: string;
  readonly repair: string;
  readonly on: string;
  readonly until: number;
  readonly seen: readonly (readonly [kind: string, status: string, count: number])[];
  readonly logged: string;
}

const faults: readonly FaultRow[] = [
  {
    fault: 'Lose the image, then delete a pod',
    repair: 'Push the image again',
    on: 'k8s-deployment',
    until: 60,
    seen: [
      ['k8s-pod', 'Pending', 1],
      ['k8s-pod', 'Running', 3],
    ],
    logged: 'BackOff: Back-off pulling image "web:7"',
  },
  {
    fault: 'Ask for 64 CPU a pod',
    repair: 'Ask for as much CPU as before',
    on: 'k8s-deployment',
    until: 60,
    seen: [
      ['k8s-pod', 'Pending', 2],
      ['k8s-pod', 'Running', 3],
    ],
    logged: 'FailedScheduling: 0/3 nodes are available: 3 Insufficient cpu.',
  },
  {
    fault: 'Let the container crash',
    repair: 'Mend the container',
    on: 'k8s-pod',
    until: 50,
    seen: [['k8s-pod', 'Running', 4]],
    logged: 'BackOff: Back-off restarting failed container web in pod',
  },
  {
    fault: 'Fail the readiness probe',
    repair: 'Let the probe pass',
    on: 'k8s-pod',
    until: 60,
    seen: [['k8s-pod', 'Running', 4]],
    logged: 'Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503',
  },
  {
    fault: 'Cut the node off',
    repair: 'Connect the node again',
    on: 'k8s-node',
    until: 430,
    seen: [['k8s-node', 'Unknown', 1]],
    logged: 'TaintManagerEviction: Marking for deletion Pod default/',
  },
];

describe('a fault of the EKS diagram', () => {
  test.for(faults)('“$fault” is switched on in the panel, has its outcome on the page, and can be repaired', async (row, { visit }) => {
    const diagram = await liveDiagram(await visit('/eks/kubernetes-in-one-page/'), 'eks-deployment');
    await diagram.seek(12);
    await diagram.select(row.on);
    await diagram.press(row.fault);
    await diagram.seek(row.until);
    for (const [kind, status, count] of row.seen) expect(await diagram.count(kind, status), `${kind} ${status}`).toBe(count);
    expect(await diagram.log()).toContain(row.logged);

    await diagram.press(row.repair);
    expect(await diagram.root.getByRole('button', { name: row.repair, exact: true }).count()).toBe(0);
  });
});
