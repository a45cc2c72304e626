import { z } from 'zod';

/** One price, limit, default, percentage, duration or date, with where and when it was read. */
const fact = z.strictObject({
  /** What the value is, as a phrase that can stand alone. */
  text: z.string().min(1),
  value: z.union([z.number(), z.string().min(1)]),
  /** Written after the value; `%` and `USD …` have their usual forms. */
  unit: z.string().min(1).optional(),
  source: z.url(),
  checked: z.iso.date(),
  /** `memory` and `model` are shown to the reader as illustrative. */
  confidence: z.enum(['verified', 'secondary', 'memory', 'model']),
});

/** The shape of `content/facts/<topic>.yaml`. A fact's id on a page is `<topic>.<key>`. */
export const factFile = z.record(
  z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'A key is lower-case words joined by "." or "-".'),
  fact,
);

/** The facts of one topic. */
export type FactFile = z.infer<typeof factFile>;

/** One fact. */
export type Fact = z.infer<typeof fact>;
