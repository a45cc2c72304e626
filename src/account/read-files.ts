import type { ApiObject } from '../model/api-object.ts';
import type { Id } from '../model/json.ts';
import { text as plainText } from './allow/fields.ts';
import type { Beside } from './beside.ts';
import { onlyEksCluster } from './beside.ts';
import { needsOthers } from './complete-output.ts';
import { readDocument } from './read-document.ts';
import { isKubernetes, readKubectl, unnamedCluster } from './read-kubectl.ts';
import type { Reading } from './reading.ts';
import { isDocument, merged, noted } from './reading.ts';
import { together } from './together.ts';
import type { ParseYaml } from './yaml-documents.ts';
import { mayBeYaml } from './yaml-documents.ts';

/** A file as it was opened. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads files that were opened together; one that is refused leaves the others as they are. What does not say itself what it is
 * part of is read after the rest. Without a parser of YAML only JSON is read.
 */
export function readFiles(files: readonly NamedText[], parseYaml?: ParseYaml): Reading {
  const parsed = files.map((file) => parse(file, parseYaml)).toSorted((one, other) => Number(isLate(one)) - Number(isLate(other)));
  const beside = new Map<Id, ApiObject>();
  const readings = parsed.map((file) => {
    const reading = readParsed(file, beside);
    for (const object of reading.objects) beside.set(object.id, object);
    return reading;
  });
  return {
    objects: readings.flatMap(({ objects }) => objects),
    notices: readings.flatMap(({ notices }) => notices),
    about: together(readings),
  };
}

interface Parsed {
  readonly file: string;
  readonly documents: readonly unknown[];
  readonly refused?: Reading;
}

const isLate = ({ documents }: Parsed): boolean => documents.some(needsOthers);

function readParsed({ file, documents, refused }: Parsed, beside: Beside): Reading {
  if (refused !== undefined) return refused;
  const [kubernetes, others] = [documents.filter(isKubernetes), documents.filter((document) => !isKubernetes(document))];
  const cluster = onlyEksCluster(beside) ?? unnamedCluster;
  const parts = kubernetes.length === 0 ? [] : [readKubectl(file, kubernetes, cluster)];
  const mine = new Map(others.length > 1 ? beside : []);
  for (const document of others) {
    const part = readDocument(file, document, others.length > 1 ? mine : beside);
    for (const object of part.objects) mine.set(object.id, object); // several events of one service follow each other
    parts.push(part);
  }
  return merged(parts);
}

/** The documents in a parsed value: of a list of events each, or all of them as a service's own. */
function documentsIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) return [value];
  if (value.every((one) => isDocument(one) && 'detail-type' in one)) return value;
  return value.every((one) => isDocument(one) && 'createdAt' in one && 'message' in one) ? [{ events: value }] : [value];
}

const problem = (file: string, text: string): Parsed => ({ file, documents: [], refused: noted('problem', file, `${file} ${text}`) });

function parse({ name, text: content }: NamedText, parseYaml: ParseYaml | undefined): Parsed {
  const file = shortName(name);
  if (content.trim() === '') return problem(file, 'is empty.');
  try {
    return { file, documents: documentsIn(JSON.parse(content, (_, value: unknown) => value ?? undefined)) };
  } catch {
    return parseYaml !== undefined && mayBeYaml(content)
      ? parseAsYaml(file, content, parseYaml)
      : problem(file, 'is not JSON; run the command again with --output json.');
  }
}

function parseAsYaml(file: string, content: string, parseYaml: ParseYaml): Parsed {
  try {
    const documents = parseYaml(content);
    if ('brokenAt' in documents) return problem(file, `is broken YAML in line ${documents.brokenAt}; run the command again.`);
    if (documents.some((document) => !isDocument(document)) || documents.length === 0) {
      return problem(file, 'is neither JSON nor YAML; run the command again with --output json, or kubectl with -o json or -o yaml.');
    }
    return { file, documents };
  } catch {
    return problem(file, 'is YAML whose aliases or depth go too far; run the command again with -o json.');
  }
}

/** A file's name as sentences may hold it. */
function shortName(name: string): string {
  const plain = plainText.parse(name);
  return plain.length <= 60 ? plain : `${plain.slice(0, 40)}…${plain.slice(-19)}`;
}
