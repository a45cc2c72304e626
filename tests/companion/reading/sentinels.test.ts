import * as amp from '@aws-sdk/client-amp';
import * as scaling from '@aws-sdk/client-application-auto-scaling';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as ec2 from '@aws-sdk/client-ec2';
import * as ecs from '@aws-sdk/client-ecs';
import * as eks from '@aws-sdk/client-eks';
import * as elbv2 from '@aws-sdk/client-elastic-load-balancing-v2';
import * as grafana from '@aws-sdk/client-grafana';
import * as discovery from '@aws-sdk/client-servicediscovery';
import * as sts from '@aws-sdk/client-sts';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../../src/account/operations.ts';
import type { Snapshot } from '../../../src/account/snapshot.ts';
import type { Clients } from '../../../src/companion/reading/clients.ts';
import { clientsOf } from '../../../src/companion/reading/clients.ts';
import { paceOf } from '../../../src/companion/reading/pacing.ts';
import { readAccount } from '../../../src/companion/reading/read-account.ts';
import { filled, sentinelsIn } from '../../account/every-field.ts';
import { home } from '../fake-aws/holdings.ts';
import { onlyFake, quickSecond } from '../fake-aws/read-fake.ts';

const sdks: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aps: amp,
  'application-autoscaling': scaling,
  logs,
  ec2,
  ecs,
  eks,
  elasticloadbalancing: elbv2,
  grafana,
  servicediscovery: discovery,
  sts,
};

/** The answer to an operation, as the SDK describes it, with a word of its own in each text and no further page. */
function answerTo(service: string, name: string): string {
  const found = Object.entries(sdks[service] ?? {}).find(([key]) => [`${name}Response$`, `${name}Result$`, `${name}Output$`].includes(key));
  if (found === undefined) throw new Error(`The SDK does not describe what ${service}:${name} answers.`);
  const text = JSON.stringify(filled(found[1]), (key, value: unknown) => (/^next(?:token|marker)$/i.test(key) ? undefined : value));
  return text
    .replace('sentinel<.failures.reason>', 'MISSING')
    .replace('sentinel<.taskDefinition.containerDefinitions.logConfiguration.logDriver>', 'awslogs')
    .replace('sentinel<.logGroups.logGroupName>', 'sentinel<.taskDefinition.containerDefinitions.logConfiguration.options.awslogs-group>');
}

const answers = new Map(operations.map(({ service, name, action }) => [action, answerTo(service, name)]));

interface Answerable {
  readonly middlewareStack: {
    add(
      middleware: <Arguments, Answer>(
        next: (args: Arguments) => Promise<Answer>,
        context: { readonly commandName?: string },
      ) => (args: Arguments) => Promise<Answer>,
      options: { readonly step: 'initialize'; readonly priority: 'low'; readonly name: string },
    ): void;
  };
}

/** Answers a client's commands without sending them. */
function answered(service: string, client: Answerable): void {
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      () =>
        Promise.resolve(
          JSON.parse(`{"response":{},"output":${answers.get(`${service}:${commandName.replace(/Command$/, '')}`) ?? 'null'}}`),
        ),
    { step: 'initialize', priority: 'low', name: 'answered' },
  );
}

function answering(clients: Clients): Clients {
  answered('sts', clients.sts);
  answered('ecs', clients.ecs);
  answered('eks', clients.eks);
  answered('elasticloadbalancing', clients.elasticloadbalancing);
  answered('servicediscovery', clients.servicediscovery);
  answered('application-autoscaling', clients.scaling);
  answered('logs', clients.logs);
  answered('ec2', clients.ec2);
  answered('aps', clients.aps);
  answered('grafana', clients.grafana);
  return clients;
}

/** What must never stand in an account file, wherever AWS put it. */
const never =
  /environment\b|secret|\bcommand\b|entryPoint|override|\btags?\b|registeredBy|createdBy|volume|mount|credential|docker|extraHosts|systemControls|ulimits|proxy|repository|kms|execute|certificate|clientRequestToken|token|configurationValues|\bparams\b|scrapeConfiguration|identity\b|ownerId|userId/i;

describe('a reading whose every answer has a word of its own in every text', () => {
  let snapshot: Snapshot | undefined;
  const offered = [...answers.values()].flatMap(sentinelsIn);

  beforeAll(async () => {
    onlyFake('http://127.0.0.1:9');
    const clients = answering(clientsOf({})(home));
    snapshot = await readAccount(
      { regions: [home], include: ['ecs', 'eks'], clientsOf: () => clients, pace: paceOf({ second: quickSecond }) },
      { onProgress: () => undefined, signal: new AbortController().signal },
    );
  });

  it('is tried on answers that hold what must be dropped', () => {
    expect(offered.length).toBeGreaterThan(700);
    for (const word of [
      'environment.value',
      'secrets.valueFrom',
      'entryPoint',
      'certificateAuthority.data',
      'clientRequestToken',
      'configurationValues',
      'tags.value',
    ]) {
      expect(
        offered.filter((path) => path.includes(word)),
        word,
      ).not.toEqual([]);
    }
  });

  it('fills every list of the account file that the companion reads', () => {
    const lists = Object.entries({ ...snapshot?.ecs, ...snapshot?.eks, ...snapshot?.around });
    expect(lists.filter(([, elements]) => elements.length === 0).map(([key]) => key)).toEqual([]);
    expect(snapshot?.errors).toEqual([]);
  });

  it('lets through the named fields and nothing of what must never leave AWS', () => {
    const through = [...new Set(sentinelsIn(JSON.stringify(snapshot)))];
    expect(through.length).toBeGreaterThan(150);
    expect(through.filter((path) => never.test(path))).toEqual([]);
    expect(through.length).toBeLessThan(offered.length / 2);
  });
});
