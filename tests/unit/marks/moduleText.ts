import { readFileSync } from 'node:fs';
import { splitFrontMatter } from '#src/server/content/frontMatter.ts';
import { readTags } from '#src/server/content/lessonTags.ts';
import { type SectionText, sectionTexts } from '#src/server/content/lessonText.ts';

/** The words of a text, section by section. */
export function textsOf(body: string): SectionText[] {
  return sectionTexts(body, readTags(body, 1));
}

/** The text of a real module, as its author wrote it. */
export function moduleBody(moduleId: string): string {
  const file = new URL(`../../../src/content/modules/${moduleId}.mdx`, import.meta.url);
  const parts = splitFrontMatter(readFileSync(file, 'utf8'));
  if (!parts) throw new Error(`${moduleId} has no front matter.`);
  return parts.body;
}
