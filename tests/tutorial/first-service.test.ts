import { describe, expect, it } from 'vitest';
import { ids, instanceArn } from '../../diagrams/ecs-service/start.ts';
import type { Act, Input } from '../../src/model/api-call.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Standing } from '../../src/tutorial/standing.ts';
import { doneIn, nextGoal, whyUnmet } from '../../src/tutorial/standing.ts';
import { standingAfter, tutorials } from './headless.ts';

const tutorial = tutorials['/content/tutorials/first-service.yaml'];

const update = (change: JsonObject): Act => ({
  call: { api: 'ecs', operation: 'UpdateService', input: { cluster: 'demo', service: 'web', ...change } },
});
const scale = (desiredCount: number): Act => update({ desiredCount });
const deploy = (taskDefinition: string): Act => update({ taskDefinition });
const lose = (name: Parameters<typeof instanceArn>[0]): Act => ({ fault: 'instance-lost', target: instanceArn(name), on: true });

/** How the tutorial stands at the end when these things are done, a minute apart. */
function after(...acts: readonly Act[]): Standing {
  if (tutorial === undefined) throw new Error('There is no content/tutorials/first-service.yaml.');
  return standingAfter(
    tutorial,
    acts.map((act, i): Input => ({ at: (i + 1) * 60_000, ...act })),
  );
}

/** The first unmet goal of a step, and why. */
function lacking(standing: Standing, id: string): { readonly goal: string; readonly why: string } | undefined {
  const step = standing.find((one) => one.step.id === id);
  const next = step && nextGoal(step);
  return next && { goal: next.goal.id, why: whyUnmet(next) };
}

describe('the tutorial first-service', () => {
  it('is done in another order: all tasks at once, then the deployment, then the loss of two instances', () => {
    expect(doneIn(after(scale(4), deploy('web:8'), lose('0b2'), lose('0c3')))).toHaveLength(4);
  });

  it('is done with more than it asks for', () => {
    expect(doneIn(after(scale(6), lose('0a1'), deploy('web:8')))).toHaveLength(4);
  });

  it('says of three tasks that they are three of four', () => {
    const standing = after(scale(3));
    expect(doneIn(standing)).toEqual(['run-it']);
    expect(lacking(standing, 'scale-it')).toEqual({ goal: 'four-running', why: '3 of 4 tasks are RUNNING.' });
  });

  it('does not take a drained instance for a lost one', () => {
    const drain: Act = {
      call: {
        api: 'ecs',
        operation: 'UpdateContainerInstancesState',
        input: { cluster: 'demo', containerInstances: [instanceArn('0a1')], status: 'DRAINING' },
      },
    };
    expect(lacking(after(scale(4), drain), 'lose-an-instance')?.goal).toBe('task-lost');
  });

  it('does not count a lost instance while the service cannot replace its tasks', () => {
    const noCapacity: Act = { fault: 'no-capacity', target: ids.cluster, on: true };
    const standing = after(scale(4), noCapacity, lose('0a1'), lose('0b2'));
    expect(lacking(standing, 'lose-an-instance')?.goal).toBe('four-running-again');
  });

  it('does not count a revision that cannot start, nor one that was rolled back', () => {
    expect(lacking(after(scale(4), deploy('web:9')), 'deploy')).toEqual({
      goal: 'new-running',
      why: '0 of 4 tasks of web:8 are RUNNING.',
    });
  });
});
