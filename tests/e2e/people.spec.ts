import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { EMPTY_COHORT } from '../support/newcomers.ts';
import { expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { tooWide } from './tooWide.ts';

const HEAD = 'email,name,roles,cohort,route,starts_on,hours_per_week,assessor_email,manager_email,tutor_of,language';
const PASSWORD = { name: 'Your password' };

/** Everybody of a journey has addresses of her own project, so that projects do not meet. */
const file = (project: string, route: string, assessor = 'lena') => ({
  name: `people-${project}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      HEAD,
      `lena.${project}@pqip.example,Lena Fields,assessor,,,,,,,,`,
      `mark.${project}@pqip.example,Mark Rivers,manager,,,,,,,,`,
      `jo.${project}@pqip.example,Jo Meadow,trainee,"${EMPTY_COHORT.name}",${route},02/11/2026,37,${assessor}.${project}@pqip.example,mark.${project}@pqip.example,,cy`,
    ].join('\r\n'),
  ),
});

/** The tool that looks is a script of its own. */
async function hasNoViolations(page: Page, project: string): Promise<void> {
  if (project !== 'no-javascript') expect(await violationsOn(page)).toEqual([]);
}

async function choose(page: Page, chosen: ReturnType<typeof file>): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles(chosen);
  await page.getByRole('button', { name: 'Check the file' }).click();
}

/** A file with a slip in it: told with row, column and fix, and nothing written. */
async function readsWhatIsWrong(page: Page, project: string): Promise<void> {
  await page.goto('/admin');
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('link', { name: 'Bring in a file' }).click();
  await choose(page, file(project, 'standard-51', 'somebody'));
  await expectProblems(page, 'The file has 2 problems: see the table');
  const problem = page.getByRole('row', { name: /^Row 4\s*route/ });
  await expect(problem).toContainText('standard-51');
  await expect(problem).toContainText('There is no such route');
  await expect(page.getByRole('row', { name: /assessor_email/ })).toContainText('Nobody has this address');
  if (project === 'phone') expect(await tooWide(page)).toEqual([]);
  await hasNoViolations(page, project);
}

/** The file put right: what it would do, then done once the password is given. */
async function bringsIn(page: Page, project: string): Promise<void> {
  await choose(page, file(project, 'standard-15'));
  await expect(page.getByRole('heading', { level: 1, name: 'What the file would do' })).toBeVisible();
  await expect(page.getByText('3 of 3 rows')).toBeVisible();
  await expect(page.getByRole('row', { name: /Jo Meadow/ })).toContainText(`Cohort: ${EMPTY_COHORT.name}`);
  expect(
    rows('select id from people where email = ?', `jo.${project}@pqip.example`),
    'looking changes nothing',
  ).toEqual([]);
  await hasNoViolations(page, project);
  await page.getByLabel(PASSWORD.name).fill('not the password');
  await page.getByRole('button', { name: 'Bring in 3 rows' }).click();
  await expectProblems(page, 'The password is not right');
  await page.getByLabel(PASSWORD.name).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Bring in 3 rows' }).click();
  const state = () =>
    rows('select state from imports where file_name = ? order by rowid desc limit 1', `people-${project}.csv`);
  await expect.poll(state).toEqual([{ state: 'done' }]);
  // The page looks again by itself, with a script and without.
  await expect(page.getByText('The file is brought in')).toBeVisible();
  await hasNoViolations(page, project);
}

/** Finds her, reads who looks after her, and ends an assignment. */
async function changesAssignments(page: Page, project: string): Promise<void> {
  await page.goto('/admin/people');
  await page.getByLabel('Name or e-mail address').fill(`jo.${project}@`);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: 'Jo Meadow' }).click();
  await expect(page.getByRole('row', { name: /Practice assessor: Lena Fields/ })).toBeVisible();
  await page.getByText('End: Mark Rivers').click();
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The assignment has an end' })).toBeVisible();
}

/** Switches the only assessor off, who is told to be the only one, and on again. */
async function switchesOff(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Lena Fields' }).click();
  await expect(page.getByText('No other assessor: Jo Meadow')).toBeVisible();
  await page.getByRole('button', { name: 'Switch the account off' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The account is switched off' })).toBeVisible();
  const again = page.getByRole('region', { name: 'Switch the account on again' });
  await again.getByLabel(PASSWORD.name).fill(DEMO_PASSWORD);
  await again.getByRole('button', { name: 'Switch the account on' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The account is switched on again' })).toBeVisible();
}

const PROJECTS = { tag: ['@phone', '@no-javascript'] };

test(
  'an administrator brings people in with a file, and changes what stands about them',
  PROJECTS,
  async ({ page, signInAs, watch }, { project }) => {
    for (const status of [400, 422]) watch.allow(status);
    await signInAs('harvey');
    await readsWhatIsWrong(page, project.name);
    await bringsIn(page, project.name);
    await choose(await opened(page), file(project.name, 'standard-15'));
    await expect(page.getByText('The portal holds exactly this already'), 'the same file again').toBeVisible();
    await changesAssignments(page, project.name);
    await switchesOff(page);
  },
);

async function opened(page: Page): Promise<Page> {
  await page.goto('/admin/people/import');
  return page;
}
