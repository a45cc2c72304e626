import type { ApiObject } from '../model/api-object.ts';
import { objects as listOf, text } from '../model/ecs/read.ts';
import { text as plainText } from './allow/fields.ts';
import { readDocument } from './read-document.ts';
import type { Document, Reading } from './reading.ts';
import { isDocument, noted } from './reading.ts';
import { together } from './together.ts';

/** A file as it was opened. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Reads files that were opened together; one that is refused leaves the others as they are. */
export function readFiles(files: readonly NamedText[]): Reading {
  const parsed = files.map(parse);
  const first = parsed.filter(({ document }) => !tellsTargets(document)).map(read);
  const group = onlyTargetGroup(first.flatMap(({ objects }) => objects));
  const second = parsed
    .filter(({ document }) => tellsTargets(document))
    .map(({ name, document }) => read({ name, document: inGroup(document, group) }));
  const all = [...first, ...second];
  return { objects: all.flatMap(({ objects }) => objects), notices: all.flatMap(({ notices }) => notices), about: together(all) };
}

interface Parsed {
  readonly name: string;
  readonly document?: unknown;
  readonly refused?: Reading;
}

const read = ({ name, document, refused }: Parsed): Reading => refused ?? readDocument(name, document);

function parse({ name, text: content }: NamedText): Parsed {
  const file = shortName(name);
  if (content.trim() === '') return { name: file, refused: noted('problem', file, `${file} is empty.`) };
  try {
    return { name: file, document: JSON.parse(content, (_, value: unknown) => value ?? undefined) };
  } catch {
    return { name: file, refused: noted('problem', file, `${file} is not JSON; run the command again with --output json.`) };
  }
}

/** A file's name as sentences may hold it. */
function shortName(name: string): string {
  const plain = plainText.parse(name);
  return plain.length <= 60 ? plain : `${plain.slice(0, 40)}…${plain.slice(-19)}`;
}

const targetsKey = 'TargetHealthDescriptions';

const tellsTargets = (document: unknown): document is Document => isDocument(document) && targetsKey in document;

/** The one target group that objects name; undefined when they name none or several. */
function onlyTargetGroup(objects: readonly ApiObject[]): string | undefined {
  const named = new Set(
    objects.flatMap(({ id, kind, body }) => {
      if (kind === 'elbv2-target-group') return [id];
      return listOf(body, 'loadBalancers').flatMap((balancer) => text(balancer, 'targetGroupArn') ?? []);
    }),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

/** The same output with the group written into each description, which AWS leaves out. */
function inGroup(document: unknown, group: string | undefined): unknown {
  if (group === undefined || !isDocument(document)) return document;
  const descriptions = document[targetsKey];
  if (!Array.isArray(descriptions)) return document;
  return { ...document, [targetsKey]: descriptions.map((one: unknown) => (isDocument(one) ? { TargetGroupArn: group, ...one } : one)) };
}
