import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'An id is lower-case words joined by "-".');

const entry = z.strictObject({
  id,
  term: z.string().min(1),
  world: z.enum(['ecs', 'eks', 'both']),
  /** What it is, in one plain sentence. */
  text: z.string().regex(/^[^.].*\.$/, 'A definition is a sentence and ends with a period.'),
  source: z.url(),
  /** The ids of related terms. */
  see: z.array(id).default([]),
});

/** The shape of `content/glossary/<group>.yaml`. */
export const glossaryFile = z.array(entry).min(1);

/** One term with its meaning. */
export type GlossaryEntry = z.infer<typeof entry>;

/** Every term by its id, in the order of the alphabet. */
export type Glossary = ReadonlyMap<string, GlossaryEntry>;

/** Joins the files of `content/glossary/`. An id that is taken twice or leads nowhere is refused. */
export function glossaryOf(files: readonly (readonly GlossaryEntry[])[]): Glossary {
  const entries = files.flat().sort((one, other) => one.term.localeCompare(other.term, 'en'));
  const glossary = new Map(entries.map((one) => [one.id, one]));
  for (const one of entries) {
    if (glossary.get(one.id) !== one) throw new Error(`Two entries of content/glossary/ have the id "${one.id}": rename one.`);
    for (const other of one.see) termIn(glossary, other, `The entry "${one.id}" of content/glossary/`);
  }
  return glossary;
}

/** Finds a term. `where` names what to mend when there is none. */
export function termIn(glossary: Glossary, wanted: string, where: string): GlossaryEntry {
  const found = glossary.get(wanted);
  if (found !== undefined) return found;
  throw new Error(`${where} uses the term "${wanted}", which no file in content/glossary/ has: correct the id or add the term.`);
}
