import type { Page } from '@playwright/test';
import { DEMO_PASSWORD, demoEmail } from '#db/demo/people.ts';
import { expect } from '../support/journey.ts';
import { type PortalServer, startPortal, type StartOptions } from '../support/portalServer.ts';

/** A portal that one journey has to itself, because it changes what everybody sees. */
export interface OwnPortal {
  readonly portal: PortalServer;
  goto(path: string): Promise<void>;
  /** Signs the browser in as somebody else. */
  as(personId: string): Promise<void>;
}

/** Starts a portal, tells a story on it with a browser, and stops it whatever comes. */
export async function onItsOwnPortal(
  page: Page,
  options: StartOptions,
  tell: (own: OwnPortal) => Promise<void>,
): Promise<void> {
  const portal = await startPortal(options);
  const at = (path: string) => `${portal.url}${path}`;
  try {
    await tell({
      portal,
      goto: async (path) => void (await page.goto(at(path))),
      as: async (personId) => {
        await page.context().clearCookies();
        const form = { email: demoEmail(personId), password: DEMO_PASSWORD };
        const headers = { origin: portal.url };
        const answer = await page.request.post(at('/sign-in'), { form, headers, maxRedirects: 0 });
        expect(answer.status(), `${personId} signs in`).toBe(303);
      },
    });
  } finally {
    await page.close();
    await portal.stop();
  }
}
