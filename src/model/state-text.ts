import { z } from 'zod';

/** What a status, reason, health or wait means, in words for a reader. `{name}` stands for a detail or a value of the wait. */
const entry = z.strictObject({
  title: z.string().min(1),
  /** What is going on, and why. One to three short sentences. */
  text: z.string().min(1),
  /** What ends it. */
  ends: z.string().optional(),
  source: z.url(),
  checked: z.iso.date(),
  /** `memory` and `model` are shown to the reader as illustrative. */
  confidence: z.enum(['verified', 'secondary', 'memory', 'model']),
});

/** The shape of `content/states/<kind>.yaml`. */
export const stateTexts = z.strictObject({
  /** What this kind of resource is. */
  kind: entry,
  status: z.record(z.string(), entry),
  reason: z.record(z.string(), entry).default({}),
  health: z.record(z.string(), entry).default({}),
  wait: z.record(z.string(), entry).default({}),
});

/** The explanations of one kind. */
export type StateTexts = z.infer<typeof stateTexts>;

/** One explanation. */
export type StateText = z.infer<typeof entry>;
