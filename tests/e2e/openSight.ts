import type { Page, Response } from '@playwright/test';
import { expect } from '../support/journey.ts';
import type { Fields } from '../support/portalClient.ts';
import type { Sight } from './sight.ts';

/** Shows a browser what somebody sees, by its address or by sending a form on it, and checks the status of the answer. */
export async function openSight(page: Page, { path, status, send }: Sight): Promise<void> {
  const first = await page.goto(path);
  const answer = send ? await sendForm(page, send) : first;
  expect(answer?.status(), `${send?.action ?? path}`).toBe(status);
}

async function sendForm(page: Page, { action, fields }: { action: string; fields: Fields }): Promise<Response | null> {
  const entries = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
  const isAnswer = (response: Response) =>
    response.request().isNavigationRequest() && ![303, 307].includes(response.status());
  const loaded = page.waitForEvent('load');
  const [answer] = await Promise.all([page.waitForResponse(isAnswer), page.evaluate(submitForm, { action, entries })]);
  await loaded;
  return answer;
}

/** Runs in the page: builds the form and sends it. */
function submitForm({ action, entries }: { action: string; entries: [string, string][] }): void {
  const form = document.createElement('form');
  Object.assign(form, { method: 'post', action });
  for (const [name, value] of entries) form.append(Object.assign(document.createElement('textarea'), { name, value }));
  document.body.append(form);
  form.submit();
}
