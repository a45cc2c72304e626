import { Server } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, expect, test, vi } from 'vitest';
import { listen } from '../../src/companion/listen.ts';
import { readConnectOptions, readStartOptions } from '../../src/companion/options.ts';
import { startCompanion } from '../companion/companion-server.ts';

const companion = await startCompanion();
afterAll(companion.close);

const answers = (host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port: Number(new URL(companion.origin).port) });
    socket.on('connect', () => (socket.destroy(), resolve(true)));
    socket.on('error', () => resolve(false));
  });

test('the companion answers at 127.0.0.1 and at no other address of this machine', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .map(({ address, scopeid }) => (scopeid === undefined || scopeid === 0 ? address : `${address}%${scopeid}`))
    .filter((address) => address !== '127.0.0.1');
  expect(await answers('127.0.0.1')).toBe(true);
  for (const address of [...others, '127.0.0.2']) expect(await answers(address), address).toBe(false);
});

test('the server is told the loopback, whatever the port', async () => {
  const listening = vi.spyOn(Server.prototype, 'listen');
  const { close } = await listen(companion.app.fetch, 0);
  await close();
  expect(listening.mock.calls.map(([, host]: readonly unknown[]) => host)).toEqual(['127.0.0.1']);
});

test.each(['--host', '--bind', '--address', '--listen'])('no option %s changes that', (option) => {
  for (const read of [readStartOptions, readConnectOptions]) expect(() => read([option, '0.0.0.0'])).toThrow(/Unknown option/);
});
