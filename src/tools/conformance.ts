import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { differences, readTable } from './conformance/table.ts';
import { topics } from './conformance/topics.ts';

/**
 * `npm run conformance -- [DIR]`: runs every table of a folder through the functions of the simulation and prints one
 * line a topic, `TOPIC PASSED/TOTAL`, then the rows that differ. Exits with 1 when a row differs.
 */
const folder = process.argv[2] ?? 'tests/conformance';
const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
let differing = 0;
for (const file of files) {
  const topic = basename(file, '.json');
  const answer = topics[topic];
  if (answer === undefined) {
    console.log(`${topic} unknown`);
    continue;
  }
  const table = await readTable(join(folder, file));
  const different = differences(table, answer);
  differing += different.length;
  console.log(`${topic} ${table.cases.length - different.length}/${table.cases.length}`);
  for (const { row, expected, answered } of different) {
    console.log(`  ${row}\n    expected ${JSON.stringify(expected)}\n    answered ${JSON.stringify(answered)}`);
  }
}
process.exitCode = differing === 0 ? 0 : 1;
