import type { CDPSession, Locator, Page } from '@playwright/test';
import { enter, expect, expectProblems, loseSession, rows, test, typeSignIn } from '../support/journey.ts';
import { pdfSaying } from '../support/documents.ts';
import { soundOf } from '../security/hostile/recordings.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';
import { startEvidence } from './writing.ts';

const recording = (name: string, frames = 40) => ({ name, mimeType: 'audio/mpeg', buffer: soundOf(frames) });
const filesOf = (page: Page) => page.getByRole('region', { name: 'Files' });
const fieldOf = (page: Page) => filesOf(page).getByLabel('Add a file');
const send = (page: Page) => filesOf(page).getByRole('button', { name: 'Upload the file' }).click();
const listed = (page: Page, name: string): Locator => filesOf(page).getByRole('link', { name });

/** So slow that something can be seen of it; gives back what makes it quick again. */
async function slowLine(page: Page): Promise<() => Promise<unknown>> {
  const line: CDPSession = await page.context().newCDPSession(page);
  const set = (uploadThroughput: number) =>
    line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await line.send('Network.enable');
  await set(150_000);
  return () => set(-1);
}

/** Her own piece of evidence, with the script of the files at work. */
async function openFiles(page: Page, title: string): Promise<string> {
  const { path } = await startEvidence(page, title);
  await expect(filesOf(page).locator('astro-island[ssr]')).toHaveCount(0);
  return path;
}

test(
  'a long recording shows how far it is, is cancelled, tried again and there',
  { tag: '@phone' },
  async ({ page, signInAs }, { project }) => {
    await signInAs(personFor('evidenceFile', project.name));
    await openFiles(page, 'A discussion with a recording');
    const quick = await slowLine(page);
    await fieldOf(page).setInputFiles(recording('discussion.mp3', 2500));
    await send(page);
    await expect(filesOf(page).getByText(/Uploading discussion\.mp3: \d+ (?:bytes|KB) of 1018 KB/)).toBeVisible();
    await expect(filesOf(page).getByRole('progressbar', { name: /Uploading discussion\.mp3/ })).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await filesOf(page).getByRole('button', { name: 'Cancel the upload' }).click();
    await expect(filesOf(page).getByText('discussion.mp3 was not uploaded.')).toBeVisible();
    await expect(fieldOf(page), 'whoever goes by keyboard stays here').toBeFocused();
    await expect(listed(page, 'discussion.mp3')).toBeHidden();
    await quick();
    await filesOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(filesOf(page).getByRole('button', { name: 'Upload the file' })).toBeFocused();
    await expect(listed(page, 'discussion.mp3')).toBeVisible();
    await expect(filesOf(page).getByText('discussion.mp3 is uploaded and listed above.')).toBeVisible();
    await expect(filesOf(page).getByText('Not scanned for viruses', { exact: true })).toBeVisible();
    const download = page.waitForEvent('download');
    await listed(page, 'discussion.mp3').click();
    expect((await download).suggestedFilename()).toBe('discussion.mp3');
  },
);

