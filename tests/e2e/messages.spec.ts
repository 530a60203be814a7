import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };

test(
  'a tutor writes to those whom a filter shows, sees who gets it before it goes, and who says that they have read it',
  BOTH,
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    const subject = `An hour on what is late (${project.name})`;
    await signInAs('ruth');
    await page.goto('/cohorts/london?late=2');
    await page.getByRole('link', { name: 'Write to those shown' }).click();
    await expect(page.getByText('Chosen: late by 2 weeks or more.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Tom Hughes' })).toBeVisible();
    await expect(page.getByText('Amara Okafor'), 'who is on track').toHaveCount(0);
    if (project.name !== 'no-javascript') expect(await violationsOn(page)).toEqual([]);
    watch.allow(400);
    await page.getByLabel('What is it about?').fill(subject);
    await page.getByRole('button', { name: /^Send to \d+ trainees$/ }).click();
    await expectProblems(page, 'Write your message');
    await page.getByLabel('Your message').fill('Come on Wednesday at two.');
    await page.getByRole('button', { name: /^Send to \d+ trainees$/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
    await expect(page.getByRole('row', { name: /Tom Hughes/ })).toContainText('Not yet');

    const tom = await anotherDevice();
    await enter(tom, 'tom');
    await tom.goto('/');
    const waits = tom.getByRole('listitem').filter({ hasText: subject });
    await waits.getByRole('link', { name: /^Open/ }).click();
    await expect(tom.getByText('Come on Wednesday at two.')).toBeVisible();
    await expect(tom.getByText(/Hannah|Leila/), 'no name of anybody else who got it').toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('row', { name: /Tom Hughes/ }), 'opening says nothing').toContainText('Not yet');
    await tom.getByRole('button', { name: 'I have read it' }).click();
    await expect(tom.getByText('Your tutors see that.')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('row', { name: /Tom Hughes/ })).not.toContainText('Not yet');

    watch.allow(404);
    const amara = await anotherDevice();
    await enter(amara, 'amara');
    expect((await amara.goto(new URL(page.url()).pathname))?.status(), 'who did not get it').toBe(404);
    const gwen = await anotherDevice();
    await enter(gwen, 'gwen');
    expect((await gwen.goto(new URL(page.url()).pathname))?.status(), 'the tutor of another cohort').toBe(404);
    expect(rows('select id from messages where subject = ?', subject)).toHaveLength(1);
  },
);
