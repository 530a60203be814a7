import type { Page } from '@playwright/test';
import { expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

const REASON = 'A made-up person of a training case';
const TEXT = 'I met Mr Alder Brackenbury at ZZ9 9ZZ and wrote it up.';
const OTHER_TEXT = TEXT.replace('Brackenbury', 'Thistlewood');
const account = (page: Page) => page.getByLabel('Your account', { exact: true });
const passages = (page: Page) =>
  page.getByRole('list', { name: 'What in “Your account” looks like a real person’s' }).getByRole('listitem');
const kept = (what: string) => rows(`select id from evidence_items where text like '%${what}%'`).length;

/** A reflective account of the trainee's own. */
async function begin(page: Page, person: string): Promise<void> {
  await page.goto('/portfolio/evidence/new');
  await page.getByLabel('Reflective account').check();
  await page.getByRole('button', { name: 'Carry on' }).click();
  await expect(account(page), `${person} has a draft`).toBeVisible();
}

test(
  'what looks like a real person’s stays on the device until it is taken out or answered for',
  { tag: ['@phone'] },
  async ({ page, signInAs }, { project }) => {
    const person = personFor('personalData', project.name);
    const name = `Brackenbury${project.name}`;
    await signInAs(person);
    await begin(page, person);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await account(page).fill(TEXT.replace('Brackenbury', name));
    await expect(passages(page)).toHaveCount(2);
    await expect(page.getByText('Not saved: part of it looks as if it belonged to a real person.')).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expect(passages(page).first()).toBeFocused();
    expect(sent.filter((body) => body.includes(name))).toEqual([]);
    await passages(page).nth(1).getByRole('button', { name: 'Take it out' }).click();
    await expect(account(page)).toHaveValue(/at \[taken out\] and/);
    await passages(page).first().getByLabel('Or say why it may stay').fill(REASON);
    await expect(page.getByText(/^Saved at/)).toBeVisible();
    await page.reload();
    await expect(passages(page).first().getByLabel('Or say why it may stay')).toHaveValue(REASON);
    expect(kept(name)).toBe(1);
  },
);

test(
  'without a script the form comes back with every passage marked, and nothing of it was kept',
  { tag: ['@only-no-javascript'] },
  async ({ page, signInAs, watch }, { project }) => {
    const person = personFor('personalData', project.name);
    await signInAs(person);
    await begin(page, person);
    watch.allow(400);
    await account(page).fill(OTHER_TEXT);
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expectProblems(page, /“Mr Alder Thistlewood” looks like a person’s name/);
    await expect(account(page)).toHaveValue(OTHER_TEXT);
    await expect(passages(page)).toHaveCount(2);
    expect(kept('Alder Thistlewood')).toBe(0);
    await account(page).fill(OTHER_TEXT.replace('ZZ9 9ZZ', 'a hostel'));
    await passages(page).first().getByLabel('Or say why it may stay').fill(REASON);
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expect(page.getByText('Your draft is saved')).toBeVisible();
    expect(kept('Alder Thistlewood')).toBe(1);
  },
);
