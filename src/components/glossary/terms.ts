import type { GlossaryEntry } from '../../model/glossary.ts';
import { glossaryOf } from '../../model/glossary.ts';

/** The glossary; the YAML plugin has checked each file of `content/glossary/` against its schema. */
export const glossary = glossaryOf(
  Object.values(import.meta.glob<readonly GlossaryEntry[]>('/content/glossary/*.yaml', { eager: true, import: 'default' })),
);

/** The worlds a term may belong to, in words. */
export const worlds = { ecs: 'ECS', eks: 'EKS', both: 'ECS and EKS' } as const;

/** The ids of the terms that a lesson's text explains, in the order in which they are met. */
export const termsOnPage = (text: string): readonly string[] => [...text.matchAll(/<Term\s+id="([^"]*)"/g)].map(([, id = '']) => id);
