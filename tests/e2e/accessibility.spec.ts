import type { Page } from '@playwright/test';
import { enter, expect, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { PAGES, PROBLEMS } from './everyPage.ts';
import { openSight } from './openSight.ts';
import type { Sight } from './sight.ts';
import { NARROW, tooWide } from './tooWide.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
/** So many sights make a test: nobody's pages are a test that the others wait for. */
const EACH = 25;

/** Opened once and looked at in three widths: all of axe, what can differ on a phone, and whether anything reaches past the edge. */
async function wrongWith(page: Page, sight: Sight): Promise<string[]> {
  await page.setViewportSize(DESKTOP);
  await openSight(page, sight);
  const found = await violationsOn(page);
  const fitted = await page.locator('meta[name="viewport"][content*="width=device-width"]').count();
  if (fitted !== 1) found.push('a phone would show it as wide as a desk');
  await page.setViewportSize(PHONE);
  found.push(...(await violationsOn(page, true)));
  await page.setViewportSize(NARROW);
  found.push(...(await tooWide(page)));
  return found.map((what) => `${sight.send?.action ?? sight.path}: ${what}`);
}

function checkAll(title: string, sights: readonly Sight[]): void {
  for (const [who, own] of Map.groupBy(sights, (sight) => sight.who)) {
    for (let from = 0; from < own.length; from += EACH) {
      const part = own.slice(from, from + EACH);
      const which = own.length > EACH ? `, ${String(from + 1)} to ${String(from + part.length)}` : '';
      test(`${title} of ${who ?? 'a visitor'}${which}`, async ({ page, watch }) => {
        for (const status of [400, 401, 403, 404, 405, 409, 422]) watch.allow(status);
        if (who) await enter(page, who);
        const found: string[] = [];
        for (const sight of part) found.push(...(await wrongWith(page, sight)));
        expect(found).toEqual([]);
      });
    }
  }
}

test.describe.configure({ mode: 'parallel', timeout: 120_000 });
test.describe('on a desk and on a phone axe finds nothing, and at 400% zoom nothing scrolls sideways', () => {
  checkAll('on any page', PAGES);
  checkAll('on any error or refusal', PROBLEMS);
});
