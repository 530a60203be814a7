import type { Page } from '@playwright/test';
import { enter, expect, loseSession, test, typeSignIn } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';
import { openWriting, REFLECTION, startEvidence, type Writing } from './writing.ts';

const TEXT = 'A long text.\nIts second line, with “quotes”, <angles> & an ampersand.';
const ONLY_WITHOUT = { tag: '@only-no-javascript' };

test.describe('a session that ends while she writes loses nothing', () => {
  test('of a reflection: the page stays, she signs in beside it, and the text is saved', async ({
    page,
    signInAs,
    watch,
  }, { project }) => {
    await signInAs(personFor('lostSession', project.name));
    watch.allow(401);
    await signInBesideAndSave(page, REFLECTION, personFor('lostSession', project.name));
  });

  test('of evidence: the page stays, she signs in beside it, and the text is saved', async ({ page, signInAs, watch }, {
    project,
  }) => {
    await signInAs(personFor('lostSession', project.name));
    const evidence = await startEvidence(page, 'Written while the session ended');
    watch.allow(401);
    await signInBesideAndSave(page, evidence, personFor('lostSession', project.name));
  });

  test('what she wrote before the script arrived is saved all the same', async ({ page, signInAs }, { project }) => {
    await signInAs(personFor('lostSession', project.name));
    const evidence = await startEvidence(page, 'Written on a slow train');
    let arrive = (): void => undefined;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/_astro/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(evidence.path, { waitUntil: 'commit' });
    await evidence.field(page).fill('Typed before anything listened.');
    arrive();
    await expect(evidence.said(page)).toHaveText(/Saved at \d\d:\d\d/);
  });

  test('the page listens before she has scrolled to her text, so that a connection lost on the way loses nothing', async ({
    page,
    signInAs,
  }, { project }) => {
    await signInAs(personFor('lostSession', project.name));
    await page.goto(REFLECTION.path);
    const said = REFLECTION.said(page);
    await expect(said).toBeAttached();
    await expect(said.locator('xpath=ancestor::astro-island[@ssr]')).toHaveCount(0);
    await expect(said, 'nobody scrolled').not.toBeInViewport();
  });

  test('and beside her page nobody else can sign in', async ({ page, signInAs, watch }, { project }) => {
    await signInAs(personFor('lostSession', project.name));
    watch.allow(401);
    watch.allow(409);
    await writeAfterTheEnd(page, REFLECTION, 'Hers alone');
    await page.getByRole('button', { name: 'Sign in here to save it' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await typeInto(page, 'amara');
    await expect(dialog.getByRole('alert')).toHaveText(/This page was opened by somebody else\. Nothing was sent\./);
    await dialog.getByRole('button', { name: 'Not now' }).click();
    await expect(REFLECTION.field(page)).toHaveValue('Hers alone');
  });

  test(
    'of a form without a script: the sign-in page carries the text and saves it',
    ONLY_WITHOUT,
    async ({ page, signInAs, watch }, { project }) => {
      const person = personFor('lostSession', project.name);
      await signInAs(person);
      const evidence = await startEvidence(page, 'Written while the session ended');
      watch.allow(401);
      for (const writing of [REFLECTION, evidence]) {
        await sendAfterTheEnd(page, writing, TEXT);
        await typeSignIn(page, person);
        await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
        await expect(writing.field(page)).toHaveValue(TEXT);
        await page.goto(writing.path);
        await expect(writing.field(page), 'it is on the server').toHaveValue(TEXT);
      }
    },
  );

  test(
    'and somebody else who signs in on that page gets nothing of it',
    ONLY_WITHOUT,
    async ({ page, signInAs, anotherDevice, watch }, { project }) => {
      const person = personFor('lostSession', project.name);
      await signInAs(person);
      watch.allow(401);
      await sendAfterTheEnd(page, REFLECTION, 'Not for anybody else');
      await typeSignIn(page, 'nia');
      await expect(page.getByText('belonged to somebody else', { exact: false })).toBeVisible();
      await page.goto(`${REFLECTION.path}?begin=yes`);
      await expect(REFLECTION.field(page)).not.toHaveValue('Not for anybody else');
      const hers = await anotherDevice();
      await enter(hers, person);
      await hers.goto(REFLECTION.path);
      await expect(REFLECTION.field(hers), 'it was not saved in her name either').not.toHaveValue(
        'Not for anybody else',
      );
    },
  );
});

async function writeAfterTheEnd(page: Page, writing: Writing, text: string): Promise<void> {
  await openWriting(page, writing, true);
  await loseSession(page);
  await writing.field(page).fill(text);
  await expect(writing.said(page)).toHaveText('Not saved yet: you were signed out. Your text stays here.');
}

/** Her text is on the server afterwards. */
async function signInBesideAndSave(page: Page, writing: Writing, person: string): Promise<void> {
  await writeAfterTheEnd(page, writing, TEXT);
  await page.getByRole('button', { name: 'Sign in here to save it' }).click();
  await expect(page.getByRole('dialog').getByLabel('E-mail address'), 'the dialog takes the focus').toBeFocused();
  expect(await violationsOn(page)).toEqual([]);
  await typeInto(page, person);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(writing.said(page)).toHaveText(/Saved at \d\d:\d\d/);
  await page.goto(writing.path);
  await expect(writing.field(page)).toHaveValue(TEXT);
}

async function typeInto(page: Page, person: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByLabel('E-mail address').fill(`${person}@pqip.example`);
  await dialog.getByLabel('Password').fill('protect-the-study-day');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function sendAfterTheEnd(page: Page, writing: Writing, text: string): Promise<void> {
  await page.goto(writing.path);
  await loseSession(page);
  await writing.field(page).fill(text);
  await writing.save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('What you typed is kept', { exact: false })).toBeVisible();
}
