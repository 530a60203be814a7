import type { Page } from '@playwright/test';

/** One file that a page loaded, as it came over the wire, headers included. */
export interface Loaded {
  readonly url: string;
  readonly type: string;
  readonly bytes: number;
  readonly isCompressed: boolean;
  readonly cacheControl: string;
}

/** Opens a page with an empty cache, scrolls to its end so that everything is asked for, and gives back what came. */
export async function loadedBy(page: Page, path: string): Promise<Loaded[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.clearBrowserCache');
  const begun = new Map<string, Omit<Loaded, 'bytes'>>();
  const files: Loaded[] = [];
  client.on('Network.responseReceived', ({ requestId, type, response: { url, headers } }) => {
    const header = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
    begun.set(requestId, {
      url,
      type,
      isCompressed: header('content-encoding') !== '',
      cacheControl: header('cache-control'),
    });
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength: bytes }) => {
    const file = begun.get(requestId);
    if (file) files.push({ ...file, bytes });
  });
  await page.addInitScript(countShifts);
  await page.goto(path);
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  return files;
}

/** Runs in the page, before anything else does: how far things moved that were seen already. */
function countShifts(): void {
  const total = Object.assign(globalThis, { movedInAll: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) total.movedInAll += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The layout shift of the page so far. */
export async function shiftOn(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { movedInAll: number }).movedInAll);
}
