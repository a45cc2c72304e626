import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gather } from '../../src/account/gather.ts';
import { logOf } from '../../src/account/log-of.ts';
import type { NamedText } from '../../src/account/read-files.ts';
import { readFiles } from '../../src/account/read-files.ts';

const recordedEvents = globSync('tests/fixtures/ecs-events/*.json').sort();
const recorded = (name: string): NamedText => ({ name, text: readFileSync(`tests/fixtures/ecs-events/${name}`, 'utf8') });

const serviceFile = (serviceArn: string, events: readonly object[] = []): NamedText => ({
  name: 'describe-services.json',
  text: JSON.stringify({
    services: [{ serviceArn, serviceName: serviceArn.replace(/^.*\//, ''), createdAt: '2026-01-01T00:00:00Z', events }],
  }),
});
const servicetest = 'arn:aws:ecs:us-west-2:111122223333:service/default/servicetest';
const web = 'arn:aws:ecs:us-west-2:111122223333:service/default/web';

const logged = (...files: readonly NamedText[]): readonly string[] =>
  logOf(gather(readFiles(files).objects).values()).map(({ text }) => text);

describe('recorded events of ECS', () => {
  it.each(recordedEvents.map((path) => basename(path)).filter((name) => /^(service|capacity-provider)-/.test(name)))(
    '%s appears in the log of the service beside it',
    (name) => {
      expect(logged(recorded(name), serviceFile(servicetest))).toHaveLength(1);
    },
  );

  it.each(recordedEvents.map((path) => basename(path)).filter((name) => name.startsWith('sequence-')))(
    '%s appears in the log of the service beside it, in order',
    (name) => {
      const lines = logged(recorded(name), serviceFile(web));
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.at(0)).toMatch(/\(service web\)|targets|started|deregistered|unhealthy/);
    },
  );

  it.each(recordedEvents.map((path) => basename(path)).filter((name) => /^(task|container-instance)-/.test(name)))(
    '%s shows what it tells of as it became',
    (name) => {
      const { objects, notices } = readFiles([recorded(name)]);
      expect(notices).toEqual([]);
      expect(objects).toHaveLength(1);
    },
  );

  it('says what to open beside an event that no service is there for', () => {
    expect(readFiles([recorded('service-steady-state.json')]).notices[0]?.text).toBe(
      `service-steady-state.json is left out: open it with the output of aws ecs describe-services for ${servicetest}.`,
    );
  });

  it('says so of events that are not of ECS', () => {
    expect(readFiles([recorded('ecr-image-push.json')]).notices).toMatchObject([
      { kind: 'unmapped', text: expect.stringContaining('ECR Image Action') },
    ]);
  });
});

describe('events beside a service', () => {
  it('are in the words of AWS, among those that the service has, none of them twice', () => {
    const known = [{ id: 'e-1', createdAt: '2020-05-23T12:00:00Z', message: '(service servicetest) has started 1 tasks.' }];
    const lines = logged(
      recorded('service-deployment-failed.json'),
      recorded('service-deployment-failed.json'),
      serviceFile(servicetest, known),
    );
    expect(lines).toEqual([
      '(service servicetest) has started 1 tasks.',
      'SERVICE_DEPLOYMENT_FAILED: ECS deployment circuit breaker: task failed to start.',
    ]);
  });

  it('may be a list that --query printed', () => {
    const message = '(service web) has reached a steady state.';
    const file = { name: 'events.json', text: JSON.stringify([{ id: 'e-9', createdAt: '2026-01-02T00:00:00Z', message }]) };
    expect(logged(file, serviceFile(web))).toEqual([message]);
    expect(logged(file, serviceFile(servicetest))).toEqual([]);
  });

  it('are not the log lines of an application', () => {
    const file = { name: 'log.json', text: JSON.stringify({ events: [{ timestamp: 1, message: 'password=hunter2' }] }) };
    expect(JSON.stringify(readFiles([file, serviceFile(web)]))).not.toContain('hunter2');
  });

  it('never put a task back to what it was before', () => {
    const described = JSON.parse(recorded('task-start-running.json').text) as { readonly detail: object };
    const later = {
      name: 'describe-tasks.json',
      text: JSON.stringify({ tasks: [{ ...described.detail, version: 99, lastStatus: 'STOPPED' }] }),
    };
    const reading = readFiles([later, recorded('task-start-running.json')]);
    expect(reading.objects).toHaveLength(1);
    expect(reading.objects[0]?.body['lastStatus']).toBe('STOPPED');
  });
});
