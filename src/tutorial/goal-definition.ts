import { z } from 'zod';
import { kinds } from '../model/kind.ts';

const comparison = z
  .strictObject({ equals: z.exactOptional(z.number()), atLeast: z.exactOptional(z.number()), atMost: z.exactOptional(z.number()) })
  .refine((bounds) => Object.keys(bounds).length > 0, 'A comparison needs equals, atLeast or atMost.');

/** The shape of a goal that is written as YAML. */
export const goalDefinition = z.union([
  z.strictObject({ kind: z.enum(kinds), where: z.exactOptional(z.record(z.string(), z.json())), count: comparison }),
  z.strictObject({ measure: z.string().min(1), is: comparison }),
]);
