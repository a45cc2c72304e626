import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import { z } from 'zod';
import { comparisonFile } from '../compare/comparison-file.ts';
import { factFile } from '../model/fact.ts';
import { glossaryFile } from '../model/glossary.ts';
import { stateTexts } from '../model/state-text.ts';
import { diagramDefinition } from '../topology/diagram-definition.ts';
import { questionDefinition } from '../tutorial/question-definition.ts';
import { tutorialDefinition } from '../tutorial/tutorial-definition.ts';

/** Which schema a YAML file of the project must satisfy, by its path. */
const schemas: readonly { readonly path: RegExp; readonly schema: z.ZodType }[] = [
  { path: /\/diagrams\/[^/]+\/diagram\.yaml$/, schema: diagramDefinition },
  { path: /\/content\/states\/[^/]+\.yaml$/, schema: stateTexts },
  { path: /\/content\/facts\/comparison\.yaml$/, schema: comparisonFile },
  { path: /\/content\/facts\/[^/]+\.yaml$/, schema: factFile },
  { path: /\/content\/glossary\/[^/]+\.yaml$/, schema: glossaryFile },
  { path: /\/content\/questions\/[^/]+\.yaml$/, schema: questionDefinition },
  { path: /\/content\/tutorials\/[^/]+\.yaml$/, schema: tutorialDefinition },
];

/** Reads a YAML file and checks it. Throws one sentence that names the file and the field. */
export async function readYaml(file: string): Promise<unknown> {
  const name = relative(process.cwd(), file);
  const data: unknown = parse(await readFile(file, 'utf8'));
  const schema = schemas.find(({ path }) => path.test(file))?.schema;
  if (schema === undefined) return data;
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new Error(`${name} is not as its schema wants it. ${z.prettifyError(result.error)}`);
}

/** Lets code import a checked YAML file as data; nothing is parsed in the reader's browser. */
export const yamlModules = (): Plugin => ({
  name: 'drydock-yaml-modules',
  enforce: 'pre',
  async load(id) {
    const [file = id] = id.split('?');
    if (!file.endsWith('.yaml') || id.includes('?raw')) return null;
    return `export default ${JSON.stringify(await readYaml(file))};`;
  },
});
