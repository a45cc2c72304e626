import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';
import { statechartFiles } from './statechart-files.ts';
import { layOut } from './statechart-layout.ts';
import { statechartSvg } from './statechart-svg.ts';

/** Draws the statecharts whose machines have changed, and removes those whose machines are gone. */
async function drawStatecharts(): Promise<void> {
  const wanted = new Set(statechartFiles.map(({ file }) => file));
  for await (const file of glob('src/simulation/*/*.statechart.svg')) if (!wanted.has(file)) await rm(file);

  const drawn = await Promise.all(statechartFiles.map(({ file }) => readFile(file, 'utf8').catch(() => '')));
  const stale = statechartFiles.filter(({ hash }, i) => drawn[i]?.includes(`data-text="${hash}"`) !== true);
  if (stale.length === 0) return console.log('All statecharts are drawn as their machines are.');

  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error('Statecharts are drawn in a browser, and none was found; install Chromium or set CHROME_PATH.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js') });
    for (const chart of stale) {
      await writeFile(chart.file, statechartSvg(chart, await layOut(page, chart.text)));
      console.log(`Drew ${chart.file}`);
    }
  } finally {
    await browser.close();
  }
}

await drawStatecharts();
