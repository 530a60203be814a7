import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can be different on a phone; the rest does not depend on the width. */
const PHONE_RULES = ['target-size', 'color-contrast', 'scrollable-region-focusable', 'region', 'link-in-text-block'];

/** What axe finds wrong with the page as it is now: WCAG 2.2 A and AA, and good practice. Empty where nothing is. */
export async function violationsOn(page: Page, isPhone = false): Promise<string[]> {
  // No page has frames of another site, and without them one browser tab is enough.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (isPhone ? axe.withRules(PHONE_RULES) : axe.withTags(TAGS)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${page.url()} ${id}: ${help} (${target.join(' ')})`),
  );
}
