import type { APIResponse, Page } from '@playwright/test';

/** A form as a browser would send it, to be sent once more as a double click or a reload does. */
export interface FilledForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The only form in the main part of the page, as it is filled in now. */
export async function formOn(page: Page): Promise<FilledForm> {
  return page
    .getByRole('main')
    .locator('form')
    .evaluate((form: HTMLFormElement) => ({
      action: form.action,
      fields: Object.fromEntries(
        [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
      ),
    }));
}

/** Sends it with the session of this browser; redirects are not followed. */
export async function sendAgain(page: Page, { action, fields }: FilledForm): Promise<APIResponse> {
  const headers = { origin: process.env['PORTAL_TEST_URL'] ?? '' };
  return page.request.post(action, { form: { ...fields }, headers, maxRedirects: 0 });
}
