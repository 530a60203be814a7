import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { expect, expectProblems, test } from '../support/journey.ts';
import { onItsOwnPortal, type OwnPortal } from './ownPortal.ts';

/** What the new version does to four criteria of the set that is there. */
interface Changed {
  readonly reworded: string;
  readonly changed: string;
  readonly dropped: string;
  /** Dropped too: what an objective of a placement was agreed for. */
  readonly agreed: string;
}

const EARLIER_CELLS = /^((?:"(?:[^"]|"")*",){4})"(?:[^"]|"")*"/u;

/** One criterion in other words that mean the same, one that changed, two that are gone; as a spreadsheet saves it. */
function changedFile(csv: string, ids: Changed): string {
  const has = (id: string) => (line: string) => line.includes(`"${id}"`);
  const put = (line: string, words: string) => line.replace(EARLIER_CELLS, `$1"${words}"`);
  return csv
    .split('\r\n')
    .filter((line) => !has(ids.dropped)(line) && !has(ids.agreed)(line))
    .map((line) => (has(ids.reworded)(line) ? put(line, 'The same, said in other words.') : line))
    .map((line) => (has(ids.changed)(line) ? put(line, 'Lead a visit with two colleagues at once.') : line))
    .join('\r\n');
}

/** Two criteria that are signed for Amara, one that a draft of hers claims, and one that she goes to court for. */
function chosen({ portal }: OwnPortal): Changed & { readonly draftId: string } {
  const [reworded, changed] = portal
    .rows(
      `SELECT DISTINCT o.subject_id AS id FROM portfolio_sign_offs o WHERE o.trainee_id = 'amara' AND o.subject = 'criterion' AND NOT EXISTS (SELECT 1 FROM sign_off_unlocks u WHERE u.sign_off_id = o.id) ORDER BY 1`,
    )
    .map(({ id }) => String(id));
  if (reworded === undefined || changed === undefined) throw new Error('Amara has two signed criteria in the demo');
  const [draft] = portal.rows(
    `SELECT e.id, c.criterion_id FROM evidence_items e JOIN evidence_claims c ON c.evidence_id = e.id WHERE e.trainee_id = 'amara' AND e.removed_at IS NULL AND e.writer_id IS NULL AND c.criterion_id NOT IN (?, ?) LIMIT 1`,
    reworded,
    changed,
  );
  const agreed = '6.7';
  expect(
    portal.rows(`SELECT id FROM placement_objectives WHERE placement_id = 'amara-court' AND criteria = '["6.7"]'`),
  ).toHaveLength(1);
  return { reworded, changed, agreed, dropped: String(draft?.['criterion_id']), draftId: String(draft?.['id']) };
}

async function fillHeading(page: Page): Promise<void> {
  await page.getByLabel('Short name of the version').fill('2027-1');
  await page.getByLabel('What people call it').fill('Second set');
  await page.getByLabel('Where the text comes from').fill('Made up for this journey.');
}

async function pasteAndCheck(page: Page, csv: string): Promise<void> {
  await fillHeading(page);
  await page.getByLabel('Or paste its text here').fill(csv);
  await page.getByRole('button', { name: 'Check the file' }).click();
}

/** What is wrong is told row by row; then the file is taken, and every criterion decided on. */
async function decideEach(page: Page, csv: string, ids: Changed): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles({
    ...{ name: 'all.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(`${csv}${'1,,,1.1,Again and again,1,assignment,,\r\n'.repeat(10_000)}`),
  });
  await fillHeading(page);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expectProblems(page, /The file is larger than 50 KB/u);
  await pasteAndCheck(page, csv.replace('"1.1"', '"=1.1"'));
  await expectProblems(page, /The file has \d+ problems?/u);
  await expect(page.getByRole('cell', { name: /runs as a formula/u })).toBeVisible();
  const withSign = `\uFEFFsep=,\r\n${csv.replace('\uFEFF', '')}`;
  const file = { name: 'criteria.csv', mimeType: 'text/csv', buffer: Buffer.from(withSign) };
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('heading', { name: 'To decide: 4 criteria' })).toBeVisible();
  await page.getByRole('button', { name: 'See what this would do' }).click();
  await expectProblems(page, `Decide what becomes of ${ids.reworded}`, `Decide what becomes of ${ids.dropped}`);
  const decide = (id: string, what: string) => page.getByLabel(`What becomes of ${id}?`).selectOption({ label: what });
  await decide(ids.reworded, 'Reworded: what was signed carries over');
  await page.getByLabel(`New number of ${ids.reworded}`).fill(ids.reworded);
  await decide(ids.changed, 'Changed: look at it again');
  await page.getByLabel(`New number of ${ids.changed}`).fill(ids.changed);
  await decide(ids.dropped, 'Dropped');
  await decide(ids.agreed, 'Dropped');
  await page.getByRole('button', { name: 'See what this would do' }).click();
}

/** What it would do stands there in numbers; it is kept with the password, and not before. */
async function bringIn(page: Page, { portal }: OwnPortal): Promise<void> {
  await expect(page.getByRole('heading', { name: 'What version 2027-1 would do today' })).toBeVisible();
  await expect(page.getByText(/[1-9]\d* criteria of [1-9]\d* trainees/u)).toBeVisible();
  await page.getByLabel('Your password').fill('wrong');
  await page.getByRole('button', { name: 'Bring in version 2027-1' }).click();
  await expectProblems(page, 'The password is not right');
  expect(portal.rows('SELECT * FROM qualification_versions')).toEqual([]);
  await page.getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Bring in version 2027-1' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Version 2027-1 is kept' })).toBeVisible();
  await page.getByRole('link', { name: '2027-1 against demo-1' }).click();
  await expect(page.getByText('Changed; looked at again')).toBeVisible();
}

