import type { Locator, Page } from '@playwright/test';
import { expect } from '../support/journey.ts';

/** A place where a trainee writes: where it is, the field, the button that saves, and what the keeper says. */
export interface Writing {
  readonly path: string;
  field(page: Page): Locator;
  save(page: Page): Locator;
  /** What is said about saving while she types. */
  said(page: Page): Locator;
}

const reflectionOf = (page: Page) => page.getByRole('region', { name: 'Reflection' });
const draftOf = (page: Page) => page.getByRole('region', { name: 'Your draft' });

export const REFLECTION: Writing = {
  path: '/modules/parole-release-test',
  field: (page) => reflectionOf(page).getByRole('textbox'),
  save: (page) => reflectionOf(page).getByRole('button', { name: 'Save my reflection' }),
  said: (page) => reflectionOf(page).getByRole('status'),
};

const evidenceAt = (path: string): Writing => ({
  path,
  field: (page) => page.getByLabel('Your account', { exact: true }),
  save: (page) => page.getByRole('button', { name: 'Save the draft' }),
  said: (page) => draftOf(page).locator('.draft-keeper').getByRole('status'),
});

/** Starts a piece of evidence as its trainee does and gives back where she writes on. */
export async function startEvidence(page: Page, title: string): Promise<Writing> {
  await page.goto('/portfolio');
  await page.getByRole('link', { name: 'Start a piece of evidence' }).click();
  await page.getByLabel('Reflective account').check();
  await page.getByRole('button', { name: 'Carry on' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return evidenceAt(new URL(page.url()).pathname);
}

/** Opens the place and waits until it listens, where a script runs. */
export async function openWriting(page: Page, writing: Writing, hasScript: boolean): Promise<void> {
  await page.goto(writing.path);
  await writing.said(page).scrollIntoViewIfNeeded();
  // Its own island: a module may hold others.
  if (hasScript) await expect(writing.said(page).locator('xpath=ancestor::astro-island[@ssr]')).toHaveCount(0);
}
