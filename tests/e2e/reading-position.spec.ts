import type { Page } from '@playwright/test';
import { enter, expect, rows, test } from '../support/journey.ts';
import { personFor } from './cast.ts';
import { MODULE, SECTIONS } from './moduleOfTheWeek.ts';

const place = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/_actions/progress.move'));

test(
  'where she scrolled to is where another device takes it up; a page that is only opened moves nothing',
  { tag: '@phone' },
  async ({ page, signInAs, anotherDevice }, { project }) => {
    const person = personFor('reading', project.name);
    await signInAs(person);
    const fourth = SECTIONS[3];
    await page.goto(`/modules/${MODULE.id}?begin=yes`);
    const told = place(page);
    await page
      .getByRole('heading', { name: fourth?.title ?? '', exact: true })
      .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    expect((await told).request().postDataJSON()).toEqual({ moduleId: MODULE.id, sectionId: fourth?.id });
    const other = await anotherDevice();
    await enter(other, person);
    await other.goto(`/modules/${MODULE.id}`);
    await expect(other.getByText('You left off here')).toHaveCount(1);
    await other.goto('/');
    await expect(other.getByText(/Section 4 of 6, /)).toBeVisible();
    await other.getByRole('link', { name: `Carry on: ${MODULE.title}` }).click();
    await expect(other.getByRole('heading', { name: fourth?.title ?? '', exact: true })).toBeInViewport();
  },
);

test('what stands below the lesson is no place to come back to', async ({ page, signInAs }, { project }) => {
  const person = personFor('belowTheLesson', project.name);
  await signInAs(person);
  await page.goto(`/modules/${MODULE.id}?begin=yes`);
  const kept = () =>
    rows('SELECT section_id FROM reading_positions WHERE trainee_id = ? AND module_id = ?', person, MODULE.id);
  const before = kept();
  await page.getByRole('region', { name: 'Reflection' }).getByRole('textbox').scrollIntoViewIfNeeded();
  await page.goto('/progress');
  await page.goto('/');
  expect(kept()).toEqual(before);
});

test('what she read last is told when she leaves the page before it was', async ({ page, signInAs }, { project }) => {
  const person = personFor('reading', project.name);
  await signInAs(person);
  const fifth = SECTIONS[4];
  await page.goto(`/modules/${MODULE.id}?begin=yes`);
  await page.getByRole('heading', { name: fifth?.title ?? '', exact: true }).evaluate(async (heading) => {
    heading.scrollIntoView({ block: 'start' });
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  });
  await page.goto('/progress');
  const kept = () =>
    rows('SELECT section_id FROM reading_positions WHERE trainee_id = ? AND module_id = ?', person, MODULE.id)[0]?.[
      'section_id'
    ];
  await expect.poll(kept).toBe(fifth?.id);
});
