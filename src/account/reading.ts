import type { ApiObject } from '../model/api-object.ts';
import type { About } from './about.ts';
import { unsaid } from './about.ts';
import type { Notice } from './notice.ts';
import { together } from './together.ts';
import type { Shape } from './shape.ts';

/** What files gave: the objects that were let in, and what the reader must know about the rest. */
export interface Reading {
  readonly objects: readonly ApiObject[];
  readonly notices: readonly Notice[];
  /** How the objects were read, as far as the files tell. */
  readonly about: About;
}

/** A parsed value that is an object, not yet checked further. */
export type Document = Readonly<Record<string, unknown>>;

/** Narrows a parsed value to an object. */
export const isDocument = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A reading without objects that says one thing. */
export const noted = (kind: Notice['kind'], file: string, text: string): Reading => ({
  objects: [],
  notices: [{ kind, file, text }],
  about: unsaid,
});

/** Several readings of one file as one; if any of them refuses the file, that sentence alone is left. */
export function merged(parts: readonly Reading[]): Reading {
  const notices = parts.flatMap((part) => part.notices);
  const problem = notices.find(({ kind }) => kind === 'problem');
  if (problem !== undefined) return { objects: [], notices: [problem], about: unsaid };
  return { objects: parts.flatMap(({ objects }) => objects), notices, about: together(parts) };
}

/** Lets in the elements of one list. One element of a wrong shape refuses the whole file. */
export const readList = (file: string, shape: Shape, at: string, elements: unknown): Reading =>
  Array.isArray(elements)
    ? readElements(file, shape, elements, (index) => `${at}[${index}]`)
    : noted('problem', file, `${file} was refused: ${at} is not a list.`);

/** Lets in the one element that a field holds. */
export const readOne = (file: string, shape: Shape, at: string, element: unknown): Reading =>
  readElements(file, shape, [element], () => at);

function readElements(file: string, shape: Shape, elements: readonly unknown[], at: (index: number) => string): Reading {
  const objects: ApiObject[] = [];
  const notices: Notice[] = [];
  for (const [index, element] of elements.entries()) {
    const admission = shape.admit(element, at(index));
    if ('refused' in admission) return noted('problem', file, `${file} was refused: ${admission.refused}.`);
    if ('object' in admission) objects.push(admission.object);
    else notices.push({ kind: 'unmapped', file, text: `${at(index)} of ${file} is not drawn: ${shape.nameless}.` });
  }
  return { objects, notices, about: unsaid };
}
