import type { Reply } from '../../../model/api-call.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { EvictionReply } from '../disruption/eviction.ts';

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

/** The token says nothing that the API server believes. */
export const unauthorized = (): Reply => failure(401, 'Unauthorized', 'Unauthorized');

/** Who asks may not do this, or the object breaks a policy: `pods "x" is forbidden: …`. */
export const forbidden = (resource: string, group: string, name: string, why: string): Reply =>
  failure(403, 'Forbidden', `${qualified(resource, group)}${name === '' ? '' : ` "${name}"`} is forbidden: ${why}`, {
    name,
    kind: resource,
  });

/** There is an object of this name. */
export const alreadyExists = (resource: string, group: string, name: string): Reply =>
  failure(409, 'AlreadyExists', `${qualified(resource, group)} "${name}" already exists`, { name, kind: resource });

/** The change was made to an older version of the object than the stored one. */
export const conflict = (resource: string, group: string, name: string): Reply =>
  failure(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(resource, group)} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    { name, kind: resource },
  );

/** A budget does not let the pod go, or cannot say: the cause names the budget and its counts. */
export const evictionRefused = ({ code, reason, message, cause }: Extract<EvictionReply, { readonly allowed: false }>): Reply =>
  failure(code, reason, message, cause === undefined ? {} : { causes: [{ reason: 'DisruptionBudget', message: cause }] });

/** The store does not answer, as it has no quorum. */
export const storeTimedOut = (): Reply => failure(500, 'InternalError', 'etcdserver: request timed out');

const qualified = (word: string, group: string): string => (group === '' ? word : `${word}.${group}`);
