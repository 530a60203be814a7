import type { Page } from '@playwright/test';
import { expect, expectProblems, test, typeSignIn } from '../support/journey.ts';
import { personFor } from './cast.ts';
import { CHECK, chooseAnswers, MODULE, SECTIONS } from './moduleOfTheWeek.ts';

const TAGS = { tag: ['@phone', '@no-javascript'] };

test.describe('a trainee works through the module of this week', () => {
  test.describe.configure({ mode: 'serial', timeout: 90_000 });

  test(
    'she signs in, carries on, ticks what she reads and finds her place on another device',
    TAGS,
    async ({ page, anotherDevice }, { project }) => {
      const person = personFor('moduleWork', project.name);
      await page.goto('/progress');
      await typeSignIn(page, person);
      await expect(page, 'she comes back to where she wanted to go').toHaveURL('/progress');
      await page.goto('/');
      await expect(page.getByText(/Section \d of \d, about \d+ minutes left\./)).toBeVisible();
      await page.getByRole('link', { name: `Carry on: ${MODULE.title}` }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(MODULE.title);
      for (const { title } of SECTIONS)
        await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible();
      await readToTheLastSection(page);

      const phone = await anotherDevice();
      await phone.goto('/');
      await typeSignIn(phone, person);
      await expect(phone.getByText(/Section 6 of 6, /)).toBeVisible();
      await phone.getByRole('link', { name: `Carry on: ${MODULE.title}` }).click();
      await expect(phone).toHaveURL(`/modules/${MODULE.id}#${SECTIONS.at(-1)?.id}`);
      await expect(phone.getByRole('heading', { name: SECTIONS.at(-1)?.title ?? '', exact: true })).toBeInViewport();
      await expect(phone.getByText('You left off here')).toBeVisible();
      await phone.getByRole('button', { name: `I have read this section : ${SECTIONS.at(-1)?.title}` }).click();
      await expect(phone, 'the last tick leads to the check').toHaveURL(`/modules/${MODULE.id}#check`);
      await expect(phone.getByRole('button', { name: /^Take back the tick/ })).toHaveCount(SECTIONS.length);
    },
  );

  test(
    'the check keeps what she chose when an answer is missing, explains what was wrong, and counts the best try',
    TAGS,
    async ({ signInAs, watch }, { project }) => {
      watch.allow(400);
      const page = await signInAs(personFor('moduleWork', project.name));
      await page.goto(`/modules/${MODULE.id}`);
      await page.getByRole('main').getByRole('link', { name: 'Take the knowledge check' }).first().click();
      await sendUnfinished(page);
      await chooseAnswers(page, 'wrong');
      await page.getByRole('button', { name: 'Check my answers' }).click();
      await expect(page.getByRole('status').getByText(`0 of ${CHECK.questions.length} right`)).toBeVisible();
      await expect(page.getByText('Not right', { exact: true })).toHaveCount(CHECK.questions.length);
      await page.getByRole('link', { name: 'Try again' }).click();
      await chooseAnswers(page, 'right');
      await page.getByRole('button', { name: 'Check my answers' }).click();
      await expect(page).toHaveURL(`/modules/${MODULE.id}/done`);
      await expect(page.getByRole('heading', { level: 2, name: 'What it counts towards' })).toBeVisible();
      await expect(page.getByText(`It prepares you for ${MODULE.criteria.length} criteria.`)).toBeVisible();
      await expect(page.getByText('You have not written a reflection.')).toBeVisible();
      await expect(page.getByRole('heading', { level: 2, name: 'What comes next' })).toBeVisible();
    },
  );

  test(
    'she writes a reflection, which is hers alone, and her tutor reads the same sentence about her as she does',
    TAGS,
    async ({ page, signInAs, anotherDevice, javaScriptEnabled }, { project }) => {
      const person = personFor('moduleWork', project.name);
      await signInAs(person);
      await writeReflection(page, javaScriptEnabled);
      await page.goto(`/modules/${MODULE.id}/done`);
      await page.getByText('What you wrote', { exact: true }).click();
      await expect(page.getByText('I asked three times before I rang.')).toBeVisible();
      await page.goto('/progress');
      const sentence = await sentenceOn(page);
      const tutor = await anotherDevice();
      await tutor.goto(`/trainees/${person}`);
      await typeSignIn(tutor, 'ruth');
      expect(await sentenceOn(tutor)).toBe(sentence);
      await expect(tutor.getByText('I asked three times before I rang.')).toHaveCount(0);
    },
  );
});

/** From all sections to one at a time, at the one where she left off, and from there to the first. */
async function openFirstSection(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Show one section at a time' }).click();
  await expect(
    page.getByRole('main').getByRole('button', { name: /^(?:I have read this section|Take back the tick)/ }),
  ).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^I have read/ }), 'it begins where she left off').toBeVisible();
  const contents = page.getByRole('navigation', { name: 'Sections of this module' });
  await contents.getByRole('link', { name: title, exact: true }).click();
}

