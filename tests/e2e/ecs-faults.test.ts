import { describe, expect } from 'vitest';
import { browserTest as test } from './harness/browser-test.ts';
import { liveDiagram } from './harness/live-diagram.ts';

interface FaultRow {
  readonly fault: string;
  readonly repair: string;
  readonly on: string;
  /** The desired count that is asked for while it lasts: some faults show only when a task is started. */
  readonly scale?: number;
  readonly until: number;
  readonly seen: readonly (readonly [kind: string, status: string, count: number])[];
  readonly logged: string;
}

const faults: readonly FaultRow[] = [
  {
    fault: 'Lose the instance',
    repair: 'Launch another instance',
    on: 'ecs-container-instance',
    until: 70,
    seen: [
      ['ecs-container-instance', 'INACTIVE', 1],
      ['ecs-task', 'STOPPED', 2],
      ['ecs-task', 'RUNNING', 4],
    ],
    logged: '(service web) has started 2 tasks:',
  },
  {
    fault: 'Container exits',
    repair: 'Forget it',
    on: 'ecs-task',
    until: 60,
    seen: [
      ['ecs-task', 'STOPPED', 1],
      ['ecs-task', 'RUNNING', 4],
    ],
    logged: '(service web) has begun draining connections on 1 tasks.',
  },
  {
    fault: 'Health check fails',
    repair: 'Let it answer again',
    on: 'ecs-task',
    until: 60,
    seen: [['ecs-task', 'RUNNING', 4]],
    logged: 'Amazon ECS replaced 1 tasks due to an unhealthy status.',
  },
  {
    fault: 'Image cannot be pulled',
    repair: 'Let pulls work again',
    on: 'ecs-service',
    scale: 5,
    until: 120,
    seen: [['ecs-task', 'RUNNING', 4]],
    logged: '(service web) is unable to consistently start tasks successfully.',
  },
  {
    fault: 'No capacity left',
    repair: 'Give the capacity back',
    on: 'ecs-cluster',
    scale: 6,
    until: 60,
    seen: [['ecs-task', 'RUNNING', 4]],
    logged: '(service web) was unable to place a task because no container instance met all of its requirements.',
  },
];

describe('a fault of the ECS diagram', () => {
  test.for(faults)('“$fault” is switched on in the panel, has its outcome on the page, and can be repaired', async (row, { visit }) => {
    const diagram = await liveDiagram(await visit('/ecs/services/'), 'ecs-service');
    await diagram.seek(20);
    await diagram.select(row.on);
    await diagram.press(row.fault);
    if (row.scale !== undefined) {
      await diagram.select('ecs-service');
      await diagram.fill('Desired count', String(row.scale));
      await diagram.press('Set desired count');
    }
    await diagram.seek(row.until);
    for (const [kind, status, count] of row.seen) expect(await diagram.count(kind, status), `${kind} ${status}`).toBe(count);
    expect(await diagram.log()).toContain(row.logged);

    if (row.scale !== undefined) await diagram.select(row.on);
    await diagram.press(row.repair);
    expect(await diagram.root.getByRole('button', { name: row.repair, exact: true }).count()).toBe(0);
  });
});
