import { expect, test } from '../support/journey.ts';
import { personFor } from './cast.ts';
import { moduleNamed } from './moduleOfTheWeek.ts';

const BOTH = { tag: '@no-javascript' };
const CHANGED = moduleNamed('parole-release-test');
const DONE = moduleNamed('assess-harm-and-likelihood');

test('what is late comes in an order to catch up in, with the week for each', async ({ signInAs }) => {
  const page = await signInAs('tom');
  await page.goto('/modules');
  const late = page.getByRole('list', { name: 'Suggested order' });
  await expect(late.getByRole('listitem')).toHaveCount(2);
  await expect(late.getByRole('listitem').first()).toContainText('Suggested for this week');
  await expect(late.getByRole('listitem').last()).toContainText('Suggested for next week');
  await expect(
    page.getByText(/A suggested order, one a week .*: nothing is late any more by \w+day \d+ \w+/),
  ).toBeVisible();
});

test(
  'an edited module tells those who finished it what changed, until they have read it, and stays done',
  BOTH,
  async ({ signInAs }, { project }) => {
    const page = await signInAs(personFor('rhythm', project.name));
    await page.goto('/progress');
    const sentence = await page
      .getByText(/due by now/)
      .first()
      .innerText();
    await page.goto('/modules');
    await expect(page.getByRole('heading', { name: 'Changed since you finished' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: CHANGED.title, exact: true }).first().click();
    const notice = page.getByRole('region', { name: /This module has changed since you finished it/ });
    await expect(notice).toContainText('You finished version 1 on');
    await expect(notice).toContainText(CHANGED.changes[0]?.summary ?? 'nothing changed');
    await notice.getByRole('button', { name: 'I have read what changed' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(CHANGED.title);
    await expect(notice).toHaveCount(0);
    await page.goto('/modules');
    await expect(page.getByRole('heading', { name: 'Changed since you finished' })).toHaveCount(0);
    await page.goto('/progress');
    await expect(page.getByText(sentence)).toBeVisible();
  },
);

test(
  'four weeks after a module she is asked whether it reached her practice, and her tutor sees the same modules',
  BOTH,
  async ({ signInAs, anotherDevice }, { project }) => {
    const person = personFor('rhythm', project.name);
    const page = await signInAs(person);
    await page.goto('/progress');
    const gaps = page.getByRole('region', { name: 'Read, and not yet seen in practice' });
    const hers = await gaps
      .getByRole('listitem')
      .getByRole('link', { name: /^(?!Start)/ })
      .allInnerTexts();
    expect(hers.length).toBeGreaterThan(0);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Has it reached your practice?' })).toBeVisible();
    await page.getByRole('link', { name: 'write it down as evidence' }).click();
    await page.getByLabel('Professional discussion').check();
    await page.getByRole('button', { name: 'Carry on' }).click();
    await expect(page.getByRole('heading', { name: 'Your draft' })).toBeVisible();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBeGreaterThan(0);

    const tutor = await anotherDevice();
    await tutor.goto(`/trainees/${person}#practice`);
    await tutor.getByLabel('E-mail address').fill('ruth@pqip.example');
    await tutor.getByLabel('Password').fill('protect-the-study-day');
    await tutor.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    const seen = tutor.getByRole('region', { name: 'Read, and not yet seen in practice' });
    expect(await seen.getByRole('listitem').getByRole('link').allInnerTexts()).toEqual(hers);
  },
);

test('a reflection becomes the beginning of evidence, and stays hers', BOTH, async ({ signInAs }, { project }) => {
  const page = await signInAs(personFor('rhythm', project.name));
  await page.goto(`/modules/${DONE.id}`);
  const words = await page.getByRole('region', { name: 'Reflection' }).getByRole('textbox').inputValue();
  expect(words.length).toBeGreaterThan(20);
  await page.goto(`/modules/${DONE.id}/done`);
  await page.getByRole('link', { name: 'Use what you wrote as evidence' }).click();
  await expect(page.getByLabel('Your account')).toHaveValue(words);
  await expect(page.getByLabel('Title')).toHaveValue(DONE.title);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByRole('heading', { name: 'Your draft' })).toBeVisible();
  await page.goto(`/modules/${DONE.id}`);
  await expect(page.getByRole('region', { name: 'Reflection' }).getByRole('textbox')).toHaveValue(words);
});
