import type { Page } from '@playwright/test';
import { expect, expectProblems, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';
import { openWriting, REFLECTION, startEvidence, type Writing } from './writing.ts';

const CONFLICT =
  'You saved another version of this in another tab or on another device. Yours is still here and not yet saved.';

test.describe('two tabs with the same text', () => {
  test(
    'a reflection saved in both: the second is told, keeps its text and sees the other',
    { tag: '@no-javascript' },
    async ({ page, context, signInAs, watch, javaScriptEnabled }, { project }) => {
      await signInAs(personFor('twoTabs', project.name));
      watch.allow(409);
      await writeInBoth({
        first: await context.newPage(),
        second: page,
        writing: REFLECTION,
        hasScript: javaScriptEnabled,
      });
    },
  );

  test(
    'a piece of evidence saved in both: the second is told, keeps its text and sees the other',
    { tag: '@no-javascript' },
    async ({ page, context, signInAs, watch, javaScriptEnabled }, { project }) => {
      await signInAs(personFor('twoTabs', project.name));
      const writing = await startEvidence(page, 'Open in two tabs');
      watch.allow(409);
      await writeInBoth({ first: await context.newPage(), second: page, writing, hasScript: javaScriptEnabled });
    },
  );
});

interface Tabs {
  readonly first: Page;
  readonly second: Page;
  readonly writing: Writing;
  readonly hasScript: boolean;
}

async function writeInBoth({ first, second, writing, hasScript }: Tabs): Promise<void> {
  await openWriting(first, writing, hasScript);
  await openWriting(second, writing, hasScript);
  await writing.field(first).fill('What the first tab says');
  if (hasScript) await expect(writing.said(first)).toHaveText(/Saved at/);
  else await writing.save(first).click();
  await writing.field(second).fill('What the second tab says');
  if (hasScript) await expect(writing.said(second)).toContainText(CONFLICT);
  await writing.save(second).click();
  await expectProblems(second, CONFLICT);
  await expect(writing.field(second)).toHaveValue('What the second tab says');
  await expect(second.getByText('What the first tab says')).toBeVisible();
  if (hasScript) expect(await violationsOn(second)).toEqual([]);
  await writing.save(second).click();
  await expect(second.getByText('Saved', { exact: true }).first()).toBeVisible();
  await second.goto(writing.path);
  await expect(writing.field(second), 'saving again was her choice').toHaveValue('What the second tab says');
}
