import { describe, expect, test } from 'vitest';
import { ids, instanceArn } from '../../../diagrams/ecs-service/start.ts';
import { atRest, end, play, said, serviceIn, settledTask, SETTLED, tasksOf, updateService } from './play.ts';

const at = SETTLED;
const sick = settledTask();

describe('an image that cannot be pulled', () => {
  const fault = { at, fault: 'image-pull-fails', target: ids.service, on: true } as const;
  const scale = { at: at + 1, ...updateService({ desiredCount: 5 }) };

  test('ends a task with TaskFailedToStart and the error of its container', () => {
    const failed = tasksOf(end(play([fault, scale], at + 20_000))).find(({ reason }) => reason === 'TaskFailedToStart');
    expect(failed?.text).toBe('Task failed to start');
    expect(failed?.details['containerReason']).toMatch(/^CannotPullContainerError: /);
  });

  test('makes the service wait longer from attempt to attempt, and say so once', () => {
    const run = play([fault, scale], 480_000);
    expect(said(run).filter((text) => text === '(service web) is unable to consistently start tasks successfully.')).toHaveLength(1);
    const starts = run.recording.log
      .filter(({ at: time, text }) => time > at && text.includes('has started 1 tasks'))
      .map(({ at: time }) => time);
    const gaps = starts.slice(1).map((time, index) => time - (starts[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(3);
    const later = gaps.slice(2); // the first waits are shorter than what chance does to a start
    expect([...later].sort((a, b) => a - b)).toEqual(later);
    expect(later.at(-1)).toBeGreaterThan(60_000);
  });

  test('is over when pulls work again: the next attempt succeeds', () => {
    const run = play([fault, scale, { at: at + 60_000, fault: 'image-pull-fails', target: ids.service, on: false }], 480_000);
    expect(serviceIn(end(run)).details).toMatchObject({ desired: 5, running: 5, pending: 0 });
    expect(atRest(run)).toBe(true);
  });
});

test('a container that exits ends its task with EssentialContainerExited, and the service replaces it after it is out of service', () => {
  const run = play([{ at, fault: 'container-exits', target: sick, on: true }], 480_000);
  const order = said(run).slice(said(play([], at)).length);
  expect(order).toEqual([
    '(service web) deregistered 1 targets in (target-group GROUP)',
    '(service web) has begun draining connections on 1 tasks.',
    '(service web) has started 1 tasks: (task ID).',
    '(service web) registered 1 targets in (target-group GROUP)',
    '(service web) has reached a steady state.',
  ]);
  const gone = end(play([{ at, fault: 'container-exits', target: sick, on: true }], at + 30_000)).resources.get(sick);
  expect(gone).toMatchObject({ status: 'STOPPED', reason: 'EssentialContainerExited', text: 'Essential container in task exited' });
  expect(gone?.details['exitCode']).toBe(1);
});

describe('a task that fails its health checks', () => {
  const fault = { at, fault: 'health-check-fails', target: sick, on: true } as const;

  test('is replaced start-first and then stopped, with the words of the load balancer', () => {
    const run = play([fault], 480_000);
    const order = said(run).slice(said(play([], at)).length);
    expect(order).toEqual([
      '(service web) has started 1 tasks: (task ID). Amazon ECS replaced 1 tasks due to an unhealthy status.',
      '(service web) registered 1 targets in (target-group GROUP)',
      '(service web) (task ID) (port 8080) is unhealthy in (target-group GROUP) due to (reason Health checks failed with these codes: [503]).',
      '(service web) has stopped 1 running tasks: (task ID).',
      '(service web) deregistered 1 targets in (target-group GROUP)',
      '(service web) has begun draining connections on 1 tasks.',
      '(service web) has reached a steady state.',
    ]);
    expect(serviceIn(end(run)).details).toMatchObject({ running: 4, pending: 0 });
  });

  test('fails requests only until its target is unhealthy', () => {
    expect(end(play([fault], at + 1)).measures['requests.failed']).toBe(30);
    expect(end(play([fault], at + 25_000)).measures['requests.failed']).toBe(0);
  });

  test('stays when it answers again in time', () => {
    const run = play([fault, { at: at + 5_000, fault: 'health-check-fails', target: sick, on: false }], 480_000);
    expect(end(run).resources.get(sick)).toMatchObject({ status: 'RUNNING', health: 'HEALTHY' });
    expect(end(run).measures['requests.failed']).toBe(0);
  });
});

describe('a lost instance', () => {
  const lost = instanceArn('0c3');
  const fault = { at, fault: 'instance-lost', target: lost, on: true } as const;

  test('fails requests until the health check takes its target out', () => {
    expect(end(play([fault], at + 1)).measures['requests.failed']).toBeGreaterThan(0);
    expect(end(play([fault], at + 25_000)).measures['requests.failed']).toBe(0);
  });

  test('is first disconnected and then INACTIVE; its task stops and another runs elsewhere', () => {
    const seen = end(play([fault], at + 8_000)).resources.get(lost);
    expect(seen).toMatchObject({ status: 'ACTIVE', details: { agentConnected: false } });
    const run = play([fault], at + 50_000);
    expect(end(run).resources.get(lost)?.status).toBe('INACTIVE');
    const stopped = tasksOf(end(run)).filter(({ status }) => status === 'STOPPED');
    expect(stopped).toHaveLength(1);
    expect(stopped[0]?.reason).toBe('TerminationNotice');
    expect(stopped[0]?.text).toMatch(/^Host EC2 \(instance i-0c3\w+\) terminated\.$/);
    const running = tasksOf(end(run)).filter(({ status }) => status === 'RUNNING');
    expect(running).toHaveLength(4);
    expect(running.every(({ details }) => details['instance'] !== lost)).toBe(true);
  });

  test('is followed by another one that registers, when the reader launches it', () => {
    const run = play([fault, { at: at + 60_000, fault: 'instance-lost', target: lost, on: false }], 480_000);
    const active = [...end(run).resources.values()].filter(({ kind, status }) => kind === 'ecs-container-instance' && status === 'ACTIVE');
    expect(active).toHaveLength(3);
    expect(atRest(run)).toBe(true);
  });
});

describe('no capacity left', () => {
  const fault = { at, fault: 'no-capacity', target: ids.cluster, on: true } as const;
  const scale = { at: at + 1, ...updateService({ desiredCount: 6 }) };

  test('is said once, with the closest instance and what it lacks', () => {
    const run = play([fault, scale], 480_000);
    const failures = said(run).filter((text) => text.includes('unable to place'));
    expect(failures).toEqual([
      '(service web) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance ID has insufficient CPU units available.',
    ]);
    expect(serviceIn(end(run)).details).toMatchObject({ desired: 6, running: 4, pending: 0 });
    expect(serviceIn(end(run)).waitingFor?.map(({ code }) => code)).toContain('capacity');
    expect(atRest(run)).toBe(true);
  });

  test('is over when the capacity is given back', () => {
    const run = play([fault, scale, { at: at + 60_000, fault: 'no-capacity', target: ids.cluster, on: false }], 480_000);
    expect(serviceIn(end(run)).details).toMatchObject({ running: 6 });
    expect(serviceIn(end(run)).waitingFor).toBeUndefined();
  });
});

describe('a revision whose image does not exist', () => {
  test('fails the deployment at the third failure and goes back to the last completed one', () => {
    const run = play([{ at, ...updateService({ taskDefinition: 'web:9' }) }], 480_000);
    const order = said(run)
      .slice(said(play([], at)).length)
      .map((text) => text.replace(/ecs-svc\/\d+/g, 'DEPLOYMENT'));
    expect(order).toEqual([
      '(service web) has started 4 tasks: (task ID) (task ID) (task ID) (task ID).',
      '(service web) (deployment DEPLOYMENT) deployment failed: tasks failed to start.',
      '(service web) rolling back to deployment DEPLOYMENT.',
      '(service web) (deployment DEPLOYMENT) deployment completed.',
      '(service web) has reached a steady state.',
    ]);
    expect(serviceIn(end(run))).toMatchObject({ reason: 'COMPLETED', details: { revision: 'web:7', running: 4 } });
  });
});