const EVERYWHERE = { tag: ['@phone', '@no-javascript'] };

test(
  'a new version of the criteria is seen by administrator, trainee and assessor',
  EVERYWHERE,
  async ({ page, watch }) => {
    for (const status of [400, 422]) watch.allow(status);
    await onItsOwnPortal(page, {}, async (own) => {
      const ids = chosen(own);
      const client = await own.portal.signIn('harvey');
      const csv = changedFile((await client.get('/admin/qualification/demo-1/criteria.csv')).text, ids);
      await own.as('harvey');
      await own.goto('/admin');
      await page.getByRole('link', { name: 'Units and criteria' }).click();
      await expect(page.getByText('Version demo-1 counts now')).toBeVisible();
      await page.getByRole('link', { name: 'Bring in a new version' }).click();
      await decideEach(page, csv, ids);
      await bringIn(page, own);

      await own.as('amara');
      await own.goto('/portfolio');
      await expect(page.getByText('The criteria have changed: version 2027-1 counts now')).toBeVisible();
      await expect(page.getByText(/Your assessor looks at 1 signed criterion again/u)).toBeVisible();
      await page.getByText(new RegExp(`^Unit ${ids.changed.split('.')[0] ?? ''}: `, 'u')).click();
      await expect(page.getByText(new RegExp(`It was signed as ${ids.changed}: “`, 'u'))).toBeVisible();
      await own.goto(`/portfolio/evidence/${ids.draftId}`);
      await expect(page.getByText('The criteria have changed since you wrote this')).toBeVisible();
      await own.goto('/placements/amara-court');
      await expect(
        page.getByText(
          new RegExp(`${ids.agreed}: “.+” It was dropped from the criteria and is not in version 2027-1`, 'u'),
        ),
      ).toBeVisible();

      await own.as('daniel');
      await own.goto('/assess/trainees/amara');
      await expect(page.getByText('Please look at 1 signed criterion again')).toBeVisible();

      await own.as('harvey');
      await own.goto('/admin/qualification/import');
      await pasteAndCheck(page, csv);
      await expect(page.getByText('Version 2027-1 holds exactly this already. Nothing was changed.')).toBeVisible();
      expect(own.portal.rows('SELECT version FROM qualification_versions')).toEqual([{ version: '2027-1' }]);
    });
  },
);
