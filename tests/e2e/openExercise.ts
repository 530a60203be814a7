import type { Locator, Page } from '@playwright/test';
import type { OrderExercise, Scenario, SortExercise } from '#src/domain/exercises/schema.ts';
import type { Choice } from '#src/domain/exercises/work.ts';
import { moduleOf } from '../support/exercises.ts';
import { expect } from '../support/journey.ts';

/** A name as it is written, and not as a part of another. */
export const exactly = (name: string) => ({ name, exact: true });

/** Opens the module of an exercise, past the card that may stand before it, and gives back the exercise. */
export async function openExercise(
  page: Page,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<Locator> {
  await page.goto(`/modules/${moduleOf(id)}?begin`);
  const exercise = page.getByRole('region', { name: title, exact: true });
  await exercise.scrollIntoViewIfNeeded();
  return exercise;
}

/** Makes choices one after the other; what happens after each is in view. */
export async function goTheWay(exercise: Locator, { steps }: Scenario, choices: readonly Choice[]): Promise<void> {
  for (const { stepId, choiceId } of choices) {
    const choice = steps.find(({ id }) => id === stepId)?.choices.find(({ id }) => id === choiceId);
    await exercise.getByRole('button', exactly(choice?.text ?? '')).click();
    if (choice?.after) await expect(exercise.getByText(choice.after)).toBeInViewport();
  }
}

/** The choices on the way through a scenario, as they are listed. */
export const wayOn = (exercise: Locator) =>
  exercise.getByRole('list', { name: 'Your way so far' }).getByRole('listitem');

/** Puts things into boxes by their radio buttons: into their own box, or into the one after it. */
export async function sortBy(
  exercise: Locator,
  { boxes, items }: SortExercise,
  isRight: (index: number) => boolean,
): Promise<void> {
  for (const [index, item] of items.entries()) {
    const box = boxes.findIndex(({ id }) => id === item.box) + (isRight(index) ? 0 : 1);
    const group = exercise.getByRole('group', { name: item.text });
    await group.getByRole('radio', exactly(boxes[box % boxes.length]?.title ?? '')).check();
  }
}

/** The steps as they stand on the page, each by its place in the right order, from 0. */
export async function shownOrder(exercise: Locator, { steps }: OrderExercise): Promise<number[]> {
  const texts = await exercise.getByRole('listitem').allInnerTexts();
  return texts.map((text) => steps.findIndex((step) => text.includes(step.text)));
}
