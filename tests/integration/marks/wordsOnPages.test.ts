import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { htmlBlocks } from '#src/components/lesson/htmlBlocks.ts';
import { lettersOf } from '#src/domain/marks/letters.ts';
import { servedPortal } from '../../support/servedPortal.ts';
import { moduleBody, textsOf } from '../../unit/marks/moduleText.ts';

const folder = fileURLToPath(new URL('../../../src/content/modules/', import.meta.url));
const MODULES = readdirSync(folder).map((file) => file.replace(/\.mdx$/, ''));
const portal = servedPortal();

/** What is read from the text of a module is what its page shows: passages are found in the one and marked in the other. */
describe('every paragraph, list item, heading and cell of a module stands on its page, letter by letter', () => {
  test('there are modules to look at', () => {
    expect(MODULES.length).toBeGreaterThan(1);
  });

  test.each(MODULES)('%s', async (moduleId) => {
    const ruth = await portal().signIn('ruth');
    const { status, text } = await ruth.get(`/modules/${moduleId}`);
    expect(status).toBe(200);
    const shown = new Set(htmlBlocks(text).map(({ letters }) => letters));
    const blocks = textsOf(moduleBody(moduleId)).flatMap((section) => section.blocks);
    const own = blocks.filter(({ kind }) => kind !== 'title');
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((block) => !shown.has(lettersOf(block.text).letters)).map((block) => block.text)).toEqual([]);
  });

  test.each(MODULES)('%s: each heading has the id that search and notes lead to', async (moduleId) => {
    const ruth = await portal().signIn('ruth');
    const { text } = await ruth.get(`/modules/${moduleId}`);
    const headings = textsOf(moduleBody(moduleId)).flatMap((section) => section.blocks.map((block) => block.headingId));
    expect(headings.filter((id) => id !== null && !text.includes(` id="${id}"`))).toEqual([]);
  });
});
