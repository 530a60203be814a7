import { expect, rows, test, enter } from '../support/journey.ts';

const SHOWN = 'A discussion about inequality and what I can do about it';
const NOT_SHOWN = 'A sentence plan with three objectives that could be counted';

test(
  'an external quality assurer reads her sample and nothing else, and nothing once her view is taken back',
  {
    tag: ['@no-javascript'],
  },
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    for (const status of [403, 404]) watch.allow(status);
    await signInAs('edith');
    await page.goto('/');
    await page.getByRole('link', { name: SHOWN }).first().click();
    await page.getByRole('link', { name: 'Your sample' }).click();
    await expect(page.getByRole('link', { name: SHOWN }).first(), 'there and back').toBeVisible();
    await page.goto('/quality/trainees/amara');
    await expect(page.getByText('Nothing else is shown.')).toBeVisible();
    const criteria = page.locator('dt').filter({ hasText: /\d\.\d/ });
    await expect(criteria).toHaveText([/1\.8/, /2\.2/]);
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    for (const address of ['/quality', '/modules', '/portfolio/evidence/amara-evidence-2', '/quality/trainees/tom']) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBeGreaterThanOrEqual(403);
    }

    const venetias = await anotherDevice();
    await enter(venetias, 'venetia');
    await venetias.goto('/quality/external?plan=interim-autumn');
    await venetias.getByLabel('Who reads').selectOption({ label: 'Edith Farrow' });
    await venetias.getByText('What of it? All of it, unless you choose some').click();
    await venetias.getByRole('checkbox', { name: new RegExp(NOT_SHOWN) }).check();
    await venetias.getByLabel('What for').fill(`One more piece, ${project.name}`);
    await venetias.getByLabel('Your password').fill('protect-the-study-day');
    await venetias.getByRole('button', { name: 'Give this view' }).click();
    await expect(venetias.getByText('The view is given.')).toBeVisible();

    await page.goto('/');
    await page.getByRole('link', { name: NOT_SHOWN }).first().click();
    await expect(page.getByRole('heading', { name: NOT_SHOWN, level: 1 })).toBeVisible();
    const view = venetias.getByRole('listitem').filter({ hasText: `One more piece, ${project.name}` });
    await view.getByRole('button', { name: /^Take it back/ }).click();
    await expect(venetias.getByText('The view is taken back.')).toBeVisible();
    expect(
      rows('select 1 from external_grants where reason = ? and revoked_at is null', `One more piece, ${project.name}`),
    ).toEqual([]);
    await page.goto('/');
    await expect(page.getByText(`One more piece, ${project.name}`)).toHaveCount(0);
  },
);