test('what cannot be taken is said next to the field, before anything is sent and after', async ({
  page,
  signInAs,
  watch,
}, { project }) => {
  watch.allow(422);
  await signInAs(personFor('evidenceFile', project.name));
  await openFiles(page, 'Files that are not taken');
  await send(page);
  await expect(filesOf(page).getByRole('alert')).toHaveText(/Choose a file/);
  await fieldOf(page).setInputFiles({ name: 'board.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
  await expect(filesOf(page).getByRole('alert')).toBeHidden();
  await send(page);
  await expect(filesOf(page).getByRole('alert')).toHaveText(/This kind of file is not taken/);
  await fieldOf(page).setInputFiles({
    name: 'talk.mp3',
    mimeType: 'audio/mpeg',
    buffer: Buffer.from('<html>no sound</html>'),
  });
  await send(page);
  await expect(filesOf(page).getByRole('alert')).toHaveText(/not what its name says/);
  expect(await violationsOn(page)).toEqual([]);
});

test('a document that names a case is looked at on the device first, and needs a reason once it is here', async ({
  page,
  signInAs,
  watch,
}, { project }) => {
  watch.allow(400);
  await signInAs(personFor('evidenceFile', project.name));
  await openFiles(page, 'A plan from a training case');
  const file = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: await pdfSaying('Training case X123456') };
  await fieldOf(page).setInputFiles(file);
  await send(page);
  await expect(filesOf(page).getByText('Its text seems to hold a case reference number.')).toBeVisible();
  await expect(filesOf(page).getByText('It has not left your device.', { exact: false })).toBeVisible();
  await filesOf(page).getByRole('button', { name: 'Upload it as it is' }).click();
  await expect(listed(page, 'plan.pdf')).toBeVisible();
  await filesOf(page).getByLabel('Why a case reference number may stay').fill('X123456 is made up for training');
  await filesOf(page).getByRole('button', { name: 'Keep this reason' }).click();
  await expectProblems(page, /must not repeat what the file holds/);
  await filesOf(page).getByLabel('Why a case reference number may stay').fill('A made-up person from a training case');
  await filesOf(page).getByRole('button', { name: 'Keep this reason' }).click();
  await expect(filesOf(page).getByText('Your reason is kept with the file.')).toBeVisible();
  await expect(filesOf(page).getByText('seems to hold', { exact: false })).toBeHidden();
  const kept = JSON.stringify(rows("select * from justifications where place like 'file:%'"));
  expect(kept).toContain('A made-up person from a training case');
  expect(kept).not.toContain('X123456');
});

test('a session that ends before the upload loses neither the file nor the page', async ({ page, signInAs, watch }, {
  project,
}) => {
  watch.allow(401);
  const person = personFor('evidenceFile', project.name);
  await signInAs(person);
  await openFiles(page, 'A file and a session that ended');
  await fieldOf(page).setInputFiles(recording('late.mp3'));
  await loseSession(page);
  await send(page);
  await expect(
    filesOf(page).getByText('You were signed out, so the file did not arrive.', { exact: false }),
  ).toBeVisible();
  await filesOf(page).getByRole('button', { name: 'Sign in here to save it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByLabel('E-mail address').fill(`${person}@pqip.example`);
  await dialog.getByLabel('Password').fill('protect-the-study-day');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(listed(page, 'late.mp3')).toBeVisible();
});

test(
  'without a script the form brings its file, says what is wrong, and lets a file go again',
  { tag: '@only-no-javascript' },
  async ({ page, signInAs }, { project }) => {
    await signInAs(personFor('evidenceFile', project.name));
    await startEvidence(page, 'Sent without a script');
    await send(page);
    await expectProblems(page, 'Choose a file');
    await fieldOf(page).setInputFiles({ name: 'board.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
    await send(page);
    await expectProblems(page, /This kind of file is not taken/);
    await fieldOf(page).setInputFiles(recording('talk.mp3'));
    await send(page);
    await expect(filesOf(page).getByText('The file is here.', { exact: false })).toBeVisible();
    await expect(listed(page, 'talk.mp3')).toBeVisible();
    await filesOf(page).getByRole('button', { name: 'Remove talk.mp3' }).click();
    await expect(filesOf(page).getByText('The file is no longer here.', { exact: false })).toBeVisible();
    await expect(listed(page, 'talk.mp3')).toBeHidden();
  },
);

test(
  'without a script a session that ended leads back to the page with the field',
  { tag: '@only-no-javascript' },
  async ({ page, signInAs, watch }, { project }) => {
    watch.allow(401);
    const person = personFor('evidenceFile', project.name);
    await signInAs(person);
    await startEvidence(page, 'Sent after the end, without a script');
    await fieldOf(page).setInputFiles(recording('talk.mp3'));
    await loseSession(page);
    await send(page);
    await typeSignIn(page, person);
    await expectProblems(page, /You had been signed out, so the file did not arrive/);
    await enter(page, person);
  },
);
