import * as z from 'zod/mini';

/* The fields of Kubernetes' objects as the simulation's evaluators want them: a field is there with its type, or it is not there. */

/** A text. */
export const text = z.string();

/** A field that may be missing. */
export const maybe = <Schema extends z.ZodMiniType>(schema: Schema) => z.exactOptional(schema);

/** A number that may be missing. */
export const number = maybe(z.number());

/** A list that may be missing. */
export const list = <Schema extends z.ZodMiniType>(schema: Schema) => maybe(z.array(schema));

/** A list of texts that may be missing. */
export const texts = list(text);

/** Labels or quantities that may be missing. */
export const words = maybe(z.record(z.string(), text));

/** A label selector. */
export const labelSelector = z.object({
  matchLabels: words,
  matchExpressions: list(z.object({ key: text, operator: text, values: texts })),
});

/** A label selector that may be missing. */
export const selector = maybe(labelSelector);
