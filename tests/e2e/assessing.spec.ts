import type { Page } from '@playwright/test';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

/** What waits of each, by project: see `cast.ts`. */
const PIECES = {
  ade: { id: 'ade-evidence-1-1', title: 'Writing a risk summary that somebody could act on', criteria: ['4.4', '4.6'] },
  leila: {
    id: 'leila-evidence-1-1',
    title: 'Saying no to a request, and keeping the door open',
    criteria: ['2.2', '3.3'],
  },
  priya: {
    id: 'priya-evidence-2-1',
    title: 'Writing a risk summary that somebody could act on',
    criteria: ['4.4', '4.6'],
  },
} as const;

function pieceFor(projectName: string) {
  const trainee = personFor('assessing', projectName) as keyof typeof PIECES;
  return { trainee, ...PIECES[trainee] };
}

const released = (submissionId: string) =>
  rows(
    `select d.criterion_id, d.outcome, d.feedback from assessments a join criterion_decisions d on d.assessment_id = a.id
     where a.submission_id = ? order by 1`,
    submissionId,
  );
const notesOf = (submissionId: string) =>
  rows(
    'select n.note from assessments a join assessment_annotations n on n.assessment_id = a.id where a.submission_id = ?',
    submissionId,
  );

const criterionOf = (page: Page, id: string) => page.getByRole('group', { name: `Criterion ${id}`, exact: true });

