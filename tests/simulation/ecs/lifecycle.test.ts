import { describe, expect, test } from 'vitest';
import scenario from '../../../diagrams/ecs-service/scenario.ts';
import { ids, instanceArn } from '../../../diagrams/ecs-service/start.ts';
import type { Input } from '../../../src/model/api-call.ts';
import type { Id } from '../../../src/model/json.ts';
import { statuses } from '../../../src/model/status.ts';
import { frameAt } from '../../../src/simulation/engine/frame.ts';
import { act, beginRun, extendTo } from '../../../src/simulation/engine/run.ts';
import { end, play, said, serviceIn, settledTask, SETTLED, tasksOf, updateService } from './play.ts';

const at = SETTLED;

/** Every status of every task in the order in which a run shows it, without repeats. */
function statusesOf(inputs: readonly Input[], until: number): ReadonlyMap<Id, readonly string[]> {
  const run = play(inputs, until);
  const seen = new Map<Id, string[]>();
  for (let index = 0; index < run.length; index += 1) {
    for (const { id, status } of tasksOf(frameAt(run, index))) {
      const list = seen.get(id) ?? [];
      if (list.at(-1) !== status) list.push(status);
      seen.set(id, list);
    }
  }
  return seen;
}

describe('a task', () => {
  test('goes through every status in order, from its placement to the day on which it is forgotten', () => {
    const scaled = statusesOf(
      [
        { at, ...updateService({ desiredCount: 5 }) },
        { at: at + 60_000, ...updateService({ desiredCount: 0 }) },
      ],
      300_000,
    );
    const fifth = [...scaled.values()].find((list) => list[0] === 'PROVISIONING');
    expect(fifth).toEqual(Object.keys(statuses['ecs-task']));
  });

  test('passes through DEPROVISIONING when its image cannot be pulled, and never runs', () => {
    const seen = statusesOf([{ at, ...updateService({ taskDefinition: 'web:9' }) }], at + 25_000);
    const failed = [...seen.values()].filter((list) => list[0] === 'PROVISIONING');
    expect(failed).toHaveLength(4);
    for (const list of failed) expect(list).toEqual(['PROVISIONING', 'PENDING', 'ACTIVATING', 'DEPROVISIONING', 'STOPPED']);
  });

  test('that is stopped by hand is replaced', () => {
    const task = settledTask();
    const run = play([{ at, call: { api: 'ecs', operation: 'StopTask', input: { cluster: 'demo', task } } }], at + 60_000);
    expect(end(run).resources.get(task)).toMatchObject({ status: 'STOPPED', reason: 'UserInitiated', text: 'Task stopped by user' });
    expect(serviceIn(end(run)).details).toMatchObject({ running: 4, pending: 0 });
  });
});

describe('capacity', () => {
  test('tasks move to Fargate by a new deployment, and back', () => {
    const onFargate = {
      at,
      ...updateService({ capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }], forceNewDeployment: true }),
    };
    const there = end(play([onFargate], 200_000));
    const running = tasksOf(there).filter(({ status }) => status === 'RUNNING');
    expect(running.map(({ details }) => details['launchType'])).toEqual(['FARGATE', 'FARGATE', 'FARGATE', 'FARGATE']);
    expect(new Set(running.map(({ scope }) => scope.zone)).size).toBe(3);
    const instances = [...there.resources.values()].filter(({ kind }) => kind === 'ecs-container-instance');
    expect(instances.map(({ details }) => details['cpu'])).toEqual(instances.map(() => ({ registered: 2048, remaining: 2048 })));
    const back = {
      at: 200_000,
      ...updateService({ capacityProviderStrategy: [{ capacityProvider: 'ec2', weight: 1 }], forceNewDeployment: true }),
    };
    const again = tasksOf(end(play([onFargate, back], 480_000))).filter(({ status }) => status === 'RUNNING');
    expect(again.map(({ details }) => details['launchType'])).toEqual(['EC2', 'EC2', 'EC2', 'EC2']);
  });

  test('a draining instance is emptied start-first, and takes tasks again when it is made ACTIVE', () => {
    const instance = instanceArn('0a1');
    const to = (status: string, time: number): Input => ({
      at: time,
      call: { api: 'ecs', operation: 'UpdateContainerInstancesState', input: { cluster: 'demo', containerInstances: [instance], status } },
    });
    const drained = play([to('DRAINING', at)], 200_000);
    expect(end(drained).resources.get(instance)).toMatchObject({ status: 'DRAINING', details: { running: 0, pending: 0 } });
    expect(serviceIn(end(drained)).details['running']).toBe(4);
    for (let index = 0; index < drained.length; index += 1)
      expect(frameAt(drained, index).measures['targets.healthy']).toBeGreaterThanOrEqual(3);
    expect(end(play([to('DRAINING', at), to('ACTIVE', 200_000)], 210_000)).resources.get(instance)?.status).toBe('ACTIVE');
  });
});

describe('a deployment', () => {
  test('completes after the old tasks have stopped, just before the steady state', () => {
    const run = play([{ at, ...updateService({ taskDefinition: 'web:8' }) }], 300_000);
    expect(
      said(run)
        .slice(-2)
        .map((text) => text.replace(/ecs-svc\/\d+/, 'DEPLOYMENT')),
    ).toEqual(['(service web) (deployment DEPLOYMENT) deployment completed.', '(service web) has reached a steady state.']);
  });
});

describe('a call that ECS refuses', () => {
  const run = extendTo(beginRun(scenario, { inputs: [] }), at);
  test.each([
    ['UpdateService', { cluster: 'none', service: 'web' }, 'ClusterNotFoundException'],
    ['UpdateService', { cluster: 'demo', service: 'none' }, 'ServiceNotFoundException'],
    ['UpdateService', { cluster: 'demo', service: 'web', desiredCount: -1 }, 'InvalidParameterException'],
    ['UpdateService', { cluster: 'demo', service: 'web', desiredCount: 1.5 }, 'InvalidParameterException'],
    ['UpdateService', { cluster: 'demo', service: 'web', taskDefinition: 'web:70' }, 'ClientException'],
    [
      'UpdateService',
      { cluster: 'demo', service: 'web', capacityProviderStrategy: [{ capacityProvider: 'x', weight: 1 }] },
      'InvalidParameterException',
    ],
    ['StopTask', { cluster: 'demo', task: 'none' }, 'InvalidParameterException'],
    ['UpdateContainerInstancesState', { cluster: 'demo', containerInstances: ['none'], status: 'DRAINING' }, 'InvalidParameterException'],
    ['DeleteCluster', { cluster: 'demo' }, 'UnsupportedOperation'],
  ])('%s with %j is answered with %s and changes nothing', (operation, input, exception) => {
    const { run: after, reply } = act(run, run.length - 1, at, { call: { api: 'ecs', operation, input } });
    expect(reply).toMatchObject({ ok: false, body: { __type: exception } });
    expect(end(after).resources.get(ids.service)).toBe(end(run).resources.get(ids.service));
  });
});
