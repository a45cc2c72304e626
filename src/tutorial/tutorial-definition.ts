import { z } from 'zod';
import { goalDefinition } from './goal-definition.ts';
import { inputDefinition, preparation } from './input-definition.ts';
import type { Tutorial } from './tutorial.ts';

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'An id is lower-case words joined by hyphens.');
const text = z.string().min(1);

const step = z.strictObject({
  id: slug,
  title: text,
  why: text,
  task: text,
  goals: z
    .array(
      z.strictObject({
        id: slug,
        label: text,
        unmet: text,
        hint: text,
        when: z.enum(['once', 'now']).default('now'),
        goal: goalDefinition,
      }),
    )
    .min(1),
  solution: z.array(inputDefinition).min(1),
});

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** The shape of `content/tutorials/<id>.yaml`. */
export const tutorialDefinition: z.ZodType<Tutorial> = z
  .strictObject({
    diagram: slug,
    prepare: preparation,
    steps: z.array(step).min(1),
  })
  .refine(({ steps }) => unique(steps.map(({ id }) => id)), 'Two steps have the same id.')
  .refine(({ steps }) => unique(steps.flatMap(({ goals }) => goals.map(({ id }) => id))), 'Two goals have the same id.');
