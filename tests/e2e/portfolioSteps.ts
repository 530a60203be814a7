import type { Page } from '@playwright/test';

/** Ticks criteria, opening the unit of each first. */
export async function chooseCriteria(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const box = page.getByRole('checkbox', { name: new RegExp(`^${id.replace('.', '\\.')} `) });
    if (!(await box.isVisible())) await page.getByText(`Unit ${id.split('.')[0]}:`).click();
    await box.check();
  }
}

/** An assessor's decision on one criterion. */
export async function decide(
  page: Page,
  criterionId: string,
  choice: 'Met' | 'Working towards' | 'Not met',
): Promise<void> {
  await page
    .getByRole('group', { name: new RegExp(`^${criterionId.replace('.', '\\.')} `) })
    .getByLabel(choice, { exact: true })
    .check();
}

/** Looks at the decisions once more and releases them to the trainee. */
export async function release(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look at what will be released' }).click();
  await page.getByRole('button', { name: /^Release to / }).click();
}

/** Ticks criteria to sign, gives the password and signs. */
export async function sign(page: Page, criteria: readonly string[], password: string): Promise<void> {
  for (const id of criteria) await page.getByLabel(`Sign off criterion ${id}`).check();
  await page.getByLabel('Your password').first().fill(password);
  await page
    .getByRole('button', { name: /^Sign off/ })
    .first()
    .click();
}