/** `?` lists the keys; Escape puts the list away. */
async function seeTheKeys(page: Page): Promise<void> {
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('row', { name: /^j next criterion/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
}

const TYPED = 'What did they say? j k 1 2 3';

/** Met, and working towards with feedback, without a mouse. Letters that are typed are no commands. */
async function decideByKeys(page: Page, [first, second]: readonly [string, string]): Promise<void> {
  await page.keyboard.press('j');
  await expect(criterionOf(page, first)).toBeFocused();
  await page.keyboard.press('1');
  await expect(criterionOf(page, first).getByLabel('Met', { exact: true })).toBeChecked();
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await expect(criterionOf(page, second).getByLabel('Working towards')).toBeChecked();
  await page.keyboard.press('f');
  await page.keyboard.type(TYPED);
  await expect(page.getByLabel(`Feedback on ${second}`)).toHaveValue(TYPED);
  await expect(criterionOf(page, second).getByLabel('Working towards')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(criterionOf(page, second)).toBeFocused();
}

/** A note on the first paragraph, and out of its field again. */
async function noteByKeys(page: Page): Promise<void> {
  await page.keyboard.press('a');
  await expect(page.getByLabel('Paragraph', { exact: true })).toBeFocused();
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Say when this was.');
  await expect(page.getByLabel('Your note')).toHaveValue('Say when this was.');
  await expect(page.getByText(/^Saved at \d\d:\d\d$/)).toBeVisible();
  await page.keyboard.press('Escape');
}

test('a long evening by keyboard alone: decide, write, note, look at it, release, and on to the next', async ({
  page,
  signInAs,
}, { project }) => {
  const { id, criteria } = pieceFor(project.name);
  await signInAs('joan');
  await page.goto(`/assess/${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await seeTheKeys(page);
  await decideByKeys(page, criteria);
  await expect(page.getByRole('heading', { name: 'The evidence' }), 'beside the last criterion').toBeInViewport();
  await page.keyboard.press('t');
  await expect(page.getByRole('region', { name: 'The evidence' })).toBeFocused();
  await noteByKeys(page);
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { level: 1, name: /will read$/ })).toBeVisible();
  await expect(page.getByText(TYPED)).toBeVisible();
  await expect(page.getByText('Say when this was.')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: /^Release to / })).toBeFocused();
  expect(released(id), 'the key goes to the button, and does not press it').toEqual([]);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('status').filter({ hasText: 'Released to' })).toBeVisible();
  expect(released(id)).toEqual([
    { criterion_id: criteria[0], outcome: 'met', feedback: '' },
    { criterion_id: criteria[1], outcome: 'working_towards', feedback: TYPED },
  ]);
  expect(notesOf(id)).toEqual([{ note: 'Say when this was.' }]);
  await expect(page.locator(`a[href="/assess/${id}"]`), 'it is in the queue no more').toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'The criteria it claims' })).toBeVisible();
});

const look = (page: Page) => page.getByRole('button', { name: 'Look at what will be released' }).click();

/** What is missing is said one thing after the other, and what was typed stays; with a script, what leads to a person stays on the device. */
async function isToldWhatIsMissing(
  page: Page,
  [first, second]: readonly [string, string],
  hasScript: boolean,
): Promise<void> {
  const feedback = page.getByLabel(`Feedback on ${second}`, { exact: true });
  await criterionOf(page, first).getByLabel('Met', { exact: true }).check();
  await page.getByLabel('About the whole').fill('A good start.');
  await look(page);
  await expectProblems(page, `Choose one decision on criterion ${second}`);
  await expect(page.getByLabel('About the whole')).toHaveValue('A good start.');
  await criterionOf(page, second).getByLabel('Not met').check();
  await look(page);
  await expectProblems(page, `Say what is missing for criterion ${second}`);
  await feedback.fill('Ring 07700 900123 about it.');
  await look(page);
  if (hasScript) await expect(page.getByText('This looks like a telephone number.')).toBeVisible();
  else await expectProblems(page, /looks like/);
  await feedback.fill('Say what you took for granted.');
  if (hasScript) await expect(page.getByText('This looks like a telephone number.')).toBeHidden();
}

async function notesAParagraph(page: Page): Promise<void> {
  await page.getByText('Write a note on a paragraph').click();
  await page.getByLabel('Paragraph', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Only these words of it').fill('words that stand nowhere in it');
  await page.getByLabel('Your note').fill('When?');
  await page.getByRole('button', { name: 'Add this note' }).click();
  await expectProblems(page, 'These words do not stand in paragraph 1');
  await page.getByLabel('Only these words of it').fill('');
  await page.getByRole('button', { name: 'Add this note' }).click();
  await expect(page.getByLabel('Note 1 on “')).toHaveValue('When?');
}

test(
  'on a phone and without JavaScript: what is missing is said, nothing is lost, and it is released in two steps',
  { tag: ['@phone', '@only-no-javascript'] },
  async ({ page, signInAs, watch, anotherDevice }, { project }) => {
    const { id, title, trainee, criteria } = pieceFor(project.name);
    await signInAs('joan');
    for (const status of [400, 422]) watch.allow(status);
    await page.goto('/assess');
    const waiting = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
    await waiting.locator(`a[href="/assess/${id}"]`).first().click();
    await isToldWhatIsMissing(page, criteria, project.name !== 'no-javascript');
    await notesAParagraph(page);
    await look(page);
    await expect(page.getByText('When?')).toBeVisible();
    await page.getByRole('link', { name: 'Change something' }).last().click();
    await expect(page.getByLabel('About the whole'), 'held').toHaveValue('A good start.');
    await look(page);
    await page.getByRole('button', { name: /^Release to / }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Released to' })).toBeVisible();
    expect(released(id).map(({ outcome }) => outcome)).toEqual(['met', 'not_met']);

    const hers = await anotherDevice();
    await enter(hers, trainee);
    await hers.goto(`/portfolio/evidence/${id.replace(/-1$/, '')}`);
    await expect(hers.getByText('Say what you took for granted.').first()).toBeVisible();
  },
);

test('words are selected with the mouse, and the note stands at exactly these words', async ({ page, signInAs }) => {
  await signInAs('joan');
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('/assess/jonah-more-1-1');
  const words = await page
    .locator('#mine-text [data-at]')
    .first()
    .evaluate((part) => {
      const range = document.createRange();
      range.setStart(part.firstChild ?? part, 3);
      range.setEnd(part.firstChild ?? part, 14);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return range.toString();
    });
  const offered = page.getByRole('button', { name: 'Note on the words you selected' });
  await expect(offered, 'beside the words, however long the text').toBeInViewport();
  await offered.click();
  const note = page.getByLabel(`Note on “${words.trim()}”`);
  await expect(note).toBeFocused();
  await note.fill('Whose words are these?');
  await expect(page.getByText(/^Saved at /)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(`Note 1 on “${words.trim()}”`)).toHaveValue('Whose words are these?');
  await expect(page.locator('#mine-text mark')).toHaveText(words);
});

test('two tabs lose nothing of a held draft, and the keys can be switched off', async ({
  page,
  signInAs,
  watch,
  context,
}) => {
  await signInAs('joan');
  watch.allow(409);
  await page.goto('/assess/jonah-more-1-1');
  const other = await context.newPage();
  await other.goto('/assess/jonah-more-1-1');
  await page.getByLabel('About the whole').fill('From the first tab.');
  await expect(page.getByText(/^Saved at /)).toBeVisible();
  await other.getByLabel('About the whole').fill('From the second tab.');
  await expect(other.getByText(/^Not saved: You saved another version/)).toBeVisible();
  await other.getByRole('button', { name: 'Save the draft' }).click();
  await expect(other.getByText('From the first tab.')).toBeVisible();
  await expect(other.getByLabel('About the whole')).toHaveValue('From the second tab.');
  await other.close();

  await page.reload();
  await page.getByText('Keys for working through the queue', { exact: true }).click();
  await page.getByRole('button', { name: 'Switch the keys off' }).click();
  await expect(page.getByText('The keys are off on this device.')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await page.keyboard.press('j');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[data-criterion]:focus')).toHaveCount(0);
  await page.getByRole('button', { name: 'Switch the keys on' }).click();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await expect(page.locator('[data-criterion]:focus')).toHaveCount(1);
});
