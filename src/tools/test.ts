import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { ensureBrowser } from './ensure-browser.ts';

/** How many checks or tests passed and failed. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const report = '.cache/vitest.json';
const reportShape = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
const run = (...command: string[]) =>
  spawnSync(npx, ['--no-install', ...command], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  }).status === 0;

/** Runs one command, which counts as one check. */
function check(title: string, ...command: string[]): Count {
  console.log(`\n${title}: ${command.join(' ')}`);
  return run(...command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Looks for a browser, which counts as one check when there is none. */
function browser(): Count {
  try {
    console.log(`\n${ensureBrowser()}`);
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

/** Runs Vitest and counts its tests; a run that breaks without a failed test counts as one failure. */
function tests(...args: string[]): Count {
  console.log('\nTests');
  rmSync(report, { force: true });
  const ok = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args);
  try {
    const { numPassedTests: passed, numFailedTests } = reportShape.parse(JSON.parse(readFileSync(report, 'utf8')));
    return { passed, failed: ok ? 0 : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** `npm test`: every check and every test there is, and one line that counts them. */
function main(): void {
  const counts = [
    check('Format', 'prettier', '--check', '--log-level=warn', '.'),
    // The build writes the types of what Astro generates, which the checks after it read.
    check('Build', 'astro', 'build'),
    check('Types of pages', 'astro', 'check', '--minimumSeverity', 'error'),
    check('Types', 'tsc', '--noEmit'),
    check('Lint', 'eslint', '.'),
  ];
  const found = browser();
  counts.push(found, tests(...(found.failed > 0 ? ['--project=!e2e'] : [])));

  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

main();
