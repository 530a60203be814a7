import { DatabaseSync } from 'node:sqlite';
import { test as base, expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD, demoEmail } from '#db/demo/people.ts';
import { openWatch, type Watch } from './watch.ts';

interface Fixtures {
  /** Fails the test at its end for whatever a browser complained about. */
  watch: Watch;
  /** The page of somebody who is signed in, without typing. */
  signInAs(personId: string): Promise<Page>;
  /** Another device: a browser of its own, with the settings of the project. */
  anotherDevice(): Promise<Page>;
}

/** Playwright's `test` with the portal's people. What a person types and presses goes through `typedSignIn`. */
export const test = base.extend<Fixtures>({
  watch: [
    async ({ context }, use) => {
      const watch = openWatch();
      watch.on(context);
      await use(watch);
      expect(watch.complaints()).toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ page }, use) => {
    await use(async (personId) => {
      await enter(page, personId);
      return page;
    });
  },
  anotherDevice: async ({ browser, watch }, use) => {
    const opened: Page[] = [];
    await use(async () => {
      const page = await browser.newPage();
      watch.on(page.context());
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});

export { expect };

/** Signs a browser in over HTTP. */
export async function enter(page: Page, personId: string): Promise<void> {
  const form = { email: demoEmail(personId), password: DEMO_PASSWORD };
  const headers = { origin: process.env['PORTAL_TEST_URL'] ?? '' };
  const answer = await page.request.post('/sign-in', { form, headers, maxRedirects: 0 });
  expect(answer.status(), `${personId} signs in`).toBe(303);
}

/** Signs in as a person does, on the sign-in page that is open. */
export async function typeSignIn(page: Page, personId: string, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('E-mail address').fill(demoEmail(personId));
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

/** Ends the session of a browser as the idle limit does: its cookie opens nothing any more, the device is still known. */
export async function loseSession(page: Page): Promise<void> {
  await page.context().clearCookies({ name: '__Host-portal_session' });
}

/** Rows of the database as it is now, read beside the running portal. */
export function rows(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
  const database = new DatabaseSync(process.env['PORTAL_TEST_DATABASE'] ?? '', { readOnly: true, timeout: 5000 });
  try {
    return database.prepare(sql).all(...values);
  } finally {
    database.close();
  }
}

/** The error summary has the focus, and each sentence stands in it. */
export async function expectProblems(page: Page, ...sentences: (string | RegExp)[]): Promise<void> {
  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  for (const sentence of sentences) await expect(summary.getByText(sentence)).toBeVisible();
}
