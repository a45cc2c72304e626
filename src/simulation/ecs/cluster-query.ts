import type { ContainerInstanceBody } from './objects.ts';

/** What an expression of the cluster query language says of an instance. */
export type ClusterQuery = (instance: ContainerInstanceBody) => boolean;

type Instance = Parameters<ClusterQuery>[0];
type Comparison = (value: string | undefined, wanted: readonly string[]) => boolean;

/** The operators under both of their names. Compared is as text, as every attribute is text. */
const operators: Readonly<Record<string, Comparison>> = {
  '==': (value, [wanted]) => value === wanted,
  '!=': (value, [wanted]) => value !== wanted,
  in: (value, wanted) => value !== undefined && wanted.includes(value),
  '!in': (value, wanted) => value === undefined || !wanted.includes(value),
  '=~': (value, [wanted = '']) => value !== undefined && new RegExp(`^(?:${wanted})$`).test(value),
  '!~': (value, [wanted = '']) => value === undefined || !new RegExp(`^(?:${wanted})$`).test(value),
  exists: (value) => value !== undefined,
  '!exists': (value) => value === undefined,
};

const otherNames: Readonly<Record<string, string>> = {
  equals: '==',
  not_equals: '!=',
  not_in: '!in',
  matches: '=~',
  not_matches: '!~',
  not_exists: '!exists',
  and: '&&',
  or: '||',
  not: '!',
};

/** A word with other signs than these stands between quotes. */
const token = /\s*(&&|\|\||==|!=|=~|!~|!in\b|!exists\b|[!()[\],]|"[^"]*"|'[^']*'|[\w:.*/-]+)/y;

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  for (let from = 0; expression.slice(from).trim() !== ''; from = token.lastIndex) {
    token.lastIndex = from;
    const found = token.exec(expression)?.[1];
    if (found === undefined) throw new SyntaxError(`unexpected ${expression.slice(from)}`);
    tokens.push(otherNames[found] ?? found);
  }
  return tokens;
}

/** What a subject is on an instance: an attribute, or its EC2 id. */
function valueOf(subject: string): (instance: Instance) => string | undefined {
  if (subject === 'ec2InstanceId') return ({ ec2InstanceId }) => ec2InstanceId;
  if (!subject.startsWith('attribute:')) throw new SyntaxError(`unknown subject ${subject}`);
  const wanted = subject.slice('attribute:'.length);
  return ({ attributes }) => {
    const found = attributes.find(({ name }) => name === wanted);
    return found && (found.value ?? '');
  };
}

/** Reads an expression over attributes and EC2 ids; undefined when it is none. */
export function parseClusterQuery(expression: string): ClusterQuery | undefined {
  try {
    const tokens = tokensOf(expression);
    const query = anyOf(tokens);
    return tokens.length === 0 ? query : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function take(tokens: string[], wanted?: string): string {
  const next = tokens.shift();
  if (next === undefined || (wanted !== undefined && next !== wanted)) throw new SyntaxError(`${wanted ?? 'more'} is missing`);
  return next;
}

function chain(tokens: string[], word: '&&' | '||', part: (tokens: string[]) => ClusterQuery): readonly ClusterQuery[] {
  const parts = [part(tokens)];
  while (tokens[0] === word) {
    tokens.shift();
    parts.push(part(tokens));
  }
  return parts;
}

function anyOf(tokens: string[]): ClusterQuery {
  const parts = chain(tokens, '||', allOf);
  return (instance) => parts.some((part) => part(instance));
}

function allOf(tokens: string[]): ClusterQuery {
  const parts = chain(tokens, '&&', single);
  return (instance) => parts.every((part) => part(instance));
}

function single(tokens: string[]): ClusterQuery {
  const first = take(tokens);
  if (first === '!') {
    const inner = single(tokens);
    return (instance) => !inner(instance);
  }
  if (first === '(') {
    const inner = anyOf(tokens);
    take(tokens, ')');
    return inner;
  }
  const value = valueOf(first);
  const operator = take(tokens);
  const compare = operators[operator];
  if (compare === undefined) throw new SyntaxError(`unknown operator ${operator}`);
  const wanted = operator.endsWith('exists') ? [] : operator.endsWith('in') ? listOf(tokens) : [unquoted(take(tokens))];
  if (operator.endsWith('~')) new RegExp(wanted[0] ?? ''); // throws now rather than at the first placement
  return (instance) => compare(value(instance), wanted);
}

function listOf(tokens: string[]): readonly string[] {
  take(tokens, '[');
  const items = [unquoted(take(tokens))];
  while (tokens[0] === ',') {
    tokens.shift();
    items.push(unquoted(take(tokens)));
  }
  take(tokens, ']');
  return items;
}

const unquoted = (word: string): string => (/^["']/.test(word) ? word.slice(1, -1) : word);
