import type { Reply } from '../../../model/api-call.ts';
import type { JsonObject } from '../../../model/json.ts';

const failure = (code: number, reason: string, message: string, details: JsonObject = {}): Reply => ({
  ok: false,
  body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, details, code },
});

/** `pods "x" not found`. */
export const notFound = (resource: string, group: string, name: string): Reply =>
  failure(404, 'NotFound', `${qualified(resource, group)} "${name}" not found`, { name, kind: resource });

/** The object as it would be breaks a rule of its kind. */
export const invalid = (kind: string, group: string, name: string, field: string, rule: string): Reply =>
  failure(422, 'Invalid', `${qualified(kind, group)} "${name}" is invalid: ${field}: ${rule}`, {
    name,
    kind,
    causes: [{ reason: 'FieldValueInvalid', message: rule, field }],
  });

/** There is nothing under this path. */
export const noSuchPath = (): Reply => failure(404, 'NotFound', 'the server could not find the requested resource');

/** The verb is not served there. */
export const notAllowed = (): Reply => failure(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource');

const qualified = (word: string, group: string): string => (group === '' ? word : `${word}.${group}`);
