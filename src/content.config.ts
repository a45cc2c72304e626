import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The shell's own words, beside those that Starlight brings; one file a language. */
const words = z.object({
  'drydock.lesson.reading': z.string(),
  'drydock.nav.label': z.string(),
  'drydock.nav.learn': z.string(),
  'drydock.nav.practise': z.string(),
  'drydock.nav.compare': z.string(),
  'drydock.nav.account': z.string(),
  'drydock.search.close': z.string(),
  'drydock.search.failed': z.string(),
  'drydock.search.none': z.string(),
  'drydock.search.results': z.string(),
});

/** What the site reads: pages, whose paths are their URLs, and the words around them. */
export const collections = {
  docs: defineCollection({ loader: glob({ base: './content/docs', pattern: '**/[^_]*.mdx' }), schema: docsSchema() }),
  i18n: defineCollection({ loader: glob({ base: './content/i18n', pattern: '*.json' }), schema: i18nSchema({ extend: words.partial() }) }),
};
