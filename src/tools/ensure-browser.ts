import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.ts';

const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

const playwright = fileURLToPath(new URL('cli.js', import.meta.resolve('playwright-core/package.json')));

/** The ways to get a browser where there is none, in order, with what to say when one worked. */
const ways: readonly { readonly said: string; readonly install: () => boolean }[] = [
  {
    said: "Installed Playwright's Chromium for the browser tests",
    install: () => run(process.execPath, playwright, 'install', 'chromium'),
  },
  {
    said: "Installed Debian's chromium package for the browser tests",
    install: () => process.getuid?.() === 0 && run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium'),
  },
];

/** Finds a browser or installs one, and says in one line what was done. Throws one sentence when none can be had. */
export function ensureBrowser(): string {
  const installed = findBrowser();
  if (installed !== undefined) return `Using the browser ${installed}`;
  for (const { said, install } of ways) {
    const browser = install() ? findBrowser() : undefined;
    if (browser !== undefined) return `${said}: ${browser}`;
  }
  throw new Error(
    'No browser could be found or installed. Install Chrome or Chromium, or set CHROME_PATH to one, and run the tests again.',
  );
}
