import { checks, judgeAll } from '../../src/account/checks/checks.ts';
import { accountOf } from '../../src/account/picture.ts';
import { readDocument } from '../../src/account/read-document.ts';
import { hugeDocument } from '../../src/account/sample/samples.ts';
import { limit, timed } from './limits.ts';

const SERVICES = 5_000;
const TASKS = 5_000;
const ROUNDS = 7;
const MOST_OF_PARSING = 10;

const text = JSON.stringify(hugeDocument(SERVICES, TASKS));

/** CPU time of one round: parsing the file, and what is then done with it. */
function round(): { readonly parsing: number; readonly reading: number; readonly gathering: number; readonly judging: number } {
  const parsed = timed((): unknown => JSON.parse(text));
  const reading = timed(() => readDocument('account.json', parsed.value));
  const account = timed(() => accountOf(reading.value));
  const { estate, about } = account.value;
  const judged = timed(() => judgeAll({ estate, about, today: '2026-11-20' }));
  const services = [...estate.values()].filter(({ kind }) => kind === 'ecs-service').length;
  if (services !== SERVICES || judged.value.length !== checks.length) throw new Error('The bench did not map and judge the whole account.');
  return { parsing: parsed.ms, reading: reading.ms, gathering: account.ms, judging: judged.ms };
}

const rounds = Array.from({ length: ROUNDS }, round);
const best = (part: keyof ReturnType<typeof round>): number => Math.min(...rounds.map((one) => one[part]));
const parts = (['parsing', 'reading', 'gathering', 'judging'] as const).map((part) => `${part} ${best(part).toFixed(1)} ms`).join(', ');
console.log(`An account of ${SERVICES} services and ${TASKS} tasks, a file of ${(text.length / 1e6).toFixed(1)} MB: ${parts}`);
limit(
  '  reading, gathering and judging against JSON.parse of the file, each the best of its rounds',
  (best('reading') + best('gathering') + best('judging')) / best('parsing'),
  MOST_OF_PARSING,
  '×',
);
