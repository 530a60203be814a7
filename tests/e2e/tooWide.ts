import type { Page } from '@playwright/test';

/** 1280 pixels at 400% zoom are 320. */
export const NARROW = { width: 320, height: 640 };

/** What reaches past the right edge of the window and is not inside something that scrolls by itself. */
export async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (element: Element): boolean =>
      element.parentElement !== null &&
      (/(?:auto|scroll|hidden|clip)/.test(getComputedStyle(element.parentElement).overflowX) ||
        scrolls(element.parentElement));
    const wide = [...document.querySelectorAll('main *, header *, footer *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element),
    );
    return [`${scrollWidth} of ${clientWidth}`, ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))];
  });
}
