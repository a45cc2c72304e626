import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-capacity/scenario.ts';
import { ids, instanceArn } from '../../diagrams/ecs-capacity/start.ts';
import type { Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import type { Where } from '../../src/model/goal.ts';
import { judge } from '../../src/model/goal.ts';
import type { Id, JsonObject } from '../../src/model/json.ts';
import type { Kind } from '../../src/model/kind.ts';
import { ecsApi } from '../../src/simulation/ecs/api.ts';
import { ecsCall } from '../../src/simulation/ecs/offers.ts';
import { arns } from '../../src/simulation/ecs/small-cluster.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt, lastMoment, logAt } from '../../src/simulation/engine/run.ts';

const story = extendTo(beginRun(scenario), scenario.horizon);

describe('the story of ecs-capacity', () => {
  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });
});

/** By now all tasks run and nothing is going on. */
const SETTLED = 28_000;

const play = (inputs: readonly Input[], until: number): Run => extendTo(beginRun(scenario, { inputs }), until);
const end = (run: Run): Frame => frameAt(run, run.length - 1);
const said = (run: Run): readonly string[] => logAt(run, run.length - 1).map(({ text }) => text.replace(/ [0-9a-f]{32}/g, ' ID'));
const call = (operation: string, input: JsonObject, at = SETTLED): Input => ({ at, call: ecsCall(operation, input) });
const broken = (fault: string, target: Id, on = true, at = SETTLED): Input => ({ at, fault, target, on });

const count = (frame: Frame, kind: Kind, where: Where): number => judge({ kind, where, count: {} }, frame).found;
const running = (frame: Frame, where: Where): number => count(frame, 'ecs-task', { status: 'RUNNING', ...where });
const agents = { 'details.revision': 'agent:2' };
const [first, , third] = (['0a1', '0b2', '0c3'] as const).map(instanceArn);
if (first === undefined || third === undefined) throw new Error('ecs-capacity has no instances.');

describe('a capacity provider strategy', () => {
  test('without Spot capacity still starts the share of FARGATE, and says once why the rest waits', () => {
    const run = play(
      [broken('no-spot-capacity', ids.spot), call('UpdateService', { service: 'web', desiredCount: 9 }, SETTLED + 1)],
      120_000,
    );
    expect(running(end(run), { 'details.capacityProvider': 'FARGATE' })).toBe(3);
    expect(running(end(run), { 'details.capacityProvider': 'FARGATE_SPOT' })).toBe(3);
    expect(said(run).filter((text) => text.includes('Capacity is unavailable at this time.'))).toEqual([
      '(service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
    ]);
    expect(
      end(run)
        .resources.get(ids.web)
        ?.waitingFor?.map(({ code }) => code),
    ).toContain('spot-capacity');
  });

  test('can be moved to the instances, where a full fleet is said in the words of placement', () => {
    const strategy = [{ capacityProvider: 'ec2', weight: 1 }];
    const run = play([call('UpdateService', { service: 'web', desiredCount: 12, capacityProviderStrategy: strategy })], 240_000);
    expect(running(end(run), { 'details.revision': 'web:7', 'details.capacityProvider': 'ec2' })).toBe(12);
  });
});

describe('an interrupted Spot task', () => {
  const taken = arns.task('web', 2);

  test('is told to stop while it still runs, and says why', () => {
    const run = play([broken('spot-warning', taken)], SETTLED);
    expect(end(run).resources.get(taken)).toMatchObject({
      reason: 'SpotInterruption',
      text: 'Your Spot Task was interrupted.',
      details: { desiredStatus: 'STOPPED' },
    });
  });

  test('is replaced on Spot', () => {
    const frame = end(play([broken('spot-warning', taken)], 120_000));
    expect(frame.resources.get(taken)?.status ?? 'DELETED').not.toBe('RUNNING');
    expect(running(frame, { 'details.capacityProvider': 'FARGATE_SPOT' })).toBe(3);
  });
});

