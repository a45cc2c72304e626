import { z } from 'zod';
import { kinds } from '../model/kind.ts';
import type { Tutorial } from './tutorial.ts';

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'An id is lower-case words joined by hyphens.');
const text = z.string().min(1);

const jsonObject = z.record(z.string(), z.json());

const comparison = z
  .strictObject({ equals: z.exactOptional(z.number()), atLeast: z.exactOptional(z.number()), atMost: z.exactOptional(z.number()) })
  .refine((bounds) => Object.keys(bounds).length > 0, 'A comparison needs equals, atLeast or atMost.');

const goal = z.union([
  z.strictObject({ kind: z.enum(kinds), where: z.exactOptional(jsonObject), count: comparison }),
  z.strictObject({ measure: text, is: comparison }),
]);

const call = z.union([
  z.strictObject({ api: z.enum(['ecs', 'eks', 'elbv2', 'autoscaling', 'ec2']), operation: text, input: jsonObject }),
  z.strictObject({
    api: z.literal('kubernetes'),
    verb: z.enum(['create', 'update', 'patch', 'delete']),
    path: text,
    body: z.exactOptional(jsonObject),
  }),
]);

const input = z.union([z.strictObject({ at: z.int(), call }), z.strictObject({ at: z.int(), fault: text, target: text, on: z.boolean() })]);

const step = z.strictObject({
  id: slug,
  title: text,
  why: text,
  task: text,
  goals: z
    .array(z.strictObject({ id: slug, label: text, unmet: text, hint: text, when: z.enum(['once', 'now']).default('now'), goal }))
    .min(1),
  solution: z.array(input).min(1),
});

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** The shape of `content/tutorials/<id>.yaml`. */
export const tutorialDefinition: z.ZodType<Tutorial> = z
  .strictObject({
    diagram: slug,
    prepare: z.array(input).default([]),
    steps: z.array(step).min(1),
  })
  .refine(({ steps }) => unique(steps.map(({ id }) => id)), 'Two steps have the same id.')
  .refine(({ steps }) => unique(steps.flatMap(({ goals }) => goals.map(({ id }) => id))), 'Two goals have the same id.')
  .refine(({ prepare }) => prepare.every(({ at }) => at < 0), 'What prepares the world is done at negative times.');
