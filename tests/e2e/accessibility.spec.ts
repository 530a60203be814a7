import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { enter, expect, test } from '../support/journey.ts';
import { PAGES, PROBLEMS, type Sight } from './everyPage.ts';
import { openSight } from './openSight.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can be different on a phone; the rest does not depend on the width. */
const PHONE_RULES = ['target-size', 'color-contrast', 'scrollable-region-focusable', 'region', 'link-in-text-block'];
const nameOf = (who: string | null) => who ?? 'a visitor';

async function violationsOn(page: Page, sight: Sight, isPhone: boolean): Promise<string[]> {
  await openSight(page, sight);
  // No page has frames of another site, and without them one browser tab is enough.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (isPhone ? axe.withRules(PHONE_RULES) : axe.withTags(TAGS)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${sight.path} ${id}: ${help} (${target.join(' ')})`),
  );
}

function checkAll(title: string, sights: readonly Sight[]): void {
  for (const [who, own] of Map.groupBy(sights, (sight) => sight.who)) {
    test(`${title} of ${nameOf(who)}`, { tag: '@phone' }, async ({ page, watch, isMobile }) => {
      for (const status of [400, 401, 403, 404, 405, 409, 422]) watch.allow(status);
      if (who) await enter(page, who);
      const found: string[] = [];
      for (const sight of own) found.push(...(await violationsOn(page, sight, isMobile)));
      expect(found).toEqual([]);
    });
  }
}

test.describe.configure({ mode: 'parallel', timeout: 120_000 });
test.describe('axe finds nothing', () => {
  checkAll('on any page', PAGES);
  checkAll('on any error or refusal', PROBLEMS);
});
