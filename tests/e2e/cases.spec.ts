import { expect, test } from '../support/journey.ts';

const TAGS = { tag: ['@phone', '@no-javascript'] };

test('the case files tell who the people are, and open on a document', TAGS, async ({ page, signInAs }) => {
  await signInAs('venetia');
  await page.goto('/cases');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(3);
  await expect(page.getByText('The people and events are made up.')).toBeVisible();
  await page.getByRole('link', { name: 'Alun Fairweather' }).click();
  await page.getByRole('navigation', { name: 'Documents' }).getByRole('link', { name: 'Note of a home visit' }).click();
  await expect(page).toHaveURL('/cases/alun-fairweather#home-visit');
  await expect(page.getByRole('heading', { name: 'Note of a home visit' })).toBeInViewport();
});

test('a document that could distress stays folded until it is opened', TAGS, async ({ page, signInAs }) => {
  await signInAs('ruth');
  await page.goto('/cases/alun-fairweather#convictions');
  const document = page.getByRole('region', { name: /^Previous convictions/ });
  await expect(document.getByRole('paragraph').filter({ hasText: 'First conviction' })).toBeHidden();
  await document.getByText(/^Read it\. It holds sexual offences/).click();
  await expect(document.getByRole('paragraph').filter({ hasText: 'First conviction' })).toBeVisible();
});

test('a module shows a document in place and leads to the whole file', TAGS, async ({ page, signInAs }) => {
  await signInAs('ruth');
  await page.goto('/modules/assess-gathering-information');
  const file = page.getByRole('group', { name: 'Case file: Tamsin Quill' }).first();
  await expect(file.getByText('She confirmed that she lives alone.')).toBeHidden();
  await file.getByText('Home visit', { exact: true }).click();
  await expect(file.getByText('She confirmed that she lives alone.')).toBeVisible();
  await file.getByRole('link', { name: 'Open the whole case file' }).click();
  await expect(page).toHaveURL('/cases/tamsin-quill#home-visit');
});

test(
  'a term is explained where a module first uses it, and leads to the glossary',
  TAGS,
  async ({ page, signInAs }) => {
    await signInAs('ruth');
    await page.goto('/modules/parole-recall');
    await expect(page.getByText(/MAPPA \([a-z][^)]+\)/).first()).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'MAPPA', exact: true }).click();
    await expect(page).toHaveURL('/glossary#mappa');
    await expect(page.getByRole('term').filter({ hasText: /^MAPPA$/ })).toBeInViewport();
  },
);
