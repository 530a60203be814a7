import { addDays, londonDay } from '#src/domain/calendar.ts';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };
const TODAY = londonDay(new Date());
const WORDS = 'We talked about the first month. The study day holds.';

test(
  'a tutor writes down a contact and what was agreed; the trainee reads it word for word, and ends her own action',
  BOTH,
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    const person = personFor('contactLog', project.name);
    await signInAs(person);
    const tutor = await anotherDevice();
    await enter(tutor, 'ruth');
    await tutor.goto(`/trainees/${person}`);
    await tutor.getByRole('link', { name: 'Write down a contact' }).first().click();
    watch.allow(400);
    await tutor.getByLabel('What was it about?').fill(`${WORDS} Ring 07700 900123.`);
    await tutor.getByRole('button', { name: 'Write it down' }).click();
    await expectProblems(tutor, 'Choose how you were in touch', /07700 900123.* looks like/);
    await tutor.getByLabel('Call', { exact: true }).check();
    await tutor.getByLabel('What was it about?').fill(WORDS);
    await tutor.getByLabel('What was agreed? Leave it empty if nothing was').fill('Send the timetable.');
    await tutor.getByRole('button', { name: 'Write it down' }).click();
    await expectProblems(tutor, 'Choose who does it', 'Give the day by which it is done');
    await tutor.getByLabel('Who does it?').first().selectOption({ value: person });
    await tutor.getByLabel('By when?').first().fill(addDays(TODAY, 7));
    await tutor.getByRole('button', { name: 'Write it down' }).click();
    await expect(tutor.getByText('The trainee reads it here too.')).toBeVisible();
    if (project.name !== 'no-javascript') expect(await violationsOn(tutor)).toEqual([]);

    await page.goto('/');
    const agreed = page.getByRole('listitem').filter({ hasText: 'Send the timetable.' });
    await agreed.getByRole('link', { name: /^Open/ }).click();
    await expect(page.getByText(WORDS)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Write it down' })).toHaveCount(0);
    await page.getByText('End this action: Send the timetable.').click();
    await page.getByLabel('Done', { exact: true }).check();
    await page.getByRole('button', { name: 'End this action' }).click();
    await expect(page.getByText('It stays below with how it ended.', { exact: false })).toBeVisible();
    await page.goto('/');
    await expect(page.getByText('Send the timetable.')).toHaveCount(0);

    const other = await anotherDevice();
    await enter(other, 'gwen');
    watch.allow(404);
    expect((await other.goto(`/trainees/${person}/contacts`))?.status(), 'the tutor of another cohort').toBe(404);
    expect(rows('select id from contacts where trainee_id = ?', person)).toHaveLength(1);
  },
);
