import { z } from 'zod';
import { goalDefinition } from './goal-definition.ts';
import { inputDefinition, preparation } from './input-definition.ts';
import type { Question } from './question.ts';

const text = z.string().min(1);

const answer = z.strictObject({ answer: text, goals: z.array(goalDefinition).min(1), because: text });

/** The shape of `content/questions/<id>.yaml`. */
export const questionDefinition: z.ZodType<Question> = z
  .strictObject({
    diagram: text,
    question: text,
    prepare: preparation,
    acts: z.array(inputDefinition).min(1),
    judgedAt: z.int().positive(),
    answers: z.array(answer).min(2).max(4),
  })
  .refine(({ answers }) => new Set(answers.map((one) => one.answer)).size === answers.length, 'Two answers say the same.')
  .refine(({ acts, judgedAt }) => acts.every(({ at }) => at >= 0 && at < judgedAt), 'What is done is done between 0 and judgedAt.');
