import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { expect, expectProblems, test } from '../support/journey.ts';
import { onItsOwnPortal } from './ownPortal.ts';

/** Amara left three years and more ago. */
const LEFT = {
  prepare: (raw: { exec(sql: string): void }) =>
    raw.exec(`UPDATE cohort_memberships SET left_on = '2023-01-02' WHERE trainee_id = 'amara'`),
};

/** A shorter time is told and asked about; a longer one keeps what would be due. */
async function setRules(page: Page): Promise<void> {
  await page.getByLabel('Files: keep for').fill('12');
  await page.getByLabel('Why').fill('Our policy.');
  await page.getByRole('button', { name: 'Set these rules' }).click();
  await expectProblems(page, /Shorter than now: files 12 months instead of 36 months/u);
  await page.getByLabel('Files: keep for').fill('120');
  await page.getByRole('button', { name: 'Set these rules' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The rules are kept' })).toBeVisible();
}

async function removeWhatIsDue(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /Remove the content of \d+ records/u });
  await button.click();
  await expectProblems(page, 'Enter your password');
  await page.getByLabel('Your password').fill(DEMO_PASSWORD);
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: /The content of \d+ records was removed/u })).toBeVisible();
  await expect(page.getByText('Nothing is due.')).toBeVisible();
}

/** What a quality assurer wrote about Amara's evidence, and Amara about herself. */
const WRITTEN = `SELECT v.words FROM verifications v JOIN submissions s ON s.id = v.submission_id WHERE s.trainee_id = 'amara' AND v.words <> '' UNION ALL SELECT text FROM reflections WHERE trainee_id = 'amara'`;

test('what was kept for its time is removed, and its page says when and by which rule', async ({ page, watch }) => {
  watch.allow(400);
  await onItsOwnPortal(page, LEFT, async ({ portal, as, goto }) => {
    const [piece] = portal.rows(
      `SELECT evidence_id, title FROM submissions WHERE trainee_id = 'amara' AND writer_id IS NULL ORDER BY submitted_at LIMIT 1`,
    );
    await as('harvey');
    await goto('/admin');
    await page.getByRole('link', { name: 'How long records are kept' }).click();
    for (const group of [
      /^Evidence that was handed in/u,
      /^Words of quality assurers/u,
      /^What a trainee writes for herself/u,
    ])
      await expect(page.getByRole('row', { name: group })).toContainText(/\d+, of 1 trainee/u);
    expect(portal.rows(WRITTEN).length).toBeGreaterThan(1);
    await setRules(page);
    await removeWhatIsDue(page);
    expect(portal.rows(`SELECT id FROM submissions WHERE trainee_id = 'amara' AND text <> ''`)).toEqual([]);
    expect(portal.rows(WRITTEN)).toEqual([]);

    await as('amara');
    await goto(`/portfolio/evidence/${String(piece?.['evidence_id'])}`);
    await expect(page.getByText(/What was handed in was removed on .+ kept for 36 months/u).first()).toBeVisible();
    await expect(page.getByText(/Your draft was removed on/u)).toBeVisible();
    await expect(page.getByText(String(piece?.['title']))).toHaveCount(0);
    for (const path of ['/study-time', '/trainees/amara/caseload', '/trainees/amara/programme']) {
      await goto(path);
      await expect(page.getByText(/caseload and contacts was removed on .+ under the retention rule/u)).toBeVisible();
    }
    await as('daniel');
    await goto('/assess/decisions?only=checked');
    await expect(page.getByText(/What was written was removed on .+ under the retention rule/u).first()).toBeVisible();
  });
});
