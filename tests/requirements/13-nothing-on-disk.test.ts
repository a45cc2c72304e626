import { mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkPlace, writeWhole } from '../../src/companion/write-whole.ts';
import { at, fakeAws } from '../companion/fake-aws/fake-aws.ts';
import { everything } from '../companion/fake-aws/everything.ts';
import { home } from '../companion/fake-aws/holdings.ts';
import { runCli, startCli, withAws } from '../companion/run-cli.ts';

const fake = await fakeAws({ holdings: at(everything) });
const slow = await fakeAws({
  holdings: at(everything),
  meddle: ({ action }) => (action === 'ecs:DescribeServices' ? { waits: 600_000 } : undefined),
});
afterAll(() => Promise.all([fake.close(), slow.close()]));

const folder = (): string => mkdtempSync(join(tmpdir(), 'drydock-out-'));
const snapshot = (out: string) => ['--yes', '--region', home, '--out', out];
const running = new AbortController().signal;

describe('npm run snapshot', () => {
  test('writes one file, for its owner alone, and no other', async () => {
    const place = folder();
    const out = join(place, 'account.json');
    const { code, stdout } = await runCli('snapshot', snapshot(out), withAws(fake.url));
    expect([code, stdout]).toEqual([0, '']);
    expect(readdirSync(place)).toEqual(['account.json']);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ schema: 'drydock.account-snapshot', version: 1, regions: [home] });
  });

  test('writes over nothing, and says so before anything is read', async () => {
    const out = join(folder(), 'account.json');
    writeFileSync(out, 'mine');
    const before = fake.calls.length;
    expect(await runCli('snapshot', snapshot(out), withAws(fake.url))).toEqual({
      code: 1,
      stdout: '',
      stderr: `${out} was not written: it is there already. Nothing is overwritten: choose another name, or remove it first.\n`,
    });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(fake.calls).toHaveLength(before);
  });

  test('leaves nothing when Ctrl-C ends it', async () => {
    const place = folder();
    const { child, ended, printed } = startCli('snapshot', snapshot(join(place, 'account.json')), withAws(slow.url));
    await printed(/\d+ calls/);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('a file', () => {
  test('that another made meanwhile is not written over', async () => {
    const out = join(folder(), 'account.json');
    await checkPlace(out);
    writeFileSync(out, 'mine');
    await expect(writeWhole(out, 'ours', running)).rejects.toThrow(/^.*account\.json was not written: it is there already\./);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(readdirSync(join(out, '..'))).toEqual(['account.json']);
  });

  test('is not begun in a folder that is not there or is none', async () => {
    const place = folder();
    writeFileSync(join(place, 'file'), '');
    await expect(checkPlace(join(place, 'nowhere', 'a.json'))).rejects.toThrow('its folder is not there. Make the folder first.');
    await expect(checkPlace(join(place, 'file', 'a.json'))).rejects.toThrow('its folder is not a folder. Choose another.');
  });

  test('leaves no part of itself when its writing is ended', async () => {
    const place = folder();
    await expect(writeWhole(join(place, 'a.json'), 'text', AbortSignal.abort())).rejects.toThrow(/abort/i);
    expect(readdirSync(place)).toEqual([]);
  });
});

test('the companion keeps nothing in the home of its reader', async () => {
  const reader = folder();
  mkdirSync(join(reader, '.aws'));
  await runCli('snapshot', snapshot(join(folder(), 'a.json')), { ...withAws(fake.url), HOME: reader });
  expect(readdirSync(reader, { recursive: true })).toEqual(['.aws']);
});
