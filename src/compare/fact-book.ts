import type { Fact, FactFile } from '../model/fact.ts';

/** Every fact by the id that pages use, `<topic>.<key>`. */
export type FactBook = ReadonlyMap<string, Fact>;

/** A piece of a text: words, or a fact among them. */
export type Piece = string | { readonly id: string; readonly fact: Fact };

const placeholder = /\{([a-z0-9.-]+)\}/;

/** Joins the files of `content/facts/`, given by path, into one book. */
export const factBook = (files: Readonly<Record<string, FactFile>>): FactBook =>
  new Map(
    Object.entries(files).flatMap(([path, file]) => {
      const topic = path.replace(/^.*\/|\.yaml$/g, '');
      return Object.entries(file).map(([key, fact]) => [`${topic}.${key}`, fact] as const);
    }),
  );

/** Finds a fact. `where` names the file to mend when there is none. */
export function factIn(book: FactBook, id: string, where: string): Fact {
  const fact = book.get(id);
  if (fact !== undefined) return fact;
  throw new Error(`${where} uses the fact "${id}", which no file in content/facts/ has: correct the id or add the fact.`);
}

/** Splits a text at its `{topic.key}` placeholders and puts the facts in. */
export const piecesOf = (text: string, book: FactBook, where: string): readonly Piece[] =>
  text
    .split(placeholder)
    .map((part, at): Piece => (at % 2 === 0 ? part : { id: part, fact: factIn(book, part, where) }))
    .filter((piece) => piece !== '');
