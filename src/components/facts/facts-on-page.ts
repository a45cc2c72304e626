import { comparison } from '../../compare/content.ts';
import { factsOf } from '../../compare/comparison.ts';

const factTag = /<Fact\s+id="([^"]*)"/g;

/** The ids of the facts that a lesson's source shows, each once, in the order in which they are met. */
export function factsOnPage(source: string): readonly string[] {
  const own = [...source.matchAll(factTag)].map(([, id = '']) => id);
  return [...new Set(source.includes('<Comparison') ? [...own, ...factsOf(comparison)] : own)];
}