describe('a DAEMON service', () => {
  test('takes no desired count and no capacity provider strategy', () => {
    const { world } = lastMoment(play([], SETTLED));
    const change = (input: JsonObject) => ecsApi(ecsCall('UpdateService', { service: 'agent', ...input }), world).reply;
    expect(change({ desiredCount: 5 })).toMatchObject({ ok: false, body: { __type: 'InvalidParameterException' } });
    expect(change({ capacityProviderStrategy: [{ capacityProvider: 'ec2', weight: 1 }] })).toMatchObject({ ok: false });
  });

  test('has no task on an instance that stops to satisfy its constraint, and all others keep theirs', () => {
    const constraint = { type: 'memberOf', expression: 'attribute:ecs.availability-zone != eu-west-1c' };
    const frame = end(play([call('UpdateService', { service: 'agent', placementConstraints: [constraint] })], 120_000));
    expect(running(frame, agents)).toBe(2);
    expect(running(frame, { ...agents, 'details.instance': third })).toBe(0);
    expect(frame.resources.get(ids.agent)).toMatchObject({ reason: 'COMPLETED', details: { desired: 2 } });
  });

  test('stops the old tasks first when it is deployed, as its maximum is one task on each instance', () => {
    const run = play([call('UpdateService', { service: 'agent', forceNewDeployment: true })], 120_000);
    for (let index = indexAt(run, SETTLED); index < run.length; index += 1) {
      const frame = frameAt(run, index);
      const live = { ...agents, status: ['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING', 'DEACTIVATING', 'STOPPING'] };
      expect(count(frame, 'ecs-task', { ...live, 'details.instance': first })).toBeLessThan(2);
    }
    expect(end(run).resources.get(ids.agent)).toMatchObject({ reason: 'COMPLETED', details: { running: 3 } });
  });

  test('is the first on a new instance', () => {
    const run = play(
      [call('RegisterContainerInstance', {}), call('UpdateService', { service: 'worker', desiredCount: 4 }, SETTLED + 1)],
      120_000,
    );
    const born = [...end(run).resources.values()].find(
      ({ kind, createdAt = '' }) => kind === 'ecs-container-instance' && createdAt > '2026-11-23T09',
    );
    const there = [...end(run).resources.values()].filter(({ details }) => details['instance'] === born?.id);
    expect(there.map(({ details }) => details['revision'])).toContain('agent:2');
  });

  test('leaves a draining instance last', () => {
    const run = play([call('UpdateContainerInstancesState', { containerInstances: [third], status: 'DRAINING' })], 120_000);
    const workerLeft = [...Array(run.length).keys()].find(
      (index) =>
        index > indexAt(run, SETTLED) && running(frameAt(run, index), { 'details.instance': third, 'details.revision': 'worker:4' }) === 0,
    );
    expect(running(frameAt(run, workerLeft ?? 0), { ...agents, 'details.instance': third })).toBe(1);
    expect(running(end(run), { 'details.instance': third })).toBe(0);
  });
});

describe('an instance', () => {
  test('with tasks is deregistered only by force; its tasks are then orphaned and replaced elsewhere', () => {
    const { world } = lastMoment(play([], SETTLED));
    const reply = ecsApi(ecsCall('DeregisterContainerInstance', { containerInstance: third }), world).reply;
    expect(reply).toMatchObject({ ok: false, body: { message: 'Found running tasks on the instance.' } });
    const forced = call('DeregisterContainerInstance', { containerInstance: third, force: true });
    expect(end(play([forced], SETTLED)).resources.get(third)).toMatchObject({ status: 'DEREGISTERING' });
    const frame = end(play([forced], 120_000));
    expect(frame.resources.get(third)).toMatchObject({ status: 'INACTIVE' });
    expect(frame.resources.get(ids.cluster)?.details).toMatchObject({ instances: 2 });
    expect([running(frame, agents), running(frame, { 'details.revision': 'worker:4' })]).toEqual([2, 3]);
  });

  test('that cannot register stays REGISTRATION_FAILED, and may be deregistered', () => {
    const launched = [broken('registration-fails', ids.cluster), call('RegisterContainerInstance', {}, SETTLED + 1)];
    const frame = end(play(launched, 60_000));
    const failed = [...frame.resources.values()].find(({ status }) => status === 'REGISTRATION_FAILED');
    expect(failed).toBeDefined();
    const gone = end(play([...launched, call('DeregisterContainerInstance', { containerInstance: failed?.id }, 60_000)], 90_000));
    expect(gone.resources.get(failed?.id ?? '')).toMatchObject({ status: 'INACTIVE' });
    expect(gone.resources.get(ids.cluster)?.details).toMatchObject({ instances: 3 });
  });

  test('whose agent is not connected keeps its tasks and gets no new ones', () => {
    const silent = [broken('agent-disconnected', first), call('UpdateService', { service: 'worker', desiredCount: 6 }, SETTLED + 1)];
    const frame = end(play(silent, 120_000));
    expect(frame.resources.get(first)).toMatchObject({ status: 'ACTIVE', details: { agentConnected: false } });
    expect(running(frame, { 'details.instance': first })).toBe(2);
    const back = end(
      play(
        [
          ...silent,
          broken('agent-disconnected', first, false, 60_000),
          call('UpdateService', { service: 'worker', desiredCount: 9 }, 60_001),
        ],
        180_000,
      ),
    );
    expect(running(back, { 'details.instance': first })).toBeGreaterThan(2);
  });
});

describe('a service that is deleted', () => {
  test('must be at none, or deleted by force', () => {
    const { world } = lastMoment(play([], SETTLED));
    expect(ecsApi(ecsCall('DeleteService', { service: 'worker' }), world).reply).toMatchObject({
      ok: false,
      body: { message: 'The service cannot be stopped while it is scaled above 0.' },
    });
  });

  test.each(['web', 'worker', 'agent'])('%s is DRAINING, and INACTIVE when its last task is on its way out', (name) => {
    const forced = call('DeleteService', { service: name, force: true });
    expect(end(play([forced], SETTLED)).resources.get(arns.service(name))).toMatchObject({ status: 'DRAINING' });
    const frame = end(play([forced], 120_000));
    expect(frame.resources.get(arns.service(name))).toMatchObject({ status: 'INACTIVE' });
    expect(frame.resources.get(ids.cluster)?.details).toMatchObject({ services: 2 });
    expect(
      [...frame.resources.values()].filter(
        ({ kind, id }) => kind === 'ecs-task' && frame.relations.get(id)?.some(({ to }) => to === arns.service(name)),
      ),
    ).toEqual([]);
  });
});
