import { expect, test } from '../support/journey.ts';
import { MODULE } from './moduleOfTheWeek.ts';

const TAGS = { tag: ['@phone', '@no-javascript'] };

test('a misspelt word leads from the header to the very heading in the module', TAGS, async ({ page, signInAs }) => {
  await signInAs('amara');
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible();
  const section = MODULE.sections.find(({ title }) => /kind/i.test(title));
  await page.getByRole('searchbox', { name: 'Search modules, case files and terms' }).fill('wich kynd of recal');
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\?q=wich\+kynd\+of\+recal$/);
  await expect(page.getByRole('searchbox')).toHaveValue('wich kynd of recal');
  await expect(page.getByText(/we looked for .*“kind” in place of “kynd”/)).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: section?.title ?? '', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(`/modules/${MODULE.id}#${section?.id}`);
  await expect(page.getByRole('heading', { name: section?.title ?? '', exact: true })).toBeInViewport();
});

test('a term and a case file are found from the page of modules', TAGS, async ({ page, signInAs }) => {
  await signInAs('ruth');
  await page.goto('/modules');
  await page.getByRole('searchbox').fill('mapa');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('main').getByRole('link', { name: 'MAPPA', exact: true }).first().click();
  await expect(page).toHaveURL('/glossary#mappa');
  await expect(page.getByRole('term').filter({ hasText: /^MAPPA$/ })).toBeInViewport();
  await page.goto('/search?q=odile');
  await expect(page.getByText('Case file', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Alun Fairweather', exact: true })).toBeVisible();
});

test('where nothing is found, the page says what may help', TAGS, async ({ page, signInAs }) => {
  await signInAs('amara');
  await page.goto('/search?q=unheardofword');
  await expect(page.getByText('Nothing was found for “unheardofword”.')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'glossary' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
});
