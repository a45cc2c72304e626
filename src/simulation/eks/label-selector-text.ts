import type { LabelSelector, Labels } from './label-selector.ts';
import { meetsRequirement, refusalOf } from './label-selector.ts';
import { invalidKey, invalidValue, isLabelKey, isLabelValue } from './label-syntax.ts';

/** How the text form writes one requirement; `gt` and `lt` exist in the text form only. */
type Operator = 'in' | 'notin' | '=' | '==' | '!=' | '>' | '<' | 'exists' | '!';

/** One requirement of a selector as written after `kubectl -l`. */
export interface TextRequirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** Words and signs in order; the empty word at the end stands for the end of the text. */
const tokensOf = (text: string): string[] => [...(text.match(/==|!=|[=!<>(),]|[^\s=!<>(),]+/g) ?? []), ''];

const isSign = (token: string): boolean => /^([=!<>(),]|==|!=)?$/.test(token);

class Reader {
  readonly #tokens: string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  get next(): string {
    return this.#tokens[this.#at] ?? '';
  }

  take(): string {
    const token = this.next;
    this.#at += 1;
    return token;
  }

  selector(): TextRequirement[] {
    const requirements: TextRequirement[] = [];
    if (this.next === '') return requirements;
    for (;;) {
      if (isSign(this.next) && this.next !== '!') throw new Error(`found '${this.next}', expected: !, identifier, or 'end of string'`);
      requirements.push(this.#checked());
      const after = this.take();
      if (after === '') return requirements;
      if (after !== ',') throw new Error(`found '${after}', expected: ',' or 'end of string'`);
      if (isSign(this.next) && this.next !== '!') throw new Error(`found '${this.next}', expected: identifier after ','`);
    }
  }

  #checked(): TextRequirement {
    try {
      return this.#requirement();
    } catch (error) {
      throw new Error(`unable to parse requirement: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }

  #requirement(): TextRequirement {
    const negated = this.next === '!';
    if (negated) this.take();
    const key = this.take();
    if (isSign(key)) throw new Error(`found '${key}', expected: identifier`);
    if (!isLabelKey(key)) throw new Error(invalidKey('<nil>', key));
    if (negated) return { key, operator: '!', values: [] };
    if (this.next === '' || this.next === ',') return { key, operator: 'exists', values: [] };
    const operator = this.take();
    switch (operator) {
      case 'in':
      case 'notin':
        return this.#valid({ key, operator, values: this.#list() });
      case '=':
      case '==':
      case '!=':
      case '>':
      case '<':
        return this.#valid({ key, operator, values: [this.#exact()] });
      default:
        throw new Error(`found '${operator}', expected: in, notin, =, ==, !=, gt, lt`);
    }
  }

  #valid(requirement: TextRequirement): TextRequirement {
    const { key, operator, values } = requirement;
    if ((operator === '>' || operator === '<') && !/^[+-]?\d+$/.test(values[0] ?? '')) {
      throw new Error(`values[0]: Invalid value: "${values[0] ?? ''}": for 'Gt', 'Lt' operators, the value must be an integer`);
    }
    values.forEach((value, index) => {
      if (!isLabelValue(value)) throw new Error(invalidValue(`values[${index}][${key}]`, value));
    });
    return requirement;
  }

  #exact(): string {
    if (this.next === '' || this.next === ',') return '';
    const value = this.take();
    if (isSign(value)) throw new Error(`found '${value}', expected: identifier`);
    return value;
  }

  /** The words in brackets; nothing before or after a comma is the empty word. */
  #list(): string[] {
    const open = this.take();
    if (open !== '(') throw new Error(`found '${open}' expected: '('`);
    const values = new Set<string>();
    for (let wanted = true; ;) {
      const token = this.take();
      if (token === ')' || token === ',') {
        if (wanted) values.add('');
        if (token === ')') return [...values].sort();
        wanted = true;
      } else if (wanted && !isSign(token)) {
        values.add(token);
        wanted = false;
      } else {
        throw new Error(`found '${token}', expected: ',' or ')'`);
      }
    }
  }
}

const byKey = (a: TextRequirement, b: TextRequirement): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Reads the text form of a selector, as after `kubectl -l`. Throws in the words of apimachinery. */
export const parseSelector = (text: string): readonly TextRequirement[] => new Reader(text).selector().sort(byKey);

function written({ key, operator, values }: TextRequirement): string {
  if (operator === 'exists') return key;
  if (operator === '!') return `!${key}`;
  return operator === 'in' || operator === 'notin' ? `${key} ${operator} (${values.join(',')})` : `${key}${operator}${values.join('')}`;
}

/** The canonical text of a selector. */
export const selectorText = (requirements: readonly TextRequirement[]): string => requirements.map(written).join(',');

const textOperators: Readonly<Record<string, Operator>> = { In: 'in', NotIn: 'notin', Exists: 'exists', DoesNotExist: '!' };

/** The requirements of an object-form selector. Throws, in the API's words, where the API refuses it. */
export function requirementsOf({ matchLabels = {}, matchExpressions = [] }: LabelSelector): readonly TextRequirement[] {
  const equal = Object.entries(matchLabels).map(([key, value]): TextRequirement => ({ key, operator: '=', values: [value] }));
  const others = matchExpressions.map((requirement): TextRequirement => {
    const refusal = refusalOf(requirement);
    const operator = textOperators[requirement.operator];
    if (refusal !== undefined || operator === undefined) throw new Error(refusal);
    return { key: requirement.key, operator, values: [...(requirement.values ?? [])].sort() };
  });
  return [...equal, ...others].sort(byKey);
}

const WHOLE = /^[+-]?\d+$/;

/** Whether labels meet every requirement of the text form. */
export const meetsAll = (requirements: readonly TextRequirement[], labels: Labels): boolean =>
  requirements.every(({ key, operator, values }) => {
    const value = labels[key];
    const [bound = ''] = values;
    switch (operator) {
      case '>':
        return value !== undefined && WHOLE.test(value) && BigInt(value) > BigInt(bound);
      case '<':
        return value !== undefined && WHOLE.test(value) && BigInt(value) < BigInt(bound);
      case 'exists':
        return value !== undefined;
      case '!':
        return value === undefined;
      default:
        return meetsRequirement({ key, operator: operator === 'notin' || operator === '!=' ? 'NotIn' : 'In', values }, labels);
    }
  });
