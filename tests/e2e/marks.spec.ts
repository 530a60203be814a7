import { enter, expect, expectProblems, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';
import {
  ADDRESS,
  bar,
  FIRST,
  forgetMarks,
  loseWords,
  markByForm,
  notesIn,
  openModule,
  paragraphs,
  plainWordsIn,
  removeNote,
  section,
  selectWords,
  wordsOf,
} from './marking.ts';

// Each journey begins without marks, whatever became of the one before.
test.beforeEach(({}, { project }) => forgetMarks(personFor('marks', project.name)));

test.describe('her own marks, by selecting words', () => {
  test(
    'words she selects are highlighted, on every device of hers, and she can write on them',
    { tag: '@phone' },
    async ({ page, signInAs, anotherDevice }, { project }) => {
      const person = personFor('marks', project.name);
      await signInAs(person);
      await openModule(page);
      const words = await plainWordsIn(page);
      await selectWords(page, words);
      await expect(bar(page)).toBeVisible();
      await bar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`${ADDRESS}#mark-`));
      await expect(section(page).locator('mark')).toContainText(words);
      const other = await anotherDevice();
      await enter(other, person);
      await other.goto(ADDRESS);
      await expect(section(other).locator('mark')).toContainText(words);
      await section(other).getByRole('link', { name: 'Your note 1' }).click();
      await expect(notesIn(other).first()).toBeInViewport();
      await notesIn(other).first().getByText('Write a note').click();
      await notesIn(other).first().getByRole('textbox').fill('To ask in supervision');
      await notesIn(other).first().getByRole('button', { name: 'Save the note' }).click();
      await expect(notesIn(other).first()).toContainText('To ask in supervision');
      expect(await violationsOn(other)).toEqual([]);
      await removeNote(notesIn(other).first());
      await expect(section(other).locator('mark')).toHaveCount(0);
    },
  );

  test(
    'a passage across bold words and a term is highlighted whole; with a note she writes at once',
    { tag: '@phone' },
    async ({ page, signInAs }, { project }) => {
      await signInAs(personFor('marks', project.name));
      await openModule(page);
      const long = (await paragraphs(page)).toSorted((one, another) => another.length - one.length);
      const whole = section(page)
        .locator('[data-lesson-text] > p')
        .filter({ has: page.locator('strong, dfn') })
        .first();
      await whole.evaluate((paragraph) => {
        paragraph.scrollIntoView({ block: 'center' });
        getSelection()?.selectAllChildren(paragraph);
      });
      await bar(page).getByRole('button', { name: 'Highlight with a note' }).click();
      const note = section(page).getByLabel('Your note', { exact: true });
      await expect(note).toBeFocused();
      const quote = await section(page).getByLabel('Words to highlight').inputValue();
      expect(long).toContain(quote);
      await note.fill('All of it');
      await section(page)
        .getByRole('button', { name: /^Save\b.*in:/ })
        .click();
      await expect(section(page).locator('mark').first()).toBeInViewport();
      expect((await section(page).locator('mark').allTextContents()).join('').replace(/\s+/g, '')).toContain(
        quote.slice(0, 20).replace(/\s+/g, ''),
      );
      await removeNote(notesIn(page).filter({ hasText: 'All of it' }));
      await expect(section(page).locator('mark')).toHaveCount(0);
    },
  );

  test('the bar says when words go past a paragraph, and Escape puts it away', async ({ page, signInAs }, {
    project,
  }) => {
    await signInAs(personFor('marks', project.name));
    await openModule(page);
    const [first = '', second = ''] = (await paragraphs(page)).map((text) => wordsOf(text, 0, 3));
    await selectWords(page, first, second);
    await expect(bar(page)).toContainText('Choose words inside one paragraph.');
    await expect(bar(page).getByRole('button')).toHaveCount(0);
    await selectWords(page, first);
    await expect(bar(page).getByRole('button')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
  });

  test('the keyboard is enough: select, Tab to the bar, Enter', async ({ page, signInAs }, { project }) => {
    await signInAs(personFor('marks', project.name));
    await openModule(page);
    // A double click chooses a word, the arrow keys choose more.
    await section(page)
      .locator('[data-lesson-text] > p')
      .first()
      .dblclick({ position: { x: 12, y: 10 } });
    await page.keyboard.press('Shift+Control+ArrowRight');
    const words = await page.evaluate(() => getSelection()?.toString().trim() ?? '');
    expect(words).toContain(' ');
    await expect(bar(page)).toBeVisible();
    const highlight = bar(page).getByRole('button', { name: 'Highlight', exact: true });
    await page.keyboard.press('Tab');
    await expect(highlight).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(section(page).locator('mark')).toContainText(words);
    await removeNote(notesIn(page).first());
    await expect(section(page).locator('mark')).toHaveCount(0);
  });
});

const BOTH = { tag: ['@phone', '@no-javascript'] };

