import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from '../support/journey.ts';

const ofPlaywright = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
/** The small one: it is read anew on each page. */
const SOURCE = readFileSync(ofPlaywright.resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can be different on a phone; the rest does not depend on the width. */
const PHONE_RULES = ['target-size', 'color-contrast', 'scrollable-region-focusable', 'region', 'link-in-text-block'];
const ALL: RunOptions = { resultTypes: ['violations'], runOnly: { type: 'tag', values: TAGS } };
const ON_PHONE: RunOptions = { resultTypes: ['violations'], runOnly: { type: 'rule', values: PHONE_RULES } };

/**
 * What axe finds wrong with the page as it is now: WCAG 2.2 A and AA, and good practice. Empty where nothing is. It is asked directly:
 * no page has frames, for which Axe's own builder brings it in twice at every look.
 */
export async function violationsOn(page: Page, isPhone = false): Promise<string[]> {
  expect(page.frames(), 'a page with frames needs axe in each of them').toHaveLength(1);
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(SOURCE);
  const found = await page.evaluate(runAxe, isPhone ? ON_PHONE : ALL);
  return found.map((what) => `${page.url()} ${what}`);
}

/** Runs in the page. */
async function runAxe(options: RunOptions): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(root: Document, options: RunOptions): Promise<AxeResults> } };
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}
