import * as z from 'zod/mini';
import { allow, list, number, text, time } from './allow/fields.ts';

/** The word by which an account file is known. */
export const snapshotName = 'drydock.account-snapshot';

/** The only version that there is. A file of another one is refused by name. */
export const snapshotVersion = 1;

/** The fields of an account file around its three sections. */
export const snapshotFrame = <Section extends z.ZodMiniType>(content: Readonly<Record<'ecs' | 'eks' | 'around', Section>>) => ({
  schema: z.literal(snapshotName),
  version: z.literal(snapshotVersion),
  readAt: z.optional(time),
  caller: z.optional(allow({ account: text, arn: text })),
  regions: list(text),
  ...content,
  limits: list(z.object({ what: text, shown: number, found: number })),
  denied: list(text),
  errors: list(text),
});
