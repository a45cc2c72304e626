import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A `moto` that listens. */
export interface Moto {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const requirements = 'tests/companion/moto/requirements.txt';
const folder = '.cache/moto';
const windows = process.platform === 'win32';
const python = windows ? `${folder}/Scripts/python.exe` : `${folder}/bin/python`;

/** Why moto cannot be had on this machine; undefined once it is installed, in a virtual environment that stays until its versions change. */
export function lackOfMoto(): string | undefined {
  const marker = `${folder}/installed`;
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return undefined;
  rmSync(folder, { recursive: true, force: true });
  const steps = [
    [windows ? 'python' : 'python3', '-m', 'venv', folder],
    [python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1', '--requirement', requirements],
  ];
  for (const [command = '', ...args] of steps) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) return `${command} ${args.join(' ')} failed: ${(error?.message ?? stderr).trim().split('\n').at(-1) ?? ''}`;
  }
  writeFileSync(marker, wanted);
  return undefined;
}

/** Starts moto on a free port of the loopback. */
export async function startMoto(): Promise<Moto> {
  const server = spawn(python, ['-c', 'from moto.server import main; main(["-H", "127.0.0.1", "-p", "0"])'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(server.stderr).on('line', (line) => {
      said.push(line);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => reject(new Error(`moto did not start: ${said.at(-1) ?? 'it said nothing'}`)));
  });
  return {
    url,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}
