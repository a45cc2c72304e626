import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where a browser may stand, the likeliest first: the one that CHROME_PATH names, those on the path, the usual places, Playwright's own. */
function candidates({ CHROME_PATH, PATH = '' }: NodeJS.ProcessEnv): readonly string[] {
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(CHROME_PATH === undefined ? [] : [CHROME_PATH]), ...onPath, ...places, chromium.executablePath()];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The program of an installed Chrome or Chromium, if there is one. */
export const findBrowser = (env: NodeJS.ProcessEnv = process.env): string | undefined => candidates(env).find(isExecutable);
