import { Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { operations } from '../../src/account/operations.ts';
import { isDocument } from '../../src/account/reading.ts';
import type { Clients } from '../../src/companion/reading/clients.ts';
import { clientsOf } from '../../src/companion/reading/clients.ts';
import { paceOf } from '../../src/companion/reading/pacing.ts';
import { readAccount } from '../../src/companion/reading/read-account.ts';
import { everything } from '../companion/fake-aws/everything.ts';
import type { FakeAws } from '../companion/fake-aws/fake-aws.ts';
import { at, fakeAws } from '../companion/fake-aws/fake-aws.ts';
import { home } from '../companion/fake-aws/holdings.ts';
import { onlyFake, quickSecond } from '../companion/fake-aws/read-fake.ts';

let fake: FakeAws | undefined;

afterEach(async () => {
  vi.restoreAllMocks();
  await fake?.close();
});

interface Divertable {
  readonly middlewareStack: {
    add(
      middleware: <Arguments, Answer>(next: (args: Arguments) => Promise<Answer>) => (args: Arguments) => Promise<Answer>,
      options: { readonly step: 'finalizeRequest'; readonly priority: 'low'; readonly name: string },
    ): void;
  };
}

/** Notes for which host each request was signed, and hands it to the fake instead. */
function divert(clients: Clients, hosts: string[], to: URL): Clients {
  const all: readonly Divertable[] = Object.values(clients);
  for (const { middlewareStack } of all) {
    middlewareStack.add(
      (next) => (args) => {
        const request = isDocument(args) ? args['request'] : undefined;
        if (!isDocument(request)) throw new Error('A request of an unknown form would be sent.');
        hosts.push(`${String(request['protocol'])}//${String(request['hostname'])}`);
        Object.assign(request, { protocol: to.protocol, hostname: to.hostname, port: Number(to.port) });
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name: 'divert' },
    );
  }
  return clients;
}

it('requirement 14: the companion talks to the endpoints of the chosen Region and to no other address', async () => {
  fake = await fakeAws({ holdings: at(everything), second: quickSecond });
  const url = new URL(fake.url);
  onlyFake(fake.url);
  delete process.env['AWS_ENDPOINT_URL'];
  const connected = vi.spyOn(Socket.prototype, 'connect');
  const hosts: string[] = [];
  const known = clientsOf({});
  const diverted = new Map<string, Clients>();
  const clients = (region: string): Clients => {
    const ready = diverted.get(region) ?? divert(known(region), hosts, url);
    diverted.set(region, ready);
    return ready;
  };
  const snapshot = await readAccount(
    { regions: [home], include: ['ecs', 'eks'], clientsOf: clients, pace: paceOf({ second: quickSecond }) },
    { onProgress: () => undefined, signal: new AbortController().signal },
  );
  expect(snapshot.errors).toEqual([]);
  expect([...new Set(hosts)].sort()).toEqual(
    [...new Set(operations.map(({ service }) => `https://${service}.${home}.amazonaws.com`))].sort(),
  );
  const ports = connected.mock.calls.map((args) => JSON.stringify(args));
  expect(ports.length).toBeGreaterThan(0);
  expect(ports.filter((args) => !args.includes(`"port":${url.port}`))).toEqual([]);
});
