/** A statement of the trust policy of an IAM role. */
export type Statement = {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: { readonly Service?: string; readonly Federated?: string };
  readonly Action: string | readonly string[];
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };
};

/** The trust policy of a role: who may assume it. */
export type TrustPolicy = { readonly Version: '2012-10-17'; readonly Statement: readonly Statement[] };

/** What a caller brings: who vouches for it, and what its token says. */
export interface Caller {
  readonly principal: Statement['Principal'];
  readonly claims: Readonly<Record<string, string>>;
}

const listOf = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

/** Whether a text is like a pattern, in which a star stands for any text and a question mark for one letter. */
function isLike(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

const operators: Readonly<Record<string, (wanted: string, value: string) => boolean>> = {
  StringEquals: (wanted, value) => wanted === value,
  StringLike: isLike,
};

/** Whether all conditions hold. A claim that is missing, or an operator that is not known here, makes one fail. */
const holds = (condition: Statement['Condition'], claims: Caller['claims']): boolean =>
  Object.entries(condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const value = claims[key];
      return value !== undefined && listOf(wanted).some((one) => operators[operator]?.(one, value) ?? false);
    }),
  );

const concerns = (statement: Statement, { principal, claims }: Caller, action: string): boolean =>
  listOf(statement.Action).some((one) => isLike(one, action)) &&
  statement.Principal.Service === principal.Service &&
  statement.Principal.Federated === principal.Federated &&
  holds(statement.Condition, claims);

/** Whether a trust policy lets a caller do an action, such as `sts:AssumeRoleWithWebIdentity`. A denial outweighs. */
export function trusts({ Statement: statements }: TrustPolicy, caller: Caller, action: string): boolean {
  const found = statements.filter((statement) => concerns(statement, caller, action));
  return found.length > 0 && found.every(({ Effect }) => Effect === 'Allow');
}