/** Ticks every section but the last, one section at a time; the first tick is taken back and set again on the way. */
async function readToTheLastSection(page: Page): Promise<void> {
  const [first = { id: '', title: '' }] = SECTIONS;
  await openFirstSection(page, first.title);
  await page.getByRole('button', { name: `Take back the tick : ${first.title}` }).click();
  await expect(page, 'she stays where she took the tick back').toHaveURL(
    `/modules/${MODULE.id}?section=${first.id}#${first.id}`,
  );
  await page
    .getByRole('navigation', { name: 'Sections before and after' })
    .getByRole('link', { name: /^Next/ })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: SECTIONS[1]?.title ?? '', exact: true })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Sections before and after' })
    .getByRole('link', { name: /^Previous/ })
    .click();
  for (const [index, { id, title }] of SECTIONS.slice(0, -1).entries()) {
    await page.goto(`/modules/${MODULE.id}?section=${id}`);
    const tick = page.getByRole('button', { name: `I have read this section : ${title}` });
    if (!(await tick.isVisible())) continue;
    await tick.click();
    const next = SECTIONS[index + 1]?.id;
    await expect(page).toHaveURL(`/modules/${MODULE.id}?section=${next}#${next}`);
  }
}

/** Everything but the last question, then the same form whole. */
async function sendUnfinished(page: Page): Promise<void> {
  await chooseAnswers(page, 'all but the last');
  const { length } = CHECK.questions;
  await page.getByRole('button', { name: 'Check my answers' }).click();
  await expectProblems(page, `Question ${length}: choose every answer that applies.`);
  await expect(
    page.getByRole('group', { name: CHECK.questions[length - 1]?.text ?? '' }).getByText('Error:'),
  ).toHaveCount(1);
  expect(await page.getByRole('main').locator(':checked').count()).toBeGreaterThanOrEqual(length - 1);
}

async function writeReflection(page: Page, hasScript: boolean): Promise<void> {
  await page.goto(`/modules/${MODULE.id}#reflection`);
  const form = page.getByRole('region', { name: 'Reflection' });
  await form.getByRole('textbox').fill('I asked three times before I rang.');
  if (hasScript) await expect(form.getByRole('status').filter({ hasText: /Saved at \d\d:\d\d/ })).toBeVisible();
  else await form.getByRole('button', { name: 'Save my reflection' }).click();
  await page.goto(`/modules/${MODULE.id}`);
  await expect(page.getByRole('region', { name: 'Reflection' }).getByRole('textbox')).toHaveValue(
    'I asked three times before I rang.',
  );
}

/** The one sentence about how somebody is doing, as it stands on the page. */
async function sentenceOn(page: Page): Promise<string> {
  const sentence = /(?:On track|\d+ modules? behind): \d+ of \d+ .*due by now/;
  await expect(page.getByRole('main')).toContainText(sentence);
  return sentence.exec(await page.getByRole('main').innerText())?.[0] ?? '';
}
