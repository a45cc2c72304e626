import { describe, expect, test } from 'vitest';
import { gather } from '../../../src/account/gather.ts';
import { parcelOf, unpacked } from '../../../src/account/parcel.ts';
import { accountOf } from '../../../src/account/picture.ts';
import { unsaid } from '../../../src/account/about.ts';
import { readDocument } from '../../../src/account/read-document.ts';
import { changesBetween } from '../../../src/account/watch/changes.ts';
import { remembered } from '../../../src/account/watch/hour.ts';
import { withChanges } from '../../../src/account/watch/messages.ts';
import { stillFrame } from '../../../src/model/still-frame.ts';

const cluster = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
const serviceArn = 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web';
const taskArn = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/4be1';

const service = (fields: object) => ({
  services: [{ serviceArn, serviceName: 'web', clusterArn: cluster, status: 'ACTIVE', desiredCount: 2, runningCount: 2, ...fields }],
});
const task = (lastStatus: string) => ({ tasks: [{ taskArn, clusterArn: cluster, group: 'service:web', lastStatus }] });

const readingOf = (...documents: readonly object[]) => {
  const readings = documents.map((document) => readDocument('file', document));
  return { objects: readings.flatMap(({ objects }) => objects), notices: [], about: unsaid };
};
const estateOf = (...documents: readonly object[]) => gather(readingOf(...documents).objects);
const texts = (before: readonly object[], after: readonly object[]) =>
  changesBetween(estateOf(...before), estateOf(...after)).map(({ text }) => text);

describe('what changed between two readings', () => {
  test('is nothing when they say the same', () => {
    expect(texts([service({}), task('RUNNING')], [service({}), task('RUNNING')])).toEqual([]);
  });

  test('counts what a service wants and runs, before and after', () => {
    expect(texts([service({})], [service({ desiredCount: 3, runningCount: 1, pendingCount: 1 })])).toEqual([
      'service web: 3 desired, before 2; 1 running, before 2; 1 pending.',
    ]);
  });

  test('names the rollout state of the newest deployment', () => {
    const rollout = (rolloutState: string) => service({ deployments: [{ id: 'ecs-svc/1', status: 'PRIMARY', rolloutState }] });
    expect(texts([rollout('IN_PROGRESS')], [rollout('FAILED')])).toEqual(['service web is ACTIVE, FAILED, after ACTIVE, IN_PROGRESS.']);
  });

  test('follows a task from status to status, and tells when it comes and goes', () => {
    expect(texts([task('PENDING')], [task('RUNNING')])).toEqual(['task 4be is RUNNING, after PENDING.']);
    expect(texts([service({})], [service({}), task('PENDING')])).toEqual(['task 4be is new: PENDING.']);
    expect(texts([service({}), task('STOPPED')], [service({})])).toEqual(['task 4be is gone; it was STOPPED.']);
  });

  test('tells the events that are new, at their own time, before what has no time', () => {
    const event = (id: string, createdAt: string) => ({ id, createdAt, message: `(service web) event ${id}.` });
    const before = service({ events: [event('a', '2026-11-20T10:00:00Z')] });
    const events = [event('c', '2026-11-20T10:02:00Z'), event('b', '2026-11-20T10:01:00Z'), event('a', '2026-11-20T10:00:00Z')];
    const changes = changesBetween(estateOf(before), estateOf(service({ events, runningCount: 1 })));
    expect(changes.map(({ text, at }) => [text, at])).toEqual([
      ['(service web) event b.', '2026-11-20T10:01:00.000Z'],
      ['(service web) event c.', '2026-11-20T10:02:00.000Z'],
      ['service web: 1 running, before 2.', undefined],
    ]);
  });

  test('says how a node group changed', () => {
    const nodegroup = (status: string, desiredSize: number) => ({
      nodegroup: {
        nodegroupName: 'workers',
        nodegroupArn: 'arn:aws:eks:eu-west-1:111122223333:nodegroup/platform/workers/a1',
        clusterName: 'platform',
        status,
        scalingConfig: { desiredSize },
      },
    });
    expect(texts([nodegroup('ACTIVE', 2)], [nodegroup('UPDATING', 3)])).toEqual([
      'node group workers is UPDATING, after ACTIVE.',
      'node group workers: 3 wanted, before 2.',
    ]);
  });
});

describe('a parcel', () => {
  test('hands over only what differs, and what stays is the same object', () => {
    const first = parcelOf(new Map(), readingOf(service({}), task('PENDING')));
    const second = parcelOf(first.estate, readingOf(service({}), task('RUNNING')));
    expect(second.parcel.changed.map(({ id }) => id)).toEqual([taskArn]);
    expect(second.estate.get(serviceArn)).toBe(first.estate.get(serviceArn));
  });

  test('names what is gone, and an unchanged estate stays the same', () => {
    const first = parcelOf(new Map(), readingOf(service({}), task('PENDING')));
    expect(parcelOf(first.estate, readingOf(service({}))).parcel.gone).toEqual([taskArn]);
    expect(unpacked(first.estate, { changed: [], gone: [] })).toBe(first.estate);
  });
});

describe('the last hour', () => {
  const account = (status: string) => accountOf(readingOf(service({}), task(status)));

  test('keeps readings for an hour and no longer', () => {
    const minute = 60_000;
    const hour = [0, 30, 60, 61].reduce<ReturnType<typeof remembered>>((kept, at) => remembered(kept, at * minute, account('RUNNING')), []);
    expect(hour.map(({ at }) => at / minute)).toEqual([30, 60, 61]);
  });

  test('is told among the messages of what is drawn, in time order, and ends at the reading that is looked at', () => {
    const hour = ['PENDING', 'RUNNING', 'STOPPED'].reduce<ReturnType<typeof remembered>>(
      (kept, status, at) => remembered(kept, at * 1000, account(status)),
      [],
    );
    const [, middle] = hour;
    if (middle === undefined) throw new Error('There is no second reading.');
    const frame = withChanges(stillFrame(middle.account.estate.values()), hour, middle, (text) => text);
    expect(frame.messages.map(({ text, from }) => [text, from])).toEqual([['task 4be is RUNNING, after PENDING.', taskArn]]);
  });
});
