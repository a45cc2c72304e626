/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/** One requirement of a selector. */
export type LabelSelectorRequirement = {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
};

/** A selector as the API takes it: everything in it must hold; an empty one chooses all. */
export type LabelSelector = {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
};

/** What one requirement asks of a label's value; `undefined` is a missing label. NotIn is met by a missing label too. */
const asks: Readonly<Record<string, (value: string | undefined, values: readonly string[]) => boolean>> = {
  In: (value, values) => value !== undefined && values.includes(value),
  NotIn: (value, values) => value === undefined || !values.includes(value),
  Exists: (value) => value !== undefined,
  DoesNotExist: (value) => value === undefined,
};

/** Why the API refuses a requirement, in its own words; undefined when it does not. */
export function refusalOf({ operator, values }: LabelSelectorRequirement): string | undefined {
  if (!(operator in asks)) return `"${operator}" is not a valid label selector operator`;
  const empty = values === undefined || values.length === 0;
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (takesValues && empty) return "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty";
  if (!takesValues && !empty)
    return `values: Invalid value: ${JSON.stringify(values)}: values set must be empty for exists and does not exist`;
  return undefined;
}

/** Whether labels meet one requirement. Throws, in the API's words, for one that the API refuses. */
export function meetsRequirement(requirement: LabelSelectorRequirement, labels: Labels): boolean {
  const refusal = refusalOf(requirement);
  if (refusal !== undefined) throw new Error(refusal);
  const { key, operator, values = [] } = requirement;
  return asks[operator]?.(labels[key], values) ?? false;
}

/** Whether a selector chooses an object with these labels. */
export const matchesSelector = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels): boolean =>
  Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
  matchExpressions.every((requirement) => meetsRequirement(requirement, labels));
