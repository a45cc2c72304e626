import type { Json } from '../json.ts';
import { listAt } from './read.ts';

/** The annotation in which a simulated access review names the rule that decided. */
export const RULE_ANNOTATION = 'drydock/rule';

/** A rule in short: `get, list on pods`. */
export function ruleText(rule: Json): string {
  const verbs = words(rule, 'verbs').map((verb) => (verb === '*' ? 'everything' : verb));
  const things = [...words(rule, 'resources'), ...words(rule, 'nonResourceURLs')].map((one) => (one === '*' ? 'all' : one));
  return `${verbs.join(', ')} on ${things.join(', ')}`;
}

const words = (rule: Json, field: string): readonly string[] => listAt(rule, field).filter((one) => typeof one === 'string');
