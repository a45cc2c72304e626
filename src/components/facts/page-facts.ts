import { factsOf } from '../../compare/comparison.ts';
import { comparison, facts } from '../../compare/content.ts';
import { factIn } from '../../compare/fact-book.ts';
import type { Fact } from '../../model/fact.ts';

/** A source, the day on which it was read, and what a page took from it. */
export interface PageSource {
  readonly url: string;
  readonly checked: string;
  readonly taken: readonly { readonly id: string; readonly fact: Fact }[];
}

const factTag = /<Fact\s+id="([^"]*)"/g;

/** The ids of the facts that a lesson's text shows, each once, in the order in which they are met. */
export function factsOnPage(text: string): readonly string[] {
  const own = [...text.matchAll(factTag)].map(([, id = '']) => id);
  return [...new Set(text.includes('<Comparison') ? [...own, ...factsOf(comparison)] : own)];
}

/** The sources of the facts that a lesson's text shows. `where` names the page to mend when a fact is unknown. */
export function sourcesOnPage(text: string, where: string): readonly PageSource[] {
  const shown = factsOnPage(text).map((id) => ({ id, fact: factIn(facts, id, where) }));
  const bySource = Map.groupBy(shown, ({ fact }) => `${fact.source} ${fact.checked}`);
  return [...bySource.values()].flatMap((taken) =>
    taken.slice(0, 1).map(({ fact }) => ({ url: fact.source, checked: fact.checked, taken })),
  );
}

/** An address in short: its host and its last word. */
export function shortAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  const path = pathname.split('/').filter((part) => part !== '');
  return [hostname, ...(path.length > 1 ? ['…'] : []), ...path.slice(-1)].join('/');
}
