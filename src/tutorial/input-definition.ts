import { z } from 'zod';

const text = z.string().min(1);
const jsonObject = z.record(z.string(), z.json());

const call = z.union([
  z.strictObject({
    api: z.enum(['ecs', 'eks', 'elbv2', 'servicediscovery', 'autoscaling', 'ec2', 'logs', 'clients']),
    operation: text,
    input: jsonObject,
  }),
  z.strictObject({
    api: z.literal('kubernetes'),
    verb: z.enum(['get', 'list', 'create', 'update', 'patch', 'delete']),
    path: text,
    body: z.exactOptional(jsonObject),
    by: z.exactOptional(text),
    from: z.exactOptional(text),
  }),
]);

/** The shape of an input that is written as YAML. */
export const inputDefinition = z.union([
  z.strictObject({ at: z.int(), call }),
  z.strictObject({ at: z.int(), fault: text, target: text, on: z.boolean() }),
]);

/** What was done to a world before the reader meets it. */
export const preparation = z
  .array(inputDefinition)
  .default([])
  .refine((inputs) => inputs.every(({ at }) => at < 0), 'What prepares the world is done at negative times.');
