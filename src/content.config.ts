import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { moduleMetaSchema } from '#src/domain/modules/schema.ts';

/** The texts of the modules. Their front matter has the same schema as in the plain loader, `src/server/content.ts`. */
const modules = defineCollection({
  loader: glob({ base: './src/content/modules', pattern: '*.mdx' }),
  schema: moduleMetaSchema,
});

export const collections = { modules };
