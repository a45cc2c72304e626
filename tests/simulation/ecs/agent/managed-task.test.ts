import { describe, expect, test } from 'vitest';
import type { Call, Managed, ManagedTask, News } from '../../../../src/simulation/ecs/agent/managed-task.ts';
import { acceptedTask, afterNews, askedToStop, manage } from '../../../../src/simulation/ecs/agent/managed-task.ts';

const of = (name: string, more: Partial<Managed> = {}): Managed => ({ name, image: `${name}:1`, essential: true, ...more });
const after = (containerName: string, condition: string) => ({ dependsOn: [{ containerName, condition }] });

/** Lets the agent hear these news one after the other, and tells what it did after each. */
function hear(containers: readonly Managed[], news: readonly Omit<News, 'at'>[], start = manage(containers, acceptedTask(containers), 0)) {
  const calls: (readonly Call[])[] = [start.calls];
  let { task } = start;
  news.forEach((one, index) => {
    const next = manage(containers, afterNews(containers, task, { at: (index + 1) * 1000, ...one }, 'always'), (index + 1) * 1000);
    task = next.task;
    calls.push(next.calls);
  });
  return { task, calls: calls.map((those) => those.map((call) => `${call.do} ${call.name}`)) };
}

const stopped = (containers: readonly Managed[], task: ManagedTask) => manage(containers, askedToStop(containers, task), 60_000);

describe('the agent of a host', () => {
  test('pulls at once what waits for nothing, and starts what was pulled', () => {
    const { task, calls } = hear(
      [of('a'), of('b')],
      [
        { name: 'a', known: 'PULLED' },
        { name: 'b', known: 'PULLED' },
        { name: 'a', known: 'RUNNING' },
        { name: 'b', known: 'RUNNING' },
      ],
    );
    expect(calls).toEqual([['pull a', 'pull b'], ['start a'], ['start b'], [], []]);
    expect(task).toMatchObject({ known: 'RUNNING', desired: 'RUNNING' });
  });

  test('makes no call twice while the first is on its way', () => {
    const containers = [of('a')];
    const first = manage(containers, acceptedTask(containers), 0);
    expect(manage(containers, first.task, 1).calls).toEqual([]);
  });

  test('holds back the pull of what waits for health, and gives it free with the first check that passes', () => {
    const containers = [of('proxy', { healthCheck: true }), of('app', after('proxy', 'HEALTHY'))];
    const { calls } = hear(containers, [
      { name: 'proxy', known: 'PULLED' },
      { name: 'proxy', known: 'RUNNING' },
      { name: 'proxy', health: 'UNHEALTHY' },
      { name: 'proxy', health: 'HEALTHY' },
    ]);
    expect(calls).toEqual([['pull proxy'], ['start proxy'], [], [], ['pull app']]);
  });

  test('goes on without a container that is not essential', () => {
    const { task, calls } = hear(
      [of('app'), of('side', { essential: false })],
      [
        { name: 'app', known: 'PULLED' },
        { name: 'side', known: 'PULLED' },
        { name: 'app', known: 'RUNNING' },
        { name: 'side', known: 'RUNNING' },
        { name: 'side', known: 'STOPPED', exitCode: 1 },
      ],
    );
    expect(calls.at(-1)).toEqual([]);
    expect(task.desired).toBe('RUNNING');
  });

  test('stops the others when an essential container has ended, even with 0', () => {
    const { task, calls } = hear(
      [of('app'), of('side', { essential: false })],
      [
        { name: 'app', known: 'PULLED' },
        { name: 'side', known: 'PULLED' },
        { name: 'app', known: 'RUNNING' },
        { name: 'side', known: 'RUNNING' },
        { name: 'app', known: 'STOPPED', exitCode: 0 },
      ],
    );
    expect(calls.at(-1)).toEqual(['stop side']);
    expect(task.desired).toBe('STOPPED');
  });

  test('gives up, and says why, when what a container waits for has failed', () => {
    const containers = [of('init', { essential: false }), of('app', after('init', 'SUCCESS'))];
    const begun = manage(containers, acceptedTask(containers), 0);
    const running = afterNews(containers, begun.task, { name: 'init', at: 1, known: 'RUNNING' }, 'always');
    const failed = manage(containers, afterNews(containers, running, { name: 'init', at: 2, known: 'STOPPED', exitCode: 1 }, 'always'), 2);
    expect(failed.calls).toMatchObject([{ do: 'giveUp', name: 'app', exitCode: 143 }]);
    expect(failed.calls[0]).toHaveProperty('reason', expect.stringContaining('did not exit successfully'));
  });

  test('wishes the whole task stopped when an image cannot be pulled where there is none to fall back on', () => {
    const containers = [of('app'), of('side', { essential: false })];
    const begun = manage(containers, acceptedTask(containers), 0).task;
    const failed: News = { name: 'side', at: 1, known: 'STOPPED', failedTo: 'PULLED' };
    expect(afterNews(containers, begun, failed, 'always').desired).toBe('STOPPED');
    expect(afterNews(containers, begun, failed, 'default').desired).toBe('RUNNING');
  });

  test('stops first what depends on others, and then those', () => {
    const containers = [of('db'), of('app', after('db', 'START'))];
    const news = (['db', 'app'] as const).flatMap((name) => [
      { name, known: 'PULLED' as const },
      { name, known: 'RUNNING' as const },
    ]);
    const { task } = hear(containers, news);
    const first = stopped(containers, task);
    expect(first.calls).toEqual([{ do: 'stop', name: 'app' }]);
    const next = afterNews(containers, first.task, { name: 'app', at: 61_000, known: 'STOPPED', exitCode: 0 }, 'always');
    expect(manage(containers, next, 61_000).calls).toEqual([{ do: 'stop', name: 'db' }]);
  });

  test('forgets no earlier news with the next', () => {
    const { task } = hear(
      [of('app', { healthCheck: true })],
      [
        { name: 'app', known: 'PULLED' },
        { name: 'app', known: 'RUNNING' },
        { name: 'app', health: 'HEALTHY' },
      ],
    );
    expect(task.progress).toEqual([{ known: 'RUNNING', startedAt: 2_000, health: 'HEALTHY' }]);
  });
});
