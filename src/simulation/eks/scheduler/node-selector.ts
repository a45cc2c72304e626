import type { LabelSelectorRequirement, Labels } from '../label-selector.ts';
import { meetsRequirement, refusalOf } from '../label-selector.ts';
import { invalidKey, invalidValue, isLabelKey, isLabelValue } from '../label-syntax.ts';
import type { KubeNode } from '../objects.ts';

/** One alternative of a node selector: everything in it must hold. */
export type NodeSelectorTerm = {
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
  readonly matchFields?: readonly LabelSelectorRequirement[];
};

/** Alternatives: one of them must hold. No terms match no node. */
export type NodeSelector = {
  readonly nodeSelectorTerms?: readonly NodeSelectorTerm[];
};

/** What is asked of a node, and which nodes its terms are wrong about. */
export interface NodeMatch {
  readonly matches: boolean;
  /** The errors of the terms that are not valid, when no other term holds. */
  readonly error?: string;
}

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];
const WHOLE = /^[+-]?\d+$/;
const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** A whole number that fits 64 bits; undefined for any other text. */
function int64(text: string | undefined): bigint | undefined {
  if (text === undefined || !WHOLE.test(text)) return undefined;
  const value = BigInt(text);
  return value >= LEAST && value <= MOST ? value : undefined;
}

const isComparison = (operator: string): boolean => operator === 'Gt' || operator === 'Lt';

const invalid = (path: string, value: unknown, why: string): string => `${path}: Invalid value: ${JSON.stringify(value)}: ${why}`;

const unsupported = (path: string, operator: string, supported: readonly string[]): string =>
  `${path}.operator: Unsupported value: ${JSON.stringify(operator)}: supported values: ${supported.map((one) => `"${one}"`).join(', ')}`;

/** Whether labels meet one requirement of a node selector, which knows Gt and Lt besides the operators of other selectors. */
function meetsExpression(requirement: LabelSelectorRequirement, labels: Labels): boolean {
  const { key, operator, values = [] } = requirement;
  if (!isComparison(operator)) return meetsRequirement(requirement, labels);
  const [found, bound] = [int64(labels[key]), int64(values[0])];
  if (found === undefined || bound === undefined) return false;
  return operator === 'Gt' ? found > bound : found < bound;
}

/** Why an expression is refused; empty when it is not. */
function expressionErrors(requirement: LabelSelectorRequirement, path: string): readonly string[] {
  const { key, operator, values = [] } = requirement;
  if (!operators.includes(operator)) return [unsupported(path, operator, operators)];
  return [
    ...(isLabelKey(key) ? [] : [invalidKey(`${path}.key`, key)]),
    ...valuesErrors(requirement, `${path}.values`),
    ...values.flatMap((value, index) => (isLabelValue(value) ? [] : [invalidValue(`${path}.values[${index}][${key}]`, value)])),
  ];
}

/** Why the number or the form of an expression's values is refused. */
function valuesErrors(requirement: LabelSelectorRequirement, path: string): readonly string[] {
  const { operator, values = [] } = requirement;
  if (isComparison(operator)) {
    if (values.length !== 1) return [invalid(path, requirement.values ?? null, "for 'Gt', 'Lt' operators, exactly one value is required")];
    if (int64(values[0]) !== undefined) return [];
    return [invalid(`${path}[0]`, values[0], "for 'Gt', 'Lt' operators, the value must be an integer")];
  }
  if (refusalOf(requirement) === undefined) return [];
  const why = operator.endsWith('In')
    ? "for 'in', 'notin' operators, values set can't be empty"
    : 'values set must be empty for exists and does not exist';
  return [invalid(path, requirement.values ?? null, why)];
}

function fieldErrors({ operator, values }: LabelSelectorRequirement, path: string): readonly string[] {
  if (operator !== 'In' && operator !== 'NotIn') return [unsupported(path, operator, ['In', 'NotIn'])];
  return values?.length === 1 ? [] : [invalid(`${path}.values`, values ?? null, 'must have one element')];
}

/** The errors of a term, in the API's words. */
const errorsOf = ({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm, path: string): readonly string[] => [
  ...matchExpressions.flatMap((one, index) => expressionErrors(one, `${path}.matchExpressions[${index}]`)),
  ...matchFields.flatMap((one, index) => fieldErrors(one, `${path}.matchFields[${index}]`)),
];

/** Whether labels meet every requirement of a list. */
export const meetsExpressions = (requirements: readonly LabelSelectorRequirement[], labels: Labels): boolean =>
  requirements.every((one) => meetsExpression(one, labels));

/** A missing field is the empty text, so NotIn holds for it. A node without a name has no fields, and none is asked. */
const meetsFields = (requirements: readonly LabelSelectorRequirement[], name: string): boolean =>
  name === '' ||
  requirements.every(({ key, operator, values }) => ((key === 'metadata.name' ? name : '') === values?.[0]) === (operator === 'In'));

/** Whether a node meets one of the terms; a term that is empty or not valid never does. */
export function matchesTerms(terms: readonly NodeSelectorTerm[], { metadata }: Pick<KubeNode, 'metadata'>): NodeMatch {
  const errors = new Set<string>();
  for (const [index, term] of terms.entries()) {
    const { matchExpressions = [], matchFields = [] } = term;
    if (matchExpressions.length + matchFields.length === 0) continue;
    const own = errorsOf(term, `nodeSelectorTerms[${index}]`);
    own.forEach((error) => errors.add(error));
    if (own.length > 0) continue;
    if (meetsExpressions(matchExpressions, metadata.labels ?? {}) && meetsFields(matchFields, metadata.name)) return { matches: true };
  }
  if (errors.size === 0) return { matches: false };
  const texts = [...errors].join(', ');
  return { matches: false, error: errors.size === 1 ? texts : `[${texts}]` };
}
