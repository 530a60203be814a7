import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#src/domain/errors.ts';
import { markOrder, markSort, mixedSteps, orderedSteps, placedItems, sortFor } from '#src/domain/exercises/mark.ts';
import { afterOrder, afterSort } from '#src/domain/exercises/trying.ts';
import { hasOwnWords } from '#src/domain/exercises/comparing.ts';
import { ORDER, SORT } from './samples.ts';

function fieldsRefused(run: () => unknown): Readonly<Record<string, string>> {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.fields;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const ALL_RIGHT = { missed: 'fact', rang: 'fact', lazy: 'opinion', worse: 'opinion' };
const places = (...list: string[]) => new Map(ORDER.steps.map(({ id }, index) => [id, list[index] ?? '']));

describe('sorting is marked thing by thing', () => {
  test.each([
    ['all right', {}, 4, []],
    ['one in the wrong box', { rang: 'opinion' }, 3, ['rang']],
    [
      'all wrong',
      { missed: 'opinion', rang: 'opinion', lazy: 'fact', worse: 'fact' },
      0,
      ['missed', 'rang', 'lazy', 'worse'],
    ],
  ])('%s', (_story, change, correct, wrong) => {
    const { correctCount, parts } = markSort(SORT, { ...ALL_RIGHT, ...change });
    expect(correctCount).toBe(correct);
    expect(parts.filter((part) => !part.correct).map(({ id }) => id)).toEqual(wrong);
    expect(parts.map(({ because }) => because)).toEqual(SORT.items.map(({ because }) => because));
  });

  test.each([
    ['nothing at all', {}, ['missed', 'rang', 'lazy', 'worse']],
    ['all but one', { ...ALL_RIGHT, lazy: undefined }, ['lazy']],
    ['a box that there is not', { ...ALL_RIGHT, rang: 'attic' }, ['rang']],
  ])('%s is refused, with a sentence for each thing that has no box', (_story, sent, missing) => {
    const given = new Map(Object.entries(sent as Record<string, string>));
    const fields = fieldsRefused(() => placedItems(SORT, given));
    expect(Object.keys(fields)).toEqual(missing.map((id) => `parole-recall-sort__${id}`));
    const number = SORT.items.findIndex(({ id }) => id === missing[0]) + 1;
    expect(Object.values(fields)[0]).toBe(`Number ${number}: choose a box.`);
  });
});

describe('an order is marked place by place', () => {
  test.each([
    ['all right', ['ask', 'weigh', 'agree', 'write'], 4],
    ['two changed about', ['weigh', 'ask', 'agree', 'write'], 2],
    ['all one place on', ['write', 'ask', 'weigh', 'agree'], 0],
  ])('%s', (_story, order, correct) => {
    const { correctCount, parts } = markOrder(ORDER, order);
    expect(correctCount).toBe(correct);
    expect(parts.map(({ because }) => because)).toEqual(order.map((id) => `Because ${id}`));
  });

  test('the places given say the order, whatever order they come in', () => {
    expect(orderedSteps(ORDER, places('3', '1', '4', '2'))).toEqual(['weigh', 'write', 'ask', 'agree']);
  });

  test.each([
    ['no place', places('', '2', '3', '4'), { ask: 'Choose a place from 1 to 4 for “Do ask”' }],
    ['a place beyond the last', places('5', '2', '3', '4'), { ask: 'Choose a place from 1 to 4 for “Do ask”' }],
    ['something that is no place', places('first', '2', '3', '4'), { ask: 'Choose a place from 1 to 4 for “Do ask”' }],
    [
      'one place twice',
      places('1', '2', '2', '4'),
      {
        weigh: '“Do weigh” and “Do agree” both have place 2: give one of them another',
        agree: '“Do agree” and “Do weigh” both have place 2: give one of them another',
      },
    ],
  ])('%s is refused at its step', (_story, sent, sentences) => {
    const fields = Object.entries(sentences).map(([id, words]) => [`parole-recall-order__${id}`, words]);
    expect(fieldsRefused(() => orderedSteps(ORDER, sent))).toEqual(Object.fromEntries(fields));
  });
});

describe('a try', () => {
  const wrong = { ...ALL_RIGHT, rang: 'opinion' };

  test('counts, the best one stays, and the same again is the same try', () => {
    const first = afterSort(SORT, null, ALL_RIGHT);
    expect(first).toEqual({ kind: 'sort', tries: 1, bestCorrect: 4, last: ALL_RIGHT });
    const second = afterSort(SORT, first, wrong);
    expect(second).toMatchObject({ tries: 2, bestCorrect: 4, last: wrong });
    expect(afterSort(SORT, second, { ...wrong })).toBe(second);
    const ordered = afterOrder(ORDER, null, ['weigh', 'ask', 'agree', 'write']);
    expect(ordered).toMatchObject({ tries: 1, bestCorrect: 2 });
    expect(afterOrder(ORDER, ordered, ['weigh', 'ask', 'agree', 'write'])).toBe(ordered);
    expect(afterOrder(ORDER, ordered, ['write', 'ask', 'weigh', 'agree'])).toMatchObject({ tries: 2, bestCorrect: 2 });
  });

  test('at a version with other things is the first at this one', () => {
    const older = { kind: 'sort' as const, tries: 5, bestCorrect: 6, last: { gone: 'fact' } };
    expect(afterSort(SORT, older, wrong)).toMatchObject({ tries: 1, bestCorrect: 3 });
    const olderOrder = { kind: 'order' as const, tries: 5, bestCorrect: 3, last: ['ask', 'weigh', 'agree'] };
    expect(afterOrder(ORDER, olderOrder, ['ask', 'weigh', 'agree', 'write'])).toMatchObject({
      tries: 1,
      bestCorrect: 4,
    });
  });
});

describe('what is shown first is mixed', () => {
  const person = fc.string();

  test('the same way for the same person each time, with nothing missing', () => {
    fc.assert(
      fc.property(person, (id) => {
        expect(mixedSteps(ORDER, id)).toEqual(mixedSteps(ORDER, id));
        expect(new Set(mixedSteps(ORDER, id))).toEqual(new Set(ORDER.steps));
        expect(new Set(sortFor(SORT, id).items)).toEqual(new Set(SORT.items));
      }),
    );
  });

  test('never in the right order', () => {
    fc.assert(
      fc.property(person, (id) => {
        expect(mixedSteps(ORDER, id)).not.toEqual(ORDER.steps);
      }),
    );
  });

  test('not for everybody alike', () => {
    const orders = Array.from({ length: 40 }, (_one, index) =>
      mixedSteps(ORDER, `trainee-${index}`)
        .map(({ id }) => id)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(10);
  });
});

test.each([
  ['nothing', '', false],
  ['a few words too few', 'They both say he is calm.', false],
  ['signs are no words', '- - - - - - - - - -', false],
  ['eight words', 'Both of them say that he’s calm now.', true],
])('what others noticed waits for words of her own: %s', (_story, text, expected) => {
  expect(hasOwnWords(text)).toBe(expected);
});
