import { unsaid } from './about.ts';
import { allow, list, text } from './allow/fields.ts';
import type { Notice } from './notice.ts';
import type { Document, Reading } from './reading.ts';
import { isDocument, merged, noted, readList } from './reading.ts';
import type { Shape } from './shape.ts';
import { shapes } from './shapes.ts';
import { readSnapshot } from './snapshot.ts';
import { snapshotName } from './snapshot-frame.ts';
import { undrawn } from './undrawn.ts';

const remedy = 'open the output of aws ecs describe-clusters, -services, -tasks, -task-definition or -container-instances';

/** Reads one parsed file of any known shape. A file of a wrong shape gives no object at all. */
export function readDocument(file: string, document: unknown): Reading {
  if (!isDocument(document)) {
    return noted('problem', file, `${file} holds a bare value, not the whole output of a command; run it again without --query.`);
  }
  if (document['schema'] === snapshotName) return readSnapshot(file, document);
  if ('schema' in document && 'version' in document) {
    return noted(
      'problem',
      file,
      `${file} says that it is ${String(document['schema'])}, and an account file says ${snapshotName}; make the file again.`,
    );
  }
  if ('detail-type' in document)
    return noted('problem', file, `${file} is an EventBridge event, which tells of one change only; ${remedy}.`);
  if ('apiVersion' in document) return noted('problem', file, `${file} is kubectl output, which is not drawn yet; ${remedy}.`);
  const parts = Object.entries(document).flatMap(([key, value]) => readField(file, key, value) ?? []);
  if (parts.length === 0) return noted('problem', file, `${file} is JSON of another shape; ${remedy}.`);
  return merged([...parts, { objects: [], notices: failuresOf(file, document), about: unsaid }]);
}

const byKey = new Map<string, Shape>([
  ['clusters', shapes.clusters],
  ['services', shapes.services],
  ['taskDefinition', shapes.taskDefinitions],
  ['tasks', shapes.tasks],
  ['containerInstances', shapes.containerInstances],
  ['LoadBalancers', shapes.loadBalancers],
  ['TargetGroups', shapes.targetGroups],
  ['TargetHealthDescriptions', shapes.targetHealth],
  ['logGroups', shapes.logGroups],
  ['logStreams', shapes.logStreams],
]);

function readField(file: string, key: string, value: unknown): Reading | undefined {
  if (listsNames(key, value)) return noted('ignored', file, `${file} was ignored: it only lists names, which describe commands print too.`);
  const shape = byKey.get(key);
  if (shape !== undefined) {
    if (Array.isArray(value) && value.length === 0) return noted('ignored', file, `${file} was ignored: its list of ${key} is empty.`);
    return readList(file, shape, key, shape === shapes.taskDefinitions ? [value] : value);
  }
  const other = undrawn[key];
  if (other === undefined) return undefined;
  const [command, what] = other;
  return noted('unmapped', file, `${file} is left out: ${what} (${command}) are not drawn yet.`);
}

/** Whether a field is what `list-…` commands print: names or ARNs only. */
const listsNames = (key: string, value: unknown): boolean =>
  Array.isArray(value) && (value.length === 0 ? /Arns$|^families$/.test(key) : value.every((element) => typeof element === 'string'));

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
