import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a command of the companion said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of this machine without anything of AWS in it, and with keys that open nothing. */
export const withoutAws = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))),
  AWS_CONFIG_FILE: '/nonexistent/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
  AWS_EC2_METADATA_DISABLED: 'true',
});

/** An environment in which the AWS of a test is all of AWS. */
export const withAws = (url: string): NodeJS.ProcessEnv => ({
  ...withoutAws(),
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: 'AKIAFAKE',
  AWS_SECRET_ACCESS_KEY: 'fake-secret-key',
});

/** A command of the companion as it runs, without a terminal. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first of what it printed that fits; fails when it ends before. */
  readonly printed: (pattern: RegExp) => Promise<string>;
}

/** Starts a command of the companion. */
export function startCli(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, [`src/companion/${command}.ts`, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }));
  const printed = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(`${stdout}\n${stderr}`)?.[0];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      child.on('close', () => reject(new Error(`${command} ended before it printed ${String(pattern)}:\n${stdout}\n${stderr}`)));
      look();
    });
  return { child, ended, printed };
}

/** Runs a command of the companion to its end. */
export const runCli = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  startCli(command, args, env).ended;
