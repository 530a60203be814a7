import { DatabaseSync } from 'node:sqlite';
import type { Locator, Page } from '@playwright/test';
import { expect } from '../support/journey.ts';
import { MODULE, SECTIONS } from './moduleOfTheWeek.ts';

export const ADDRESS = `/modules/${MODULE.id}`;
export const FIRST = SECTIONS[0]!;

/** Opens the module, past the page that stands before it on the first time. */
export async function openModule(page: Page): Promise<void> {
  await page.goto(`${ADDRESS}?begin`);
  await page.goto(ADDRESS);
}

export const section = (page: Page): Locator => page.getByRole('region', { name: FIRST.title, exact: true });

/** The list under the first section. */
export const notesIn = (page: Page): Locator =>
  section(page)
    .locator('li')
    .filter({ hasText: /Write a note|Change your note/ });

/** The paragraphs of the first section that stand in no case note or fact, as they are read: without what the page adds. */
export async function paragraphs(page: Page): Promise<string[]> {
  return section(page).evaluate((found) =>
    [...found.querySelectorAll('[data-lesson-text] > p')].map((paragraph) => {
      const copy = paragraph.cloneNode(true) as Element;
      for (const added of copy.querySelectorAll('[data-added]')) added.remove();
      return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
    }),
  );
}

/** Some words out of the middle of a text. */
export const wordsOf = (text: string, from: number, to: number): string => text.split(' ').slice(from, to).join(' ');

/** Selects from the paragraph that holds some words to the one that holds others, by the words themselves, as a hand does. */
export async function selectWords(page: Page, from: string, to = from): Promise<void> {
  await section(page).evaluate(
    (found, [first = '', last = '']) => {
      const at = (words: string) => {
        const walker = document.createTreeWalker(found, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const start = (node.textContent ?? '').replace(/\s/g, ' ').indexOf(words);
          if (start >= 0) return { node, start, end: start + words.length };
        }
        throw new Error(`No text holds “${words}”.`);
      };
      const [begin, end] = [at(first), at(last)];
      begin.node.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(begin.node, begin.start, end.node, end.end);
    },
    [from, to],
  );
}

export const bar = (page: Page): Locator => page.getByRole('group', { name: 'The words you selected' });

/** Words of one text run of the first paragraph that has enough of them. */
export async function plainWordsIn(page: Page): Promise<string> {
  const runs = await section(page).evaluate((found) =>
    [...found.querySelectorAll('[data-lesson-text] > p')].flatMap((paragraph) =>
      [...paragraph.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? ''),
    ),
  );
  const run = runs.map((text) => text.replace(/\s/g, ' ')).find((text) => text.trim().split(' ').length > 8) ?? '';
  return wordsOf(run.trim(), 1, 6);
}

/** Marks words with the form under the section, which needs no script. */
export async function markByForm(page: Page, words: string, note: string): Promise<void> {
  await section(page).getByText('Mark or note something here').click();
  await section(page).getByLabel('Words to highlight').fill(words);
  await section(page).getByLabel('Your note', { exact: true }).fill(note);
  await section(page)
    .getByRole('button', { name: /^Save\b.*in:/ })
    .click();
}

/** Removes a mark by the button of its entry in a list. */
export async function removeNote(entry: Locator): Promise<void> {
  await entry.getByRole('button', { name: /^Remove/ }).click();
}

/** Changes the database beside the running portal; gives back how many rows it touched. */
function change(sql: string, ...values: readonly string[]): number {
  const database = new DatabaseSync(process.env['PORTAL_TEST_DATABASE'] ?? '', { timeout: 5000 });
  try {
    return Number(database.prepare(sql).run(...values).changes);
  } finally {
    database.close();
  }
}

/** What an edit of the module does to a mark: its words stand nowhere any more. */
export function loseWords(personId: string, note: string): void {
  const lost = 'Words that an edit of the module has taken away';
  expect(change('update marks set quote = ? where trainee_id = ? and note = ?', lost, personId, note)).toBe(1);
}

/** As if she had marked nothing yet. */
export function forgetMarks(personId: string): void {
  change('delete from marks where trainee_id = ?', personId);
}
