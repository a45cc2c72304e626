import type * as z from 'zod/mini';

const words: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
};

/** Why a value did not have the wanted shape, naming the field: `tasks[3].cpu is not a number`. */
export function refusalOf(error: z.core.$ZodError, at: string): string {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).reduce<string>(
    (before, key) => `${before}${typeof key === 'number' ? `[${key}]` : `.${String(key)}`}`,
    at,
  );
  const wanted = issue?.code === 'invalid_type' ? words[issue.expected] : undefined;
  return `${path} is not ${wanted ?? 'what AWS prints there'}`;
}
