import { describe, expect, test } from 'vitest';
import { dayOrEmpty, timeOrEmpty, typedTime } from '#src/actions/typedFields.ts';
import { typedDay } from '#src/actions/typedText.ts';

const wordsOf = (result: { error?: { issues: readonly { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

describe('a day that was typed', () => {
  test.each(['2020-01-01', '2026-11-22', '2028-02-29', '2099-12-31'])('%s is kept as it is', (day) => {
    expect(typedDay('Give the day').parse(day)).toBe(day);
  });

  test.each(['0500-01-01', '0999-12-31', '2019-12-31', '2100-01-01', '9999-12-31'])(
    '%s is no year of any programme',
    (day) => {
      expect(wordsOf(typedDay('Give the day').safeParse(day))).toEqual(['Give a day between 2020 and 2099']);
    },
  );

  test.each(['', '2026-02-29', '2026-13-01', '22/11/2026', 'tomorrow', '2026-11-22T10:00', ' 2026-11-22'])(
    '"%s" is no day',
    (text) => {
      expect(wordsOf(typedDay('Give the day').safeParse(text))).toContain('Give the day');
    },
  );

  test('may be left empty where the form says so, and is still a day of the programme otherwise', () => {
    const day = dayOrEmpty('Give a day');
    expect([day.parse(''), day.parse(null), day.parse(undefined), day.parse('2027-01-31')]).toEqual([
      '',
      '',
      '',
      '2027-01-31',
    ]);
    expect(day.safeParse('9999-12-31').success).toBe(false);
    expect(wordsOf(day.safeParse('soon'))).toContain('Give a day');
  });
});

describe('a time that was typed', () => {
  test.each([
    ['09:30', '09:30'],
    ['09:30:00', '09:30'],
    [' 23:59 ', '23:59'],
  ])('"%s" is %s', (typed, time) => {
    expect([typedTime('Give the time').parse(typed), timeOrEmpty.parse(typed)]).toEqual([time, time]);
  });

  test.each(['24:00', '9:30', '12:60', 'noon'])('"%s" is none', (typed) => {
    expect(wordsOf(typedTime('Give the time').safeParse(typed))).toEqual(['Give the time']);
    expect(timeOrEmpty.safeParse(typed).success).toBe(false);
  });

  test('left empty is no time where the form allows it', () => {
    expect([timeOrEmpty.parse(''), timeOrEmpty.parse(null)]).toEqual([null, null]);
    expect(typedTime('Give the time').safeParse('').success).toBe(false);
  });
});
