import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };
const YESTERDAY = addDays(londonDay(new Date()), -1);
/** Joan writes for three at a time, so each has a title of its own. */
const titleFor = (trainee: string) => `A meeting with ${trainee} that was moved twice`;
const TEXT = 'They said what the hour was for, and asked the person to say it back.';

const REASON = 'It was the second move that I said sorry for.';
const ADDED = 'I have told the desk since.';

/** Joan begins an observation of a trainee and writes it down; gives back its address. */
async function writeDown(page: Page, trainee: string): Promise<string> {
  await page.goto(`/assess/records/new?trainee=${trainee}`);
  await page.getByRole('radio', { name: 'Direct observation' }).check();
  await page.getByLabel('What is it about, in a few words?').fill(titleFor(trainee));
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('When did you watch?').fill(YESTERDAY);
  await page.getByLabel('Where was it?').fill('An interview room in the office');
  await page.getByLabel('How long did it last?').fill('45');
  await page.getByLabel('What you saw').fill(TEXT);
  await page.getByLabel('Questions asked, and the answers').fill('Why did you wait?\nHe needed the time.');
  await page.getByText('Unit 3: ').click();
  await page.getByRole('checkbox', { name: /^3\.1 / }).check();
  await page.getByLabel(/Where in it is 3\.1 shown/).fill('The first sentence');
  return new URL(page.url()).pathname;
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and go on to sign' }).click();
  await expect(page.getByRole('heading', { name: 'Finish and sign' })).toBeVisible();
  await page.getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Finish and sign' }).click();
  await expect(page.getByText('is asked to read and sign it.')).toBeVisible();
}

/** The trainee does not agree: she says why, and it goes back. */
async function sendBack(page: Page): Promise<void> {
  await page.getByText('It is not right: I do not sign it like this').click();
  await page.getByRole('button', { name: 'Send it back unsigned' }).click();
  await expectProblems(page, 'Say what is not right');
  await page.getByLabel('What is not right?').fill(REASON);
  await page.getByRole('button', { name: 'Send it back unsigned' }).click();
  await expect(page.getByText('Your assessor reads why, changes the record and asks you again.')).toBeVisible();
}

/** She signs, with words of her own; a forgotten password loses nothing. */
async function sign(page: Page): Promise<void> {
  const words = page.getByLabel('Anything you want to add (optional)');
  await words.fill(ADDED);
  await page.getByRole('button', { name: 'Sign the record' }).click();
  await expectProblems(page, 'Enter your password');
  await expect(words).toHaveValue(ADDED);
  await page.getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign the record' }).click();
  await expect(page.getByText('Both of you have signed.')).toBeVisible();
  await expect(page.getByText(ADDED)).toBeVisible();
}

const signaturesOf = (evidenceId: string) =>
  rows(
    `select s.number || ' ' || r.part as part from record_signatures r join submissions s on s.id = r.submission_id
      where s.evidence_id = ? order by r.ledger_seq`,
    evidenceId,
  ).map(({ part }) => part);

test(
  'an observation goes from the assessor’s draft to both signatures, with one round in which the trainee does not agree',
  BOTH,
  async ({ page, signInAs, anotherDevice, watch, isMobile }, { project }) => {
    for (const status of [400, 404, 422]) watch.allow(status);
    const trainee = personFor('observation', project.name);
    await signInAs('joan');
    const address = await writeDown(page, trainee);
    const evidenceId = address.split('/').at(-1) ?? '';
    const hers = await anotherDevice();
    await enter(hers, trainee);
    await hers.goto(`/portfolio/evidence/${evidenceId}`);
    await expect(hers.getByText(TEXT), 'a draft is its writer’s').toHaveCount(0);
    await finish(page);

    await hers.goto('/');
    await expect(hers.getByText(`“${titleFor(trainee)}”`)).toBeVisible();
    await hers.goto(`/portfolio/evidence/${evidenceId}/sign`);
    await expect(hers.getByText(TEXT)).toBeVisible();
    if (project.name !== 'no-javascript') expect(await violationsOn(hers, isMobile)).toEqual([]);
    await sendBack(hers);

    await page.goto('/assess');
    await page
      .getByRole('link', { name: titleFor(trainee) })
      .first()
      .click();
    await expect(page.getByText(REASON)).toBeVisible();
    await page.getByLabel('What you saw').fill(`${TEXT} They said sorry for the second move.`);
    await finish(page);
    await hers.goto(`/portfolio/evidence/${evidenceId}/sign`);
    await expect(hers.getByText('They said sorry for the second move.')).toBeVisible();
    await sign(hers);

    await page.goto(address);
    await expect(page.getByText(ADDED)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save the draft' })).toHaveCount(0);
    await page.goto('/assess');
    await expect(page.getByRole('link', { name: titleFor(trainee) }).first()).toBeVisible();
    expect(signaturesOf(evidenceId)).toEqual(['1 assessor', '2 assessor', '2 trainee']);
  },
);

test('a record keeps itself while the assessor writes, and two tabs lose nothing', async ({ page, signInAs, watch }, {
  project,
}) => {
  watch.allow(409);
  await signInAs('joan');
  const address = await writeDown(page, personFor('observation', project.name));
  await expect(page.getByText(/Saved at \d\d:\d\d/)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByLabel('What you saw').fill('From the other tab.');
  await expect(other.getByText(/Saved at \d\d:\d\d/)).toBeVisible();
  await page.getByLabel('What you saw').fill('From the first tab.');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByLabel('What you saw')).toHaveValue('From the first tab.');
  await expect(page.getByText('From the other tab.')).toBeVisible();
});
