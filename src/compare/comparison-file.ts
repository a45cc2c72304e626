import { z } from 'zod';

const link = z.strictObject({ title: z.string().min(1), url: z.url() });

const row = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  platform: z.enum(['ecs', 'eks']),
  list: z.enum(['claims', 'practices']),
  name: z.string().min(1),
  /** What is commonly said. */
  claim: z.string().min(1),
  verdict: z.enum(['holds', 'qualified', 'outdated']),
  /** What is true today, and what to add to it; `{topic.key}` stands for a fact. */
  today: z.string().min(1),
  add: z.string().min(1),
  /** What runs on this site and shows it; `page` is relative to the site's root. */
  run: z.strictObject({ text: z.string().min(1), page: z.string().regex(/^[a-z0-9/-]+\/$/) }).optional(),
  sources: z.array(link).min(1),
  checked: z.iso.date(),
});

/** The shape of `content/facts/comparison.yaml`. */
export const comparisonFile = z.array(row).min(1);

/** One claim or best practice, as it is written. */
export type ComparisonRow = z.infer<typeof row>;
