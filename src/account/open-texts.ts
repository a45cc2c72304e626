import type { NamedText } from './read-files.ts';
import { readFiles } from './read-files.ts';
import type { Reading } from './reading.ts';
import { loadYaml, mayBeYaml } from './yaml-documents.ts';

/** Reads files that were opened together, with a parser of YAML if one of them needs it. */
export const openTexts = async (files: readonly NamedText[]): Promise<Reading> =>
  readFiles(files, files.some(({ text }) => mayBeYaml(text)) ? await loadYaml() : undefined);
