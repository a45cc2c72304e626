import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

/** What the site reads as pages; a file's path is its URL. */
export const collections = {
  docs: defineCollection({ loader: glob({ base: './content/docs', pattern: '**/[^_]*.mdx' }), schema: docsSchema() }),
};
