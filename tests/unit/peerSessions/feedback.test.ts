import { describe, expect, test } from 'vitest';
import { canBeTold, feedbackToShow } from '#src/domain/peerSessions/feedback.ts';

const DAY = '2026-11-19';
/** Given one after the other, the last letter first. */
const given = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    helped: String.fromCodePoint('z'.codePointAt(0)! - index),
    suggestion: '',
    givenAt: new Date(Date.UTC(2026, 10, 19, 15, index)),
  }));
const shown = (count: number, today = DAY) => feedbackToShow(given(count), { day: DAY, today }).length;

describe('what people wrote to whoever led', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 3],
    [4, 3],
    [5, 3],
    [6, 6],
  ])('of %d in the week of writing she reads %d, so that none stands alone', (count, expected) => {
    expect(shown(count)).toBe(expected);
  });

  test('all of it is read once the week is over, a single one too', () => {
    expect(shown(1, '2026-11-25')).toBe(0);
    expect(shown(1, '2026-11-26')).toBe(1);
    expect(shown(5, '2026-11-26')).toBe(5);
  });

  test('stands by its words and not by when it came, and without the time', () => {
    const read = feedbackToShow(given(3), { day: DAY, today: DAY });
    expect(read).toEqual([
      { helped: 'x', suggestion: '' },
      { helped: 'y', suggestion: '' },
      { helped: 'z', suggestion: '' },
    ]);
  });

  test('a fourth that comes changes nothing of what she reads until two more have come', () => {
    expect(feedbackToShow(given(4), { day: DAY, today: DAY })).toEqual(
      feedbackToShow(given(3), { day: DAY, today: DAY }),
    );
  });
});

test.each([
  [0, true],
  [2, true],
  [4, true],
  [5, false],
  [16, false],
])('with %i in the room, whoever led among them, it is said that she may know who wrote: %s', (there, isSaid) => {
  expect(canBeTold(there)).toBe(isSaid);
});