test.describe('her own marks, without a script as with one', () => {
  test(
    'a form under each section marks words and keeps a note; all notes are on one page, and in a file',
    BOTH,
    async ({ page, signInAs, watch, javaScriptEnabled }, { project }) => {
      await signInAs(personFor('marks', project.name));
      await openModule(page);
      const [first = '', second = ''] = await paragraphs(page);
      watch.allow(400);
      const across = `${wordsOf(first, -3, 99)} ${wordsOf(second, 0, 3)}`;
      await markByForm(page, across, 'Across two paragraphs');
      await expectProblems(page, 'Choose words inside one paragraph');
      await expect(section(page).getByLabel('Words to highlight')).toHaveValue(across);
      await expect(section(page).getByLabel('Your note', { exact: true })).toHaveValue('Across two paragraphs');
      await section(page)
        .getByLabel('Words to highlight')
        .fill(wordsOf(first, 0, 5).toUpperCase());
      await section(page)
        .getByRole('button', { name: /^Save\b.*in:/ })
        .click();
      await expect(section(page).locator('mark')).toContainText(wordsOf(first, 0, 2));
      await page.goto('/notes');
      await expect(page.getByRole('listitem').filter({ hasText: wordsOf(first, 0, 5) })).toContainText(
        'Across two paragraphs',
      );
      if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
      const file = await page.request.get('/notes/export');
      expect(file.headers()['content-disposition']).toContain('attachment');
      expect(await file.text()).toContain('Across two paragraphs');
      await page.getByRole('link', { name: FIRST.title, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`${ADDRESS}#mark-`));
      await page.goto('/notes');
      await removeNote(page.getByRole('listitem').filter({ hasText: 'Across two paragraphs' }));
      await expect(page.getByText('Across two paragraphs')).toHaveCount(0);
    },
  );

  test(
    'a section is bookmarked, found among her bookmarks and let go again',
    BOTH,
    async ({ page, signInAs }, { project }) => {
      await signInAs(personFor('marks', project.name));
      await openModule(page);
      await section(page)
        .getByRole('button', { name: /^Bookmark this section/ })
        .click();
      await expect(section(page).getByText('Bookmarked.')).toBeVisible();
      await page.goto('/notes');
      const bookmarks = page.getByRole('region', { name: 'Bookmarks' });
      await bookmarks.getByRole('link', { name: new RegExp(FIRST.title.slice(0, 20)) }).click();
      await section(page)
        .getByRole('button', { name: /^Remove the bookmark/ })
        .click();
      await expect(section(page).getByText('Bookmarked.')).toHaveCount(0);
    },
  );

  test(
    'where an edit has taken the words away, her own words stay and it says so',
    BOTH,
    async ({ page, signInAs }, { project }) => {
      const person = personFor('marks', project.name);
      await signInAs(person);
      await openModule(page);
      const [first = ''] = await paragraphs(page);
      await markByForm(page, wordsOf(first, 0, 4), 'Before the edit');
      await expect(section(page).locator('mark')).toHaveCount(1);
      loseWords(person, 'Before the edit');
      await page.goto(ADDRESS);
      await expect(section(page).locator('mark')).toHaveCount(0);
      const entry = notesIn(page).filter({ hasText: 'Before the edit' });
      await expect(entry).toContainText('The text has changed since you marked this');
      await expect(entry).toContainText('Words that an edit of the module has taken away');
      await page.goto('/notes');
      const listed = page.getByRole('listitem').filter({ hasText: 'Before the edit' });
      await expect(listed).toContainText('The text has changed since you marked this');
      await listed.getByRole('link', { name: FIRST.title }).click();
      await removeNote(entry);
      await expect(page.getByText('Before the edit')).toHaveCount(0);
    },
  );

  test(
    'a note changed in two tabs: the second is told, keeps its text and sees the other',
    BOTH,
    async ({ page, context, signInAs, watch }, { project }) => {
      await signInAs(personFor('marks', project.name));
      await openModule(page);
      await markByForm(page, '', 'As it began');
      const second = await context.newPage();
      await second.goto(ADDRESS);
      const change = async (tab: typeof page, text: string) => {
        const entry = notesIn(tab).filter({ hasText: 'About the whole section' });
        await entry.getByText('Change your note').click();
        await entry.getByRole('textbox').fill(text);
        await entry.getByRole('button', { name: 'Save the note' }).click();
      };
      await change(page, 'What the first tab says');
      await expect(notesIn(page).first()).toContainText('What the first tab says');
      watch.allow(409);
      await change(second, 'What the second tab says');
      await expectProblems(second, /You saved another version of this in another tab/);
      const entry = notesIn(second).filter({ hasText: 'About the whole section' });
      await expect(entry.getByRole('textbox')).toHaveValue('What the second tab says');
      await expect(entry.getByText('What the first tab says').first()).toBeVisible();
      await entry.getByRole('button', { name: 'Save the note' }).click();
      await expect(notesIn(second).first()).toContainText('What the second tab says');
      await removeNote(notesIn(second).first());
      await expect(notesIn(second)).toHaveCount(0);
      await second.close();
    },
  );
});
