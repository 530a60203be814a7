import type { Page } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { enter, expect, rows, test } from '../support/journey.ts';
import { personFor } from './cast.ts';
import { decide, release, sign } from './portfolioSteps.ts';

const YESTERDAY = addDays(londonDay(new Date()), -1);
const CRITERION = '1.4';

async function pdf(words: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  page.drawText(words, { x: 40, y: 700, size: 14, font: await document.embedFont(StandardFonts.Helvetica) });
  return Buffer.from(await document.save());
}

/** An assignment with its file, from the first question to the assessor's queue. */
async function handIn(page: Page, title: string): Promise<void> {
  await page.goto(`/portfolio/evidence/new?criteria=${CRITERION}`);
  await page.getByLabel('Assignment').check();
  await page.getByRole('button', { name: 'Carry on' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('When did you hand it in?').fill(YESTERDAY);
  await page.getByLabel('Which assignment is it?').fill('Likelihood and seriousness, module 4');
  await page.getByLabel(`Where in it is ${CRITERION} shown?`).fill('Page 1');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('Your draft is saved.')).toBeVisible();
  const file = {
    name: 'assignment.pdf',
    mimeType: 'application/pdf',
    buffer: await pdf('How likely, and how serious.'),
  };
  await page.getByLabel('Add a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload the file' }).click();
  await expect(page.getByRole('region', { name: 'Files' }).getByRole('link', { name: 'assignment.pdf' })).toBeVisible();
  await page.getByRole('button', { name: 'Submit to your assessor' }).click();
  await expect(page.getByText(/has it now, as it was at this moment\./u)).toBeVisible();
}

const newestOf = (title: string) =>
  String(rows('SELECT id FROM submissions WHERE title = ? ORDER BY number DESC LIMIT 1', title)[0]?.['id']);

/** The assessor reads the file, decides and signs. */
async function decideAndSign(page: Page, title: string): Promise<void> {
  const submission = newestOf(title);
  await page.goto(`/assess/${submission}`);
  const [file] = rows('SELECT file_id AS id FROM submission_files WHERE submission_id = ?', submission);
  const answer = await page.request.get(`/portfolio/files/${String(file?.['id'])}`);
  expect(answer.status()).toBe(200);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await decide(page, CRITERION, 'Met');
  await release(page);
  await page.goto(`/assess/${submission}/sign`);
  await sign(page, [], DEMO_PASSWORD);
  await expect(page.getByRole('status').filter({ hasText: 'Signed off' })).toBeVisible();
}

/** A quality assurer puts it into a plan and agrees. */
async function verify(page: Page, { name, plan, title }: { name: string; plan: string; title: string }): Promise<void> {
  await page.goto('/quality/plans');
  await page.getByLabel('Name of the plan').fill(plan);
  await page.getByRole('radio', { name: 'Final: a signature rests on it' }).check();
  await page.getByLabel('Looked at by').fill(addDays(londonDay(new Date()), 14));
  await page.getByRole('radio', { name: 'Empty' }).check();
  await page.getByRole('button', { name: 'Begin this plan' }).click();
  await page.getByLabel('Part of a trainee’s name').fill(name);
  await page.getByRole('button', { name: 'Find decided pieces' }).click();
  const piece = page.getByRole('listitem').filter({ hasText: `criteria ${CRITERION}` });
  await piece.getByLabel('Why this').fill('A file that nobody has looked at');
  await piece.getByRole('button', { name: 'Put it in' }).click();
  await page.goto(`/quality/samples/${newestOf(title)}`);
  for (const word of ['Valid?', 'Authentic?', 'Current?', 'Sufficient?'])
    await page.getByRole('group', { name: word }).getByLabel('Yes').check();
  await page
    .getByRole('group', { name: `Do you agree on criterion ${CRITERION}?` })
    .getByLabel('I agree')
    .check();
  await page.getByRole('button', { name: 'Keep what I found' }).click();
  await expect(page.getByText('You have looked at these decisions.')).toBeVisible();
}

test(
  'evidence with a file goes from draft to checked',
  { tag: '@no-javascript' },
  async ({ page, signInAs, anotherDevice }, { project }) => {
    const person = personFor('checked', project.name);
    const title = `Likelihood and seriousness, ${project.name}`;
    await signInAs(person);
    await handIn(page, title);
    const joans = await anotherDevice();
    await enter(joans, 'joan');
    await decideAndSign(joans, title);
    const venetias = await anotherDevice();
    await enter(venetias, 'venetia');
    const name = String(rows('SELECT name FROM people WHERE id = ?', person)[0]?.['name']);
    await verify(venetias, { name, plan: `A file looked at, ${project.name}`, title });

    await page.goto(`/portfolio?rated=${CRITERION}`);
    const row = page.locator(`#criterion-${CRITERION.replace('.', '\\.')}`);
    await expect(row.getByText('Checked', { exact: true })).toBeVisible();
    await expect(row).toContainText('A quality assurer looked at this and agreed.');
    await row.getByRole('link', { name: title }).click();
    const thread = page.getByRole('region', { name: 'Handed in and decided' });
    await expect(thread.getByRole('heading', { name: 'A quality assurer looked at this' })).toBeVisible();
    await expect(thread).not.toContainText('Venetia');
    await expect(thread.getByRole('link', { name: 'assignment.pdf' })).toBeVisible();
  },
);
