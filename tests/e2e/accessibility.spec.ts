import { enter, expect, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { PAGES, PROBLEMS } from './everyPage.ts';
import type { Sight } from './sight.ts';
import { openSight } from './openSight.ts';

const nameOf = (who: string | null) => who ?? 'a visitor';

function checkAll(title: string, sights: readonly Sight[]): void {
  for (const [who, own] of Map.groupBy(sights, (sight) => sight.who)) {
    test(`${title} of ${nameOf(who)}`, { tag: '@phone' }, async ({ page, watch, isMobile }) => {
      for (const status of [400, 401, 403, 404, 405, 409, 422]) watch.allow(status);
      if (who) await enter(page, who);
      const found: string[] = [];
      for (const sight of own) {
        await openSight(page, sight);
        found.push(...(await violationsOn(page, isMobile)));
      }
      expect(found).toEqual([]);
    });
  }
}

test.describe.configure({ mode: 'parallel', timeout: 120_000 });
test.describe('axe finds nothing', () => {
  checkAll('on any page', PAGES);
  checkAll('on any error or refusal', PROBLEMS);
});
