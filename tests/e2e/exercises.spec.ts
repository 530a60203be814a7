import { expect, expectProblems, test } from '../support/journey.ts';
import { anExercise, firstWay } from '../support/exercises.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';
import { exactly, goTheWay, openExercise, shownOrder, sortBy, wayOn } from './openExercise.ts';

const TAGS = { tag: ['@phone', '@no-javascript'] };
const scenario = anExercise('scenario');
const compare = anExercise('compare');
const sort = anExercise('sort');
const order = anExercise('order');

const firstStep = scenario.steps.find(({ id }) => id === scenario.start)!;

test.describe('a scenario', () => {
  test.describe.configure({ mode: 'serial' });

  test(
    'is gone step by step to an ending that says why, is remembered, and another way can be tried from any step',
    TAGS,
    async ({ signInAs }, { project }) => {
      const page = await signInAs(personFor('exercises', project.name));
      const exercise = await openExercise(page, scenario);
      const { choices, endingId } = firstWay(scenario);
      await goTheWay(exercise, scenario, choices);
      await expect(page).toHaveURL(new RegExp(`#exercise-${scenario.id}-now$`));
      const ending = scenario.endings.find(({ id }) => id === endingId);
      await expect(exercise.getByRole('heading', exactly(ending!.title))).toBeVisible();
      for (const words of ending!.why) await expect(exercise.getByText(words)).toBeVisible();
      await expect(exercise.getByText(`You have found 1 of ${scenario.endings.length} endings.`)).toBeVisible();
      await expect(wayOn(exercise)).toHaveCount(choices.length);
      await openExercise(page, scenario);
      await expect(
        exercise.getByRole('heading', exactly(ending!.title)),
        'she comes back to where she was',
      ).toBeVisible();

      await wayOn(exercise)
        .first()
        .getByRole('button', { name: /^Try another way/ })
        .click();
      const other = firstStep.choices.find(({ id }) => id !== choices[0]?.choiceId);
      await exercise.getByRole('button', exactly(other!.text)).click();
      await expect(exercise.getByText('You chose:')).toBeVisible();
      await expect(exercise.getByText(/You have found \d of/), 'what she found stays').toBeVisible();
    },
  );

  test(
    'takes a choice from a tab that stayed at an earlier step as another way, and the same choice as nothing new',
    { tag: '@no-javascript' },
    async ({ signInAs }, { project }) => {
      const page = await signInAs(personFor('exercises', project.name));
      const exercise = await openExercise(page, scenario);
      const way = wayOn(exercise);
      await wayOn(exercise)
        .first()
        .getByRole('button', { name: /^Try another way/ })
        .click();
      const [sameTab, otherTab] = [await page.context().newPage(), await page.context().newPage()];
      const [same, other] = [await openExercise(sameTab, scenario), await openExercise(otherTab, scenario)];
      const [one, two] = firstStep.choices;
      await exercise.getByRole('button', exactly(one!.text)).click();
      await same.getByRole('button', exactly(one!.text)).click();
      await expect(same.getByText('You chose:')).toBeVisible();
      await page.reload();
      await expect(way).toHaveCount(1);
      await other.getByRole('button', exactly(two!.text)).click();
      await expect(other.getByText('You chose:')).toBeVisible();
      await page.reload();
      await expect(way).toHaveCount(1);
      await expect(way).toContainText(two!.text);
    },
  );

  test(
    'that is open in the middle has nothing that axe finds',
    { tag: '@phone' },
    async ({ signInAs, isMobile }, { project }) => {
      const page = await signInAs(personFor('exercises', project.name));
      const exercise = await openExercise(page, scenario);
      await expect(wayOn(exercise).first()).toBeVisible();
      expect(await violationsOn(page, isMobile)).toEqual([]);
    },
  );
});

