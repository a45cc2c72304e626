import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-write-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Writes a megabyte in a process of its own that may write so many blocks of 512 bytes to a file. */
async function writeWith(blocks: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const script = `
    import { writeWhole } from './src/companion/write-whole.ts';
    const file = ${JSON.stringify(join(folder, 'account.json'))};
    writeWhole(file, 'x'.repeat(1_000_000), new AbortController().signal).catch((error) => {
      console.error(error.message);
      process.exitCode = 1;
    });`;
  const limited = `ulimit -f ${blocks} && exec "$0" --input-type=module --eval "$1"`;
  const child = spawn('sh', ['-c', limited, process.execPath, script], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code]: readonly unknown[] = await once(child, 'close');
  return { code: typeof code === 'number' ? code : null, said };
}

describe.skipIf(process.platform === 'win32')('a file of an account (ulimit is not there on Windows)', () => {
  test('is not half written when the disk takes no more of it: one sentence, and nothing is left', async () => {
    const { code, said } = await writeWith('8');
    expect(code).toBe(1);
    expect(said).toMatch(/^\S+account\.json was not written: [^.]+\. Choose another disk\.\n$/);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is written whole where there is room', async () => {
    expect(await writeWith('unlimited')).toEqual({ code: 0, said: '' });
    expect(await readdir(folder)).toEqual(['account.json']);
  });
});
