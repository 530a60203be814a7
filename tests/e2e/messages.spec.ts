import type { Page } from '@playwright/test';
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

/** Gives the address of the message. */
async function sendToLondon(page: Page, subject: string): Promise<string> {
  await page.goto('/cohorts/london/message');
  await page.getByLabel('What is it about?').fill(subject);
  await page.getByLabel('Your message').fill('Say if you cannot.');
  await page.getByRole('button', { name: /^Send to \d+ trainees$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  return new URL(page.url()).pathname;
}

test(
  'the same message to the same people a second time, as it stands there after going back, goes only where she says so',
  BOTH,
  async ({ page, signInAs, watch }, { project }) => {
    const subject = `Bring your diary (${project.name})`;
    await signInAs('ruth');
    await sendToLondon(page, subject);
    const sent = () => rows('select id from messages where subject = ?', subject).length;
    const everybody = page.getByRole('button', { name: /^Send to \d+ trainees$/ });
    await page.goto('/cohorts/london/message');
    await expect(page.getByLabel('Send it again'), 'nobody is asked who has sent nothing').toHaveCount(0);
    await page.getByLabel('What is it about?').fill(subject);
    await page.getByLabel('Your message').fill('Say if you cannot.');
    watch.allow(400);
    await everybody.click();
    await expectProblems(page, /^You sent this at \d{1,2}:\d\d[ap]m to the same people/);
    await expect(page.getByLabel('Your message')).toHaveValue('Say if you cannot.');
    if (project.name !== 'no-javascript') expect(await violationsOn(page)).toEqual([]);
    await everybody.click();
    await expectProblems(page, /^You sent this at/);
    expect(sent(), 'pressing again is no answer').toBe(1);
    await page.getByLabel('Send it again').check();
    await everybody.click();
    await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
    expect(sent()).toBe(2);
  },
);

/** The tutor finds an answer among what she has to know. */
async function openAnswer(page: Page, subject: string): Promise<void> {
  await page.goto('/');
  const waits = page.getByRole('listitem').filter({ hasText: `Answered you: “${subject}”` });
  await waits.getByRole('link', { name: /^Open/ }).click();
}

test(
  'a trainee answers her tutor and is answered; nobody else who got the message, and no other tutor, reads any of it',
  BOTH,
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    const subject = `Who brings the papers (${project.name})`;
    await signInAs('ruth');
    const address = await sendToLondon(page, subject);

    const tom = await anotherDevice();
    await enter(tom, 'tom');
    await tom.goto(address);
    watch.allow(400);
    await tom.getByRole('button', { name: 'Send to Ruth Adeyemi' }).click();
    await expectProblems(tom, 'Write what you want to say');
    await tom.getByLabel('Answer Ruth Adeyemi').fill('I cannot, I am at court.');
    await tom.getByRole('button', { name: 'Send to Ruth Adeyemi' }).click();
    await expect(tom.getByText('Ruth Adeyemi is told of it.')).toBeVisible();
    await expect(tom.getByText(/^You said on .* that you have read it/)).toBeVisible();

    await openAnswer(page, subject);
    await expect(page.getByText('I cannot, I am at court.')).toBeVisible();
    if (project.name !== 'no-javascript') expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('Write back').fill('Then Amara brings them.');
    await page.getByRole('button', { name: 'Send to Tom Hughes' }).click();
    await page.getByRole('link', { name: 'The message, and who has read it' }).click();
    await expect(page.getByRole('row', { name: /Tom Hughes/ })).toContainText('You wrote back on');

    await tom.goto('/');
    await expect(tom.getByText(`Ruth Adeyemi wrote back to you: “${subject}”`)).toBeVisible();
    await tom.goto(address);
    await expect(tom.getByText('Then Amara brings them.')).toBeVisible();

    for (const other of ['amara', 'imogen']) {
      const device = await anotherDevice();
      await enter(device, other);
      await device.goto(address);
      await expect(device.getByRole('heading', { level: 1, name: subject })).toBeVisible();
      await expect(device.getByText(/at court|brings them|wrote back/i), other).toHaveCount(0);
    }
  },
);