test(
  'of two accounts she writes first, and then reads what others noticed',
  TAGS,
  async ({ signInAs, isMobile, javaScriptEnabled }, { project }) => {
    const page = await signInAs(personFor('exercises', project.name));
    const exercise = await openExercise(page, compare);
    const [noticed = ''] = compare.noticed;
    await expect(exercise.getByText(noticed)).toHaveCount(0);
    await exercise.getByRole('textbox').fill('Too few words.');
    await exercise.getByRole('button', { name: /^Save/ }).click();
    await expect(
      exercise.getByText(/is shown here once you have saved at least \d words of your own/),
    ).toBeInViewport();
    await exercise.getByRole('textbox').fill('Both of them say that the year was settled, and neither says why.');
    if (javaScriptEnabled)
      await expect(exercise.getByRole('status').filter({ hasText: /Saved at \d\d:\d\d/ })).toBeVisible();
    await exercise.getByRole('button', { name: /^Save/ }).click();
    await expect(exercise.getByText(noticed)).toBeInViewport();
    await expect(exercise.getByRole('textbox')).toHaveValue(/^Both of them say/);
    if (javaScriptEnabled) expect(await violationsOn(page, isMobile)).toEqual([]);
  },
);

test(
  'sorting asks for what was left out and keeps the rest, marks every thing with its reason, and counts the best try',
  TAGS,
  async ({ signInAs, watch, isMobile, javaScriptEnabled }, { project }) => {
    watch.allow(400);
    const page = await signInAs(personFor('exercises', project.name));
    const exercise = await openExercise(page, sort);
    const chosen = exercise.getByRole('group').first().getByRole('radio').first();
    await chosen.check();
    await exercise.getByRole('button', exactly('Check my sorting')).click();
    await expectProblems(page, 'Number 2: choose a box.');
    await expect(chosen).toBeChecked();
    if (javaScriptEnabled) expect(await violationsOn(page, isMobile)).toEqual([]);
    await page.getByRole('link', exactly('Number 2: choose a box.')).click();
    await expect(exercise.getByText('Number 2: choose a box.')).toBeInViewport();

    await sortBy(exercise, sort, (index) => index > 0);
    await exercise.getByRole('button', exactly('Check my sorting')).click();
    const { length } = sort.items;
    await expect(exercise.getByText(`${length - 1} of ${length} right.`, { exact: true })).toBeInViewport();
    await expect(exercise.getByText('Not right', { exact: true })).toHaveCount(1);
    for (const { because } of sort.items) await expect(exercise.getByText(because)).toBeVisible();
    if (javaScriptEnabled) expect(await violationsOn(page, isMobile)).toEqual([]);
    await sortBy(exercise, sort, () => true);
    await exercise.getByRole('button', exactly('Check again')).click();
    await expect(exercise.getByText(`${length} of ${length} right in your best try, 2 tries.`)).toBeVisible();
  },
);

