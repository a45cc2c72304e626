import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The lessons of `content/docs/`, each with its path and its text. */
export async function lessonSources(): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const folder = 'content/docs';
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.mdx')).sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

/** The names of controls in a lesson: what it sets in bold. */
export const controlsIn = (text: string): readonly string[] => [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name);

/** What a reader reads as sentences: no front matter, code, names of controls, components, link targets or list numbers. */
export const proseOf = (text: string): string =>
  text
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^```.*?^```$/gms, '')
    .replace(/`[^`]*`/g, '')
    .replace(/\*\*[^*]+\*\*/g, '')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^\s*\d+\.\s/gm, '');

/** Numbers that stand in sentences. A year alone is a word; every other number belongs to the facts. */
export const bareNumbers = (prose: string): readonly string[] =>
  [...prose.matchAll(/(?<![\p{L}\d])\$?\d(?:[\d.,]*\d)?\s?(?:%|\p{L}+)?/gu)]
    .map(([number]) => number)
    .filter((number) => !/^20\d\d(?![\d-])/.test(number));
