import { access, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { judge, readKnownDifferences } from './conformance/known-differences.ts';
import { later } from './conformance/subjects.ts';
import { readTable } from './conformance/table.ts';
import { topics } from './conformance/topics.ts';

const OWN_FOLDER = 'tests/conformance';
const LIST = 'known-differences.yaml';

/**
 * `npm run conformance -- [DIR]`: runs every table of a folder through the functions of the simulation and prints one
 * line a topic, `TOPIC PASSED/TOTAL`, then the rows that differ, with the reason where the difference is known (from the
 * folder's own list, else the project's). Exits with 1 when a row differs unknown, or passes though it is listed.
 */
const folder = process.argv[2] ?? OWN_FOLDER;
const ownList = await access(join(folder, LIST)).then(
  () => true,
  () => false,
);
const known = await readKnownDifferences(join(ownList ? folder : OWN_FOLDER, LIST));
const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
let surprises = 0;
for (const file of files) {
  const topic = basename(file, '.json');
  const answer = topics[topic];
  if (answer === undefined) {
    console.log(`${topic} ${topic in later ? 'later' : 'unknown'}`);
    continue;
  }
  const table = await readTable(join(folder, file));
  const { passed, differing, listedInVain } = judge(table, answer, known[topic]);
  console.log(`${topic} ${passed}/${table.cases.length}`);
  for (const { row, expected, answered, reason } of differing) {
    if (reason !== undefined) console.log(`  ${row}: known. ${reason}`);
    else console.log(`  ${row}\n    expected ${JSON.stringify(expected)}\n    answered ${JSON.stringify(answered)}`);
  }
  for (const row of listedInVain) console.log(`  ${row} passes. Take it off ${LIST}.`);
  surprises += listedInVain.length + differing.filter(({ reason }) => reason === undefined).length;
}
process.exitCode = surprises === 0 ? 0 : 1;
