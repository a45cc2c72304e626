import { unsaid } from './about.ts';
import { allow, list, text } from './allow/fields.ts';
import type { Beside } from './beside.ts';
import { alone } from './beside.ts';
import { completed, joinAccessPolicies } from './complete-output.ts';
import type { Notice } from './notice.ts';
import { outputs, undrawn } from './outputs.ts';
import { readEvent, readServiceEvents } from './read-events.ts';
import type { Document, Reading } from './reading.ts';
import { isDocument, merged, noted, readList, readOne } from './reading.ts';
import { readSnapshot } from './snapshot.ts';
import { snapshotName } from './snapshot-frame.ts';

const remedy =
  'open a file of npm run snapshot, the output of aws ecs or aws eks describe commands, or that of kubectl get with -o json or -o yaml';

/** Reads one parsed file of any known shape but kubectl's. A file of a wrong shape gives no object at all. */
export function readDocument(file: string, document: unknown, beside: Beside = alone): Reading {
  if (!isDocument(document)) {
    return noted('problem', file, `${file} holds a bare value, not the whole output of a command; run it again without --query.`);
  }
  if (document['schema'] === snapshotName) return readSnapshot(file, document);
  if ('schema' in document && 'version' in document) {
    const said = text.parse(String(document['schema']));
    return noted('problem', file, `${file} says that it is ${said}, and an account file says ${snapshotName}; make the file again.`);
  }
  if ('detail-type' in document) return readEvent(file, document, beside);
  const joined = joinAccessPolicies(file, document, beside);
  if (joined !== undefined) return joined;
  const parts = Object.entries(document).flatMap(([key, value]) => readField(file, key, completed(key, value, beside)) ?? []);
  if (parts.length === 0 && Array.isArray(document['events'])) return readServiceEvents(file, document, beside);
  if (parts.length === 0) return noted('problem', file, `${file} is JSON of another shape; ${remedy}.`);
  return merged([...parts, { objects: [], notices: failuresOf(file, document), about: unsaid }]);
}

function readField(file: string, key: string, value: unknown): Reading | undefined {
  if (listsNames(key, value)) return noted('ignored', file, `${file} was ignored: it only lists names, which describe commands print too.`);
  const output = Object.hasOwn(outputs, key) ? outputs[key]?.find(({ sign }) => sign === undefined || hasSign(value, sign)) : undefined;
  if (output !== undefined) {
    if (Array.isArray(value) && value.length === 0) return noted('ignored', file, `${file} was ignored: its list of ${key} is empty.`);
    return output.one === true ? readOne(file, output.shape, key, value) : readList(file, output.shape, key, value);
  }
  const other = Object.hasOwn(undrawn, key) ? undrawn[key] : undefined;
  if (other === undefined) return undefined;
  const [command, what] = other;
  return noted('unmapped', file, `${file} is left out: ${what} (${command}) are not drawn.`);
}

/** Whether the elements of a list have a field; a list without elements has any. */
const hasSign = (value: unknown, sign: string): boolean =>
  !Array.isArray(value) || value.length === 0 || value.some((element) => isDocument(element) && sign in element);

/** Whether a field is what `list-…` commands print: names or ARNs only. */
const listsNames = (key: string, value: unknown): boolean =>
  Array.isArray(value) &&
  (value.length === 0
    ? /Arns$|Ids$|Names$|^(?:families|nodegroups|addons|accessEntries)$/.test(key)
    : value.every((element) => typeof element === 'string'));

const failures = allow({ failures: list(allow({ arn: text, reason: text, detail: text })) });

/** What AWS could not describe, in its own words. */
function failuresOf(file: string, document: Document): readonly Notice[] {
  const result = failures.safeParse(document);
  if (!result.success) return [];
  return (result.data.failures ?? []).map(({ arn = 'one resource', reason = 'no reason given', detail }) => ({
    kind: 'failure',
    file,
    text: `AWS could not describe ${arn}: ${reason}${detail === undefined ? '' : `, ${detail}`}.`,
  }));
}
