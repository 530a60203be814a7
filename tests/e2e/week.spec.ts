import type { Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import { addDays, formatDay, weekStart } from '#src/domain/calendar.ts';
import { expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

const TODAY = String(rows('select made_on from demo_programme')[0]?.['made_on']);
/** Monday to Wednesday of next week: ahead on whatever day the tests run, and on the page beside this week. */
const NEXT = addDays(weekStart(TODAY), 7);
const [MONDAY, TUESDAY, WEDNESDAY] = [NEXT, addDays(NEXT, 1), addDays(NEXT, 2)] as const;

const dayOf = (page: Page, day: string): Locator => page.getByRole('region', { name: formatDay(day) });
const itemOn = (page: Page, day: string, title: string) =>
  dayOf(page, day).getByRole('listitem').filter({ hasText: title });

async function addAppointment(page: Page, title: string, day: string, [from, to]: readonly [string, string]) {
  const form = page.getByRole('region', { name: 'Add an appointment' });
  await form.getByLabel('What is it?').fill(title);
  await form.getByLabel('Day', { exact: true }).fill(day);
  await form.getByLabel('From', { exact: true }).fill(from);
  await form.getByLabel('To', { exact: true }).fill(to);
  await form.getByRole('button', { name: 'Add this appointment' }).click();
  await expect(page.getByText('The appointment is in your week.')).toBeVisible();
}

/** Presses on the grip of a thing and lets go over a day, in steps, as a hand does. */
async function dragTo(page: Page, item: Locator, day: Locator): Promise<void> {
  const grip = await item.getByTitle('Drag to another day').boundingBox();
  const target = await day.getByRole('heading').boundingBox();
  if (!grip || !target) throw new Error('Nothing to drag, or nowhere to drag it to.');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, target.y + 20, { steps: 12 });
  await page.mouse.up();
}

test(
  'on a phone the week begins with today; then come the days after',
  { tag: '@only-phone' },
  async ({ signInAs }, { project }) => {
    const page = await signInAs(personFor('week', project.name));
    await page.goto('/week');
    await expect(page.getByText('Today:', { exact: true })).toBeInViewport();
    const headings = await page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts();
    expect(headings[0]?.replace(/\s+/gu, ' ')).toBe(`Today ${formatDay(TODAY)}`);
    const after = addDays(TODAY, 1);
    expect(headings[1]).toBe(formatDay(after));
    expect(await violationsOn(page)).toEqual([]);
  },
);

test('an appointment is dragged to another day, moved back with one press, and moved by keyboard', async ({
  signInAs,
}, { project }) => {
  const page = await signInAs(personFor('week', project.name));
  await page.goto('/week');
  await addAppointment(page, 'Boiler engineer', MONDAY, ['18:00', '19:00']);
  await itemOn(page, MONDAY, 'Boiler engineer').scrollIntoViewIfNeeded();
  await dragTo(page, itemOn(page, MONDAY, 'Boiler engineer'), dayOf(page, TUESDAY));
  await expect(page.getByText(`Boiler engineer: ${formatDay(TUESDAY)} at 6pm.`)).toBeVisible();
  await expect(itemOn(page, TUESDAY, 'Boiler engineer')).toContainText('6pm to 7pm');
  await page.getByRole('button', { name: `Move it back to ${formatDay(MONDAY)}` }).click();
  await expect(itemOn(page, MONDAY, 'Boiler engineer')).toBeVisible();

  await itemOn(page, MONDAY, 'Boiler engineer').getByRole('link', { name: 'Move Boiler engineer' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: 'Move “Boiler engineer”' });
  await form.getByLabel('Move to').fill(WEDNESDAY);
  await form.getByLabel('From', { exact: true }).fill('19:30');
  await form.getByRole('button', { name: 'Move it' }).focus();
  await page.keyboard.press('Enter');
  await expect(itemOn(page, WEDNESDAY, 'Boiler engineer')).toContainText('7:30pm to 8:30pm');
  expect(await violationsOn(page)).toEqual([]);
});

test(
  'without a script, onto something that is there: told, then put there all the same, then changed and taken out',
  { tag: '@only-no-javascript' },
  async ({ signInAs, watch }, { project }) => {
    const page = await signInAs(personFor('week', project.name));
    watch.allow(400);
    await page.goto('/week');
    await addAppointment(page, 'Choir', MONDAY, ['18:00', '19:00']);
    await addAppointment(page, 'Football', TUESDAY, ['18:00', '19:00']);
    await itemOn(page, TUESDAY, 'Football').getByRole('link', { name: 'Move Football' }).click();
    await page.getByLabel('Move to').fill(MONDAY);
    await page.getByRole('button', { name: 'Move it' }).click();
    await expectProblems(page, `On ${formatDay(MONDAY)} you already have: Choir at 6pm.`);
    await page.getByLabel('Put it there all the same').check();
    await page.getByRole('button', { name: 'Move it' }).click();
    await expect(itemOn(page, MONDAY, 'Football')).toBeVisible();

    await itemOn(page, MONDAY, 'Football').getByRole('link', { name: 'Football', exact: true }).click();
    const form = page.getByRole('region', { name: 'Change “Football”' });
    await form.getByLabel('To', { exact: true }).fill('17:00');
    await form.getByRole('button', { name: 'Save this appointment' }).click();
    await expectProblems(page, /It ends after it begins, on the same day/);
    await page.getByRole('button', { name: 'Take it out of my week' }).click();
    await expect(page.getByText('Taken out.')).toBeVisible();
    await expect(itemOn(page, MONDAY, 'Football')).toHaveCount(0);
  },
);

test('a calendar address is made, loads in a calendar parser, and is taken back', async ({ signInAs }, { project }) => {
  const page = await signInAs(personFor('week', project.name));
  await page.goto('/week');
  await page.getByRole('link', { name: 'Your week in Outlook or another calendar' }).click();
  await page.getByRole('button', { name: 'Make a calendar address' }).click();
  const address = await page.getByText(/\/calendar\/[\w-]{43}\.ics$/u).innerText();
  const read = () => fetch(new URL(address).pathname.replace(/^/u, process.env['PORTAL_TEST_URL'] ?? ''));
  const file = await read();
  expect(file.status).toBe(200);
  const events = new ICAL.Component(ICAL.parse(await file.text()) as never).getAllSubcomponents('vevent');
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toContain('Office');
  await expect(async () => {
    await page.goto('/week?set=calendar');
    await expect(page.getByText('A calendar program read it last on')).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Take the address back' }).click();
  await expect(page.getByText('The address is taken back.')).toBeVisible();
  expect((await read()).status).toBe(404);
});

test('somebody who works three days enters her own week, and it counts from its first day', async ({ signInAs }, {
  project,
}) => {
  const page = await signInAs(personFor('week', project.name));
  await page.goto('/week?set=usual');
  await page.getByText('Enter your own usual week').click();
  await page.getByLabel('First day').fill(addDays(NEXT, 7));
  for (const weekday of ['Wednesday', 'Friday'])
    await page.getByRole('group', { name: weekday }).getByLabel('Place').first().selectOption('Nothing');
  await page.getByRole('button', { name: 'Save this usual week' }).click();
  await expect(page.getByText('The usual week is saved.')).toBeVisible();
  await page.goto(`/week?from=${NEXT}`);
  await expect(dayOf(page, WEDNESDAY).getByText('Nothing', { exact: true })).toHaveCount(0);
  await expect(dayOf(page, addDays(WEDNESDAY, 7)).getByText('Nothing', { exact: true })).toBeVisible();
});

test(
  'on a phone a finger drags by the grip alone',
  { tag: '@only-phone' },
  async ({ signInAs, context }, { project }) => {
    const page = await signInAs(personFor('week', project.name));
    await page.goto('/week');
    await addAppointment(page, 'Piano lesson', MONDAY, ['18:00', '19:00']);
    const item = itemOn(page, MONDAY, 'Piano lesson');
    await item.scrollIntoViewIfNeeded();
    const grip = await item.getByTitle('Drag to another day').boundingBox();
    const target = await dayOf(page, TUESDAY).boundingBox();
    if (!grip || !target) throw new Error('Nothing to drag, or nowhere to drag it to.');
    const touch = await context.newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    const x = grip.x + grip.width / 2;
    await send('touchStart', [{ x, y: grip.y + 10 }]);
    for (const step of [0.25, 0.5, 0.75, 1]) {
      await send('touchMove', [{ x: x - 60, y: grip.y + step * (target.y + 15 - grip.y) }]);
    }
    await send('touchEnd', []);
    await expect(page.getByText(`Piano lesson: ${formatDay(TUESDAY)} at 6pm.`)).toBeVisible();
  },
);
