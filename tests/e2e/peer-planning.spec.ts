import type { Page } from '@playwright/test';
import { addDays, formatDay, londonDay, weekStart } from '#src/domain/calendar.ts';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { type Part, personFor } from './cast.ts';

const EVERYWHERE = { tag: ['@phone', '@no-javascript'] };
/** A weekday of its own for each project, half a year ahead, so that nobody plans a day that another has. */
const FIRST_DAYS: Readonly<Record<string, number>> = { desktop: 0, phone: 1, 'no-javascript': 2 };
const firstDay = (project: string) => addDays(weekStart(londonDay(new Date())), 182 + (FIRST_DAYS[project] ?? 3));

const nameOf = (id: string) => String(rows('select name from people where id = ?', id)[0]?.['name']);
const named = (part: Part, project: string) => {
  const id = personFor(part, project);
  return { id, name: nameOf(id) };
};

/** A rota of two sessions; whoever the fair one proposes, the tutor chooses others. */
async function planTwo(tutor: Page, { first, leaders }: { first: string; leaders: readonly string[] }): Promise<void> {
  await enter(tutor, 'ruth');
  await tutor.goto('/cohorts/london/peer-sessions');
  await tutor.getByLabel('First session').fill(first);
  await tutor.getByLabel('For', { exact: true }).selectOption({ label: '2 months' });
  await tutor.getByLabel('Where').fill('Room 2');
  await tutor.getByRole('button', { name: 'Show a fair rota' }).click();
  await expect(tutor.getByRole('heading', { name: 'A fair rota' })).toBeVisible();
  for (const [index, leader] of leaders.entries()) {
    const line = tutor.getByRole('group', { name: `Session ${String(index + 1)}:` });
    await expect(line.getByLabel('Leader')).not.toHaveValue('');
    await line.getByLabel('Leader').selectOption({ label: leader });
  }
  await tutor.getByRole('button', { name: 'Plan these 2 sessions' }).click();
  await expect(tutor.getByRole('status').filter({ hasText: 'Planned' })).toBeVisible();
}

async function openOwn(page: Page, day: string): Promise<void> {
  await page.goto('/peer-sessions');
  await page.getByRole('link', { name: formatDay(day, { year: true }), exact: true }).click();
}

/** What belongs to a session is said; a name is asked about first. */
async function planIt(page: Page, title: string): Promise<void> {
  await page.getByLabel('Teach-back').check();
  await page.getByLabel('Title').fill(title);
  await page
    .getByLabel('Aim, in one sentence')
    .fill('By the end you will be able to say when recall is the last step.');
  await page.getByLabel('nothing in it is expected to be hard to hear').check();
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Plan saved' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** An address that is none is told, and what was typed stays. */
async function addSomethingToRead(page: Page): Promise<void> {
  await page.getByText('Add something to read').click();
  await page.getByLabel('What is it?').fill('The test for recall');
  await page.getByLabel('Address of a public page').fill('gov.uk');
  await page.getByRole('button', { name: 'Add it' }).click();
  await expectProblems(page, 'Give a whole address that begins with https://');
  await expect(page.getByLabel('What is it?')).toHaveValue('The test for recall');
  await page.getByLabel('Address of a public page').fill('https://www.gov.uk/guidance');
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByRole('link', { name: 'https://www.gov.uk/guidance' })).toBeVisible();
}

/** She offers to take the last of her colleague's sessions. */
async function askToSwap(page: Page, partner: string): Promise<void> {
  await page.getByText('Ask a colleague to take this session').click();
  await page.getByLabel('Whom do you ask?').selectOption({ label: partner });
  const inReturn = page.getByLabel('Which session do you take in return?').locator('option', { hasText: partner });
  await page
    .getByLabel('Which session do you take in return?')
    .selectOption({ label: (await inReturn.last().textContent())?.trim() ?? '' });
  await page.getByLabel('A line to go with it').fill('I am at the university that week.');
  await page.getByRole('button', { name: 'Ask', exact: true }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'Asked' })).toBeVisible();
}

test.describe('planning peer sessions', () => {
  test(
    'a tutor plans two, a leader prepares hers, and two colleagues swap by agreement',
    EVERYWHERE,
    async ({ page, signInAs, anotherDevice, watch }, { project }) => {
      const leader = named('peerPlan', project.name);
      const partner = named('peerPartner', project.name);
      const first = firstDay(project.name);
      const title = `Recall, taught on ${project.name}`;
      const tutor = await anotherDevice();
      await planTwo(tutor, { first, leaders: [leader.name, partner.name] });

      await signInAs(leader.id);
      await openOwn(page, first);
      await planIt(page, title);
      await page.getByRole('button', { name: /^It is done.*Read one source/u }).click();
      await expect(page.getByRole('region', { name: 'Preparation' })).toContainText(`1 of 7 done`);
      await expect(page.getByRole('region', { name: 'Preparation' })).toContainText(leader.name);

      watch.allow(400);
      await addSomethingToRead(page);
      await askToSwap(page, partner.name);
      const colleague = await anotherDevice();
      await enter(colleague, partner.id);
      await colleague.goto('/peer-sessions');
      await expect(colleague.getByText('I am at the university that week.')).toBeVisible();
      await colleague.getByRole('button', { name: new RegExp(`^Agree.*${formatDay(first)}`, 'u') }).click();
      await expect(colleague.getByRole('status').filter({ hasText: 'Agreed' })).toBeVisible();
      await expect(colleague.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(colleague.getByRole('heading', { name: 'Plan it' })).toBeVisible();

      await page.reload();
      await expect(page.getByRole('heading', { name: 'Plan it' })).toHaveCount(0);
      await page.getByRole('button', { name: /^Take this role.*Timekeeper/u }).click();
      await expect(page.getByRole('status').filter({ hasText: 'The role is yours' })).toBeVisible();
      await page.goto(`/week?from=${first}`);
      await expect(page.getByText('you keep the time').first()).toBeVisible();

      await tutor.goto('/cohorts/london/peer-sessions');
      await expect(tutor.getByRole('main')).toContainText(title);
    },
  );

  test('a rota with a day that is taken is not written, and nothing that was changed is lost', async ({
    page,
    signInAs,
    watch,
  }) => {
    const taken = String(rows(`select day from peer_sessions where id = 'peer-london-8'`)[0]?.['day']);
    const free = addDays(taken, 1);
    await signInAs('ruth');
    await page.goto(`/cohorts/london/peer-sessions?first=${free}&months=1&startsAt=10:00&endsAt=11:00&place=Room+9`);
    const line = page.getByRole('group', { name: 'Session 1:' });
    await line.getByLabel('Day').fill(taken);
    await line.getByLabel('Leader').selectOption({ label: 'Nobody yet' });
    watch.allow(400);
    await page.getByRole('button', { name: 'Plan this session' }).click();
    await expectProblems(page, 'The cohort has a session on this day already');
    await expect(line.getByLabel('Leader')).toHaveValue('');
    await expect(line.getByLabel('Day')).toHaveValue(taken);
    expect(rows('select count(*) as n from peer_sessions where place = ?', 'Room 9')[0]?.['n']).toBe(0);
  });
});
