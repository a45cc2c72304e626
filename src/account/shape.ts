import type * as z from 'zod/mini';
import type { ApiObject } from '../model/api-object.ts';
import type { Id, JsonObject } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import { arnOf } from './arn.ts';
import { refusalOf } from './refusal.ts';

/** An element that was let in, or why it was not: refused for its shape, or without what would name it. */
export type Admission = { readonly object: ApiObject } | { readonly refused: string } | { readonly nameless: true };

/** One sort of element in the provider's output, and the only way by which it becomes an object. */
export interface Shape {
  readonly kinds: readonly Kind[];
  /** Why an element without an id cannot be placed, as a clause. */
  readonly nameless: string;
  /** The allow-list itself. */
  readonly schema: z.ZodMiniType;
  /** Keeps the allowed fields of an element; `at` says where it stands, for the sentence that refuses it. */
  readonly admit: (element: unknown, at: string) => Admission;
  /** An object as an element of an account file. */
  readonly print: (object: ApiObject) => JsonObject;
}

interface Definition<Body extends JsonObject> {
  readonly kind: Kind;
  readonly schema: z.ZodMiniType<Body>;
  readonly id: (body: Body) => Id | undefined;
  readonly nameless?: string;
}

/** A shape whose elements are the bodies of objects of one kind. */
export function shape<Body extends JsonObject>({ kind, schema, id, nameless = 'it has no ARN' }: Definition<Body>): Shape {
  return {
    kinds: [kind],
    nameless,
    schema,
    admit(element, at) {
      const result = schema.safeParse(element);
      if (!result.success) return { refused: refusalOf(result.error, at) };
      const known = id(result.data);
      return known === undefined ? { nameless: true } : { object: { id: known, kind, body: result.data } };
    },
    print: ({ body }) => body,
  };
}

/** A text if it is an ARN. */
export const ifArn = (text: string | undefined): Id | undefined => (arnOf(text) === undefined ? undefined : text);
