import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, rows, test } from '../support/journey.ts';
import { NEWCOMERS } from '../support/newcomers.ts';
import { answerRightly, moduleNamed } from './moduleOfTheWeek.ts';
import { NARROW, tooWide } from './tooWide.ts';

/** The other routes are walked form by form in tests/integration/content/wholeRoutes.test.ts. */
const ROUTE = 'standard-15';

interface Planned {
  readonly moduleId: string;
  readonly week: number;
}

function plan(routeId: string): Planned[] {
  const file = new URL(`../../src/content/programme/${routeId}.json`, import.meta.url);
  const { modules } = JSON.parse(readFileSync(file, 'utf8')) as { modules: Planned[] };
  return modules.toSorted((one, other) => one.week - other.week);
}

test('a trainee goes from the first module of her route to the last, each leading to the next', async ({
  signInAs,
}) => {
  test.setTimeout(300_000);
  const { id: person } = NEWCOMERS[ROUTE];
  const modules = plan(ROUTE);
  expect(modules).toHaveLength(24);
  const page = await signInAs(person);
  await page.goto('/modules');
  const first = moduleNamed(modules[0]!.moduleId).title;
  await page.getByRole('main').getByRole('link', { name: first, exact: true }).first().click();
  for (const [index, { moduleId }] of modules.entries()) {
    await workThrough(page, moduleId);
    const next = modules[index + 1];
    if (next) await page.getByRole('link', { name: `Next: ${moduleNamed(next.moduleId).title}` }).click();
  }
  await expect(page.getByText('That was the last module there is on your route for now.')).toBeVisible();
  expect(rows('select count(*) as done from module_completions where trainee_id = ?', person)).toEqual([{ done: 24 }]);
});

/** Reads, ticks and answers a module; ends on its "done" page. */
async function workThrough(page: Page, moduleId: string): Promise<void> {
  const { title, sections } = moduleNamed(moduleId);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const begin = page.getByRole('link', { name: 'Go on to the module' });
  if (await begin.isVisible()) await begin.click();
  await expectToFit(page, title);
  for (const section of sections)
    await page.getByRole('button', { name: `I have read this section : ${section.title}`, exact: true }).click();
  await expect(page.getByRole('button', { name: /^Take back the tick/ })).toHaveCount(sections.length);
  await page.goto(`/modules/${moduleId}/check`);
  await answerRightly(page, moduleId);
  await page.getByRole('button', { name: 'Check my answers' }).click();
  await expect(page).toHaveURL(`/modules/${moduleId}/done`);
}

/** At 400% zoom too. */
async function expectToFit(page: Page, title: string): Promise<void> {
  const desktop = page.viewportSize();
  await page.setViewportSize(NARROW);
  expect(await tooWide(page), title).toEqual([]);
  if (desktop) await page.setViewportSize(desktop);
}
