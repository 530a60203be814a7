import type { Page } from '@playwright/test';
import { expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';
import { onItsOwnPortal, type OwnPortal } from './ownPortal.ts';

const TITLE = 'What to ask when a plan does not hold';
const DIFFERENTLY = 'Ask what would make the plan small enough to keep.';
const QUESTION = 'What if nobody says anything for a whole minute?';

const today = () => new Date().toISOString().slice(0, 10);

/** Ruth plans one session for today; the portal says who leads it. */
async function plansTheRota(page: Page, { as, goto, portal }: OwnPortal) {
  await as('ruth');
  await goto('/cohorts/london/peer-sessions');
  await page.getByLabel('First session').fill(today());
  await page.getByLabel('For', { exact: true }).selectOption('1 month');
  await page.getByRole('button', { name: 'Show a fair rota' }).click();
  await page.getByRole('button', { name: 'Plan this session' }).click();
  await expect(page.getByText('1 session stands in the rota')).toBeVisible();
  const [row] = portal.rows(
    `select s.id, p.trainee_id as leader, n.name from peer_sessions s join peer_parts p on p.session_id = s.id and p.role = 'leader'
     join people n on n.id = p.trainee_id where s.cohort_id = 'london' and s.day = ?`,
    today(),
  );
  return {
    path: `/peer-sessions/${String(row?.['id'])}`,
    leaderId: String(row?.['leader']),
    name: String(row?.['name']),
  };
}

/** Whoever leads chooses a format and says what it is for. */
async function plansTheSession(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Case discussion' }).check();
  await page.getByLabel('Title', { exact: true }).fill(TITLE);
  await page.getByLabel('Aim, in one sentence').fill('By the end you will be able to name one small step.');
  await page.getByLabel('I thought about it').check();
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
}

/** One step at a time: by buttons, by the keys of a presenter, with a clock that a reload does not stop. */
async function runsItOnTheWall(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Open the view for the wall' }).click();
  await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Arrive and agree' })).toBeVisible();
  await expect(page.getByRole('timer')).toContainText('5 minutes left, not running');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { level: 2, name: 'Hear the case' })).toBeVisible();
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await expect(page.getByRole('timer')).toContainText(/9 minutes 5\d seconds left/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: 'Hear the case' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop the clock' })).toBeVisible();
  await page.getByRole('button', { name: 'Questions (1)' }).click();
  await expect(page.getByText(QUESTION)).toBeVisible();
  await page.getByRole('button', { name: 'We have talked about it' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'No question is left' })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the steps' }).click();
  await page.getByRole('link', { name: 'Leave the view for the wall' }).click();
}

/** Everybody is marked but one, which is refused; then the session is closed. */
async function closesIt(page: Page): Promise<void> {
  const people = page.getByRole('group').filter({ has: page.getByRole('radio', { name: 'Was there' }) });
  const names = await people.getByRole('radio', { name: 'Was there' }).all();
  for (const one of names.slice(1)) await one.check();
  await page.getByRole('button', { name: 'Close the session' }).click();
  await expectProblems(page, /1 of 16 is not marked/);
  await names[0]?.check();
  await page.getByRole('button', { name: 'Close the session' }).click();
  await expect(page.getByText('The session is closed.')).toBeVisible();
}

/** A name is shown under the question and taken out before anything leaves the device. */
async function asksBeforehand(page: Page): Promise<void> {
  const question = page.getByLabel('Your question');
  await question.fill(`${QUESTION} As with Mr Brackenbury`);
  const passages = page.getByRole('list', { name: 'What in “Your question” looks like a real person’s' });
  await expect(passages.getByText('Your reason is looked at now and kept nowhere.')).toBeVisible();
  await page.getByRole('radio', { name: 'With my name' }).check();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(passages.getByRole('listitem')).toBeFocused();
  expect(await violationsOn(page)).toEqual([]);
  await passages.getByRole('button', { name: 'Take it out' }).click();
  await question.fill(QUESTION);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByText('Your question is kept')).toBeVisible();
}

async function saysWhatSheWillDo(page: Page): Promise<void> {
  await page.getByLabel('One thing that you will do differently').fill(DIFFERENTLY);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Kept.' })).toBeVisible();
}

/** From her first page: somebody who was there says what helped. */
async function saysWhatHelped(page: Page, leader: string): Promise<void> {
  await page.getByRole('link', { name: 'Tell the leader what helped' }).first().click();
  await page.getByLabel('What helped you?').fill('The minute of silence.');
  await page.getByRole('button', { name: `Send it to ${leader.split(' ')[0] ?? ''}` }).click();
  await expect(page.getByText('reads it without your name')).toBeVisible();
}

async function usesItAsEvidence(page: Page, { portal }: OwnPortal): Promise<void> {
  await expect(page.getByRole('heading', { name: 'What people wrote to you' })).toBeVisible();
  await expect(page.getByText('The minute of silence.'), 'one alone would say whose it is').toHaveCount(0);
  await page.getByRole('button', { name: 'Begin a reflective account' }).click();
  const title = `Peer session that I led: ${TITLE}`;
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title);
  const [item] = portal.rows('select kind, text from evidence_items where title = ?', title);
  expect(item?.['kind']).toBe('reflective_account');
  expect(item?.['text']).toContain(DIFFERENTLY);
}

test('a peer-session leader takes her session from the rota to her evidence', async ({ page, watch }) => {
  test.setTimeout(120_000);
  watch.allow(400);
  await onItsOwnPortal(page, {}, async (own) => {
    const { as, goto } = own;
    const { path, leaderId, name } = await plansTheRota(page, own);
    const colleague = leaderId === 'chloe' ? 'dev' : 'chloe';
    await as(leaderId);
    await goto(path);
    await plansTheSession(page);
    await as(colleague);
    await goto(path);
    await asksBeforehand(page);
    await as(leaderId);
    await goto('/peer-sessions');
    await page
      .getByRole('link', { name: /^Open the session of/ })
      .first()
      .click();
    await runsItOnTheWall(page);
    await closesIt(page);
    await saysWhatSheWillDo(page);
    await as(colleague);
    await goto('/');
    await saysWhatHelped(page, name);
    await as(leaderId);
    await goto(path);
    await usesItAsEvidence(page, own);
  });
});

test(
  'whoever was there says what she will do differently, once, and finds it again',
  { tag: ['@phone', '@no-javascript'] },
  async ({ page, signInAs }, { project }) => {
    const who = personFor('peerAfter', project.name);
    await signInAs(who);
    await page.goto('/peer-sessions');
    await page.getByRole('link', { name: 'Say what you will do differently' }).click();
    await saysWhatSheWillDo(page);
    await page.goto('/peer-sessions');
    await expect(page.getByText(DIFFERENTLY)).toBeVisible();
    expect(
      rows('select words from peer_intentions where trainee_id = ? and session_id = ?', who, 'peer-london-4'),
    ).toEqual([{ words: DIFFERENTLY }]);
  },
);

test(
  'without a script the wall is a list of all steps with their minutes',
  { tag: '@only-no-javascript' },
  async ({ page, signInAs }) => {
    await signInAs('ffion');
    await page.goto('/peer-sessions/peer-wales-3/run');
    const steps = page.getByRole('list').first().getByRole('listitem');
    await expect(steps).toHaveCount(7);
    await expect(steps.nth(2)).toContainText('Hear the case');
    await expect(steps.nth(2)).toContainText('10 minutes');
    await expect(page.getByText('Ffion Lake')).toHaveCount(0);
  },
);
