import type { Page } from '@playwright/test';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';

const WAITS = { id: 'megan-evidence-1-1', title: 'A first appointment that began badly' };
const HELD = 'Ask what she would say differently.';

const assessedBy = (personId: string) =>
  rows(
    `select trainee_id from assignments where kind = 'assessor' and person_id = ? and starts_on <= date('now')
     and (ends_on is null or ends_on > date('now')) order by 1`,
    personId,
  ).map(({ trainee_id }) => trainee_id);

const confirmation = (page: Page) => page.getByRole('button', { name: /^Hand over \d+ trainees to Joan Merriman$/ });

async function holdsADraft(page: Page): Promise<void> {
  await page.goto(`/assess/${WAITS.id}`);
  await page.getByLabel('About the whole').fill(HELD);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('Saved. Only you see it until you release it.')).toBeVisible();
}

/** Who to whom; the same person is refused. */
async function asks(page: Page, count: number): Promise<void> {
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Hand over', exact: true }).click();
  await page.getByLabel('Whose trainees?').selectOption({ label: `Owen Blakely, ${String(count)} trainees` });
  const to = page.getByLabel('Who assesses them from then on?');
  await to.selectOption({ value: 'owen' });
  await page.getByRole('button', { name: 'Show what this would do' }).click();
  await expectProblems(page, 'Choose somebody else than the one who hands over');
  await to.selectOption({ value: 'joan' });
  await page.getByRole('button', { name: 'Show what this would do' }).click();
  const title = new RegExp(`${String(count)} trainees from Owen Blakely to Joan Merriman`);
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Megan / })).toContainText('1');
  const waits = page.getByRole('listitem').filter({ hasText: '1 decision waits for a countersignature' });
  await expect(waits, 'what he decided in training keeps its countersigner').toContainText(
    'it stays with Joan Merriman',
  );
  expect(await violationsOn(page)).toEqual([]);
}

async function confirms(page: Page, password: string): Promise<void> {
  const anyway = page.getByLabel('Hand over all the same; these records stay unfinished');
  if (await anyway.isVisible()) await anyway.check();
  await page.getByLabel('Your password').fill(password);
  await confirmation(page).click();
}

test('all trainees of an assessor go to another in one step, and nothing in the queue is lost', async ({
  page,
  signInAs,
  anotherDevice,
  watch,
}) => {
  for (const status of [400, 404, 422]) watch.allow(status);
  const owens = await anotherDevice();
  await enter(owens, 'owen');
  await holdsADraft(owens);
  const before = assessedBy('owen');
  const signed = () => rows(`select count(*) as n from portfolio_sign_offs where signed_by = 'owen'`);
  const signedBefore = signed();

  await signInAs('harvey');
  await asks(page, before.length);
  expect(assessedBy('owen'), 'looking changes nothing').toEqual(before);
  await confirms(page, 'not the password');
  await expectProblems(page, 'The password is not right');
  expect(assessedBy('owen')).toEqual(before);
  await confirms(page, 'protect-the-study-day');
  await expect(page.getByRole('status').filter({ hasText: 'Handed over' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Owen Blakely Joan Merriman/ })).toContainText('Harvey Lunn');
  expect(assessedBy('owen')).toEqual([]);
  expect(assessedBy('joan')).toEqual(expect.arrayContaining(before));
  expect(signed(), 'what he signed stays signed').toEqual(signedBefore);

  const answer = await owens.goto(`/assess/${WAITS.id}`);
  expect(answer?.status(), 'he sees nothing of them any more').toBe(404);
  const joans = await anotherDevice();
  await enter(joans, 'joan');
  await joans.goto('/assess?by=trainee');
  await joans.locator(`a[href="/assess/${WAITS.id}"]`).first().click();
  await joans.getByText('A note from Owen Blakely').click();
  await expect(joans.getByText(HELD)).toBeVisible();
  await expect(joans.getByLabel('About the whole'), 'a note, and no draft of hers').toHaveValue('');
});