test('a thing to sort can be dragged into a box, and its radio button says so', async ({ signInAs }, { project }) => {
  const page = await signInAs(personFor('exercises', project.name));
  const exercise = await openExercise(page, sort);
  const item = sort.items.at(-1);
  const box = sort.boxes.at(-1);
  const group = exercise.getByRole('group', { name: item!.text });
  await group.getByRole('radio').first().check();
  const grip = exercise
    .getByRole('listitem')
    .filter({ has: page.getByRole('group', { name: item!.text }) })
    .getByTitle('Drag into a box');
  await grip.hover();
  await page.mouse.down();
  const drop = exercise.getByText(box!.title, { exact: true }).last();
  const place = await drop.boundingBox();
  await page.mouse.move(place!.x + 20, place!.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(group.getByRole('radio', exactly(box!.title))).toBeChecked();
  await expect(exercise.getByRole('status').filter({ hasText: `is now in “${box!.title}”.` })).toHaveCount(1);
  await grip.hover();
  await page.mouse.down();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(group.getByRole('radio', exactly(box!.title))).toBeChecked();
});

test.describe('putting in order', () => {
  test(
    'with lists of places: a place given twice is refused, then the order is marked',
    { tag: '@only-no-javascript' },
    async ({ signInAs, watch }, { project }) => {
      watch.allow(400);
      const page = await signInAs(personFor('exercises', project.name));
      const exercise = await openExercise(page, order);
      const mixed = await shownOrder(exercise, order);
      expect(mixed).not.toEqual(order.steps.map((_step, index) => index));
      // What is wrong is told in the order that she sees, which is not the right one.
      const [one, other] = mixed.map((index) => order.steps[index]!.text);
      const placeOf = (text: string) => exercise.getByLabel(`Place of: ${text}`);
      for (const { text } of order.steps) await placeOf(text).selectOption('1');
      await exercise.getByRole('button', exactly('Check my order')).click();
      await expectProblems(page, `“${one}” and “${other}” both have place 1: give one of them another`);
      await expect(placeOf(order.steps[0]!.text)).toHaveValue('1');
      for (const [index, { text }] of order.steps.entries()) await placeOf(text).selectOption(String(index + 1));
      await exercise.getByRole('button', exactly('Check my order')).click();
      await expect(
        exercise.getByText(`${order.steps.length} of ${order.steps.length} right.`, { exact: true }),
      ).toBeVisible();
      for (const { because } of order.steps) await expect(exercise.getByText(because)).toBeVisible();
    },
  );

  test(
    'with buttons, by keyboard alone: the focus stays, and what moved is said',
    { tag: '@phone' },
    async ({ signInAs, isMobile }, { project }) => {
      const page = await signInAs(personFor('exercises', project.name));
      const exercise = await openExercise(page, order);
      for (const [index, { text }] of order.steps.entries()) {
        const up = exercise.getByRole('button', exactly(`Move up: ${text}`));
        await up.focus();
        const at = (await shownOrder(exercise, order)).indexOf(index);
        for (let left = at - index; left > 0; left -= 1) await page.keyboard.press('Enter');
        await expect(up).toBeFocused();
        if (at > index)
          await expect(exercise.getByRole('status')).toHaveText(
            `“${text}” is now in place ${index + 1} of ${order.steps.length}.`,
          );
      }
      expect(await violationsOn(page, isMobile)).toEqual([]);
      await exercise.getByRole('button', { name: /^Check / }).press('Enter');
      await expect(
        exercise.getByText(`${order.steps.length} of ${order.steps.length} right.`, { exact: true }),
      ).toBeInViewport();
    },
  );

  test('by dragging', async ({ signInAs }, { project }) => {
    const page = await signInAs(personFor('exercises', project.name));
    const exercise = await openExercise(page, order);
    const rows = exercise.getByRole('listitem');
    await rows.nth(1).evaluate((row) => row.scrollIntoView({ block: 'center' }));
    const before = await shownOrder(exercise, order);
    const [first, second] = [await rows.nth(0).boundingBox(), await rows.nth(1).boundingBox()];
    await page.mouse.move(first!.x + 15, first!.y + 20);
    await page.mouse.down();
    await page.mouse.move(first!.x + 15, second!.y + second!.height - 5, { steps: 8 });
    await page.mouse.up();
    const [one, two, ...others] = before;
    expect(await shownOrder(exercise, order)).toEqual([two, one, ...others]);
  });
});

test('a whole sorting is done by keyboard alone', async ({ signInAs }, { project }) => {
  const page = await signInAs(personFor('exercises', project.name));
  const exercise = await openExercise(page, sort);
  for (let index = 0; index < sort.items.length; index += 1) {
    const radios = exercise.getByRole('group').nth(index).getByRole('radio');
    await radios.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect(radios.nth(1)).toBeChecked();
  }
  await page.keyboard.press('Tab');
  await expect(exercise.getByRole('button', { name: /^Check / })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(exercise.getByText(/^\d+ of \d+ right\.$/)).toBeInViewport();
});
