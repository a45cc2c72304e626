import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { judge, readKnownDifferences } from './known-differences.ts';
import type { Subject } from './subjects.ts';
import { subjects } from './subjects.ts';
import { readTable } from './table.ts';
import { topics } from './topics.ts';

const FOLDER = 'tests/conformance';

const source = z.union([
  z.looseObject({ repo: z.string() }).transform(({ repo }) => ({ name: repo, address: `https://github.com/${repo}` })),
  z
    .looseObject({ module: z.string(), version: z.string() })
    .transform(({ module, version }) => ({ name: `${module} ${version}`, address: `https://pkg.go.dev/${module}@${version}` })),
  z.looseObject({ url: z.url() }).transform(({ url }) => ({ name: new URL(url).hostname, address: url })),
]);

/** Where rows of a table come from. */
type Source = z.infer<typeof source>;

/** Rows that differ for one reason. */
interface Different {
  readonly reason: string;
  readonly rows: readonly string[];
}

/** How one topic compares with the real thing. */
export interface Comparison {
  readonly topic: string;
  readonly subject: Subject;
  readonly sources: readonly Source[];
  readonly rows: number;
  readonly alike: number;
  readonly different: readonly Different[];
}

/** The sources of a table by name, each once. */
function sourcesOf(file: string, listed: unknown): readonly Source[] {
  const result = z.array(source).safeParse(listed);
  if (!result.success) throw new Error(`${file} has a source that is no repository, module or page. ${z.prettifyError(result.error)}`);
  return [...new Map(result.data.map((one) => [one.name, one])).values()];
}

async function compare(topic: string, known: Awaited<ReturnType<typeof readKnownDifferences>>): Promise<Comparison> {
  const file = `${topic}.json`;
  const table = await readTable(join(FOLDER, file));
  const [subject, answer] = [subjects[topic], topics[topic]];
  if (subject === undefined || answer === undefined) {
    throw new Error(`${file} needs a subject in src/tools/conformance/subjects.ts and an answer in topics.ts.`);
  }
  const { passed, differing } = judge(table, answer, known[topic]);
  const byReason = Map.groupBy(differing, ({ reason = 'Not explained yet.' }) => reason);
  const different = [...byReason].map(([reason, rows]) => ({ reason, rows: rows.map(({ row }) => row) }));
  return { topic, subject, sources: sourcesOf(file, table['source']), rows: table.cases.length, alike: passed, different };
}

/** Runs every table of the project, in the order of the subjects. */
export async function comparisons(): Promise<readonly Comparison[]> {
  const known = await readKnownDifferences(join(FOLDER, 'known-differences.yaml'));
  const order = Object.keys(subjects);
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).map((file) => basename(file, '.json'));
  return Promise.all(files.sort((a, b) => order.indexOf(a) - order.indexOf(b)).map((topic) => compare(topic, known)));
}
