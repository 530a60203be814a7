import { expect, test } from 'vitest';
import { weekFile, weekProblems } from '#src/server/content/weekRules.ts';
import { weekFileSchema } from '#src/domain/week/schema.ts';

const HOLIDAYS = weekFileSchema.parse({
  kind: 'bank_holidays',
  source: 'Somewhere.',
  asOf: '2026-11-22',
  knownUntil: '2026-12-31',
  days: [{ day: '2026-12-25', name: 'Christmas Day' }],
});
const USUAL = weekFileSchema.parse({
  kind: 'default_pattern',
  note: 'Nobody knows.',
  days: [[], [], [], [], [], [], []],
});
const filed = (name: string, value: typeof HOLIDAYS) => ({
  file: `src/content/week/${name}.json`,
  name,
  value,
  lineOf: () => 2,
});

test('both files, each called after what it holds, are all there is to want', () => {
  const files = [filed('bank-holidays', HOLIDAYS), filed('default-pattern', USUAL)];
  expect(weekProblems(files)).toEqual([]);
  expect(weekFile(files, 'default_pattern')?.note).toBe('Nobody knows.');
});

test('a file that is missing is named, and so is one with another name', () => {
  const found = weekProblems([filed('holidays', HOLIDAYS)]).map(({ file, message }) => `${file}: ${message}`);
  expect(found).toEqual([
    'src/content/week/holidays.json: A file of this kind is called "bank-holidays.json".',
    'src/content/week/default-pattern.json: This file is missing, or cannot be read.',
  ]);
});

test.each([
  ['six days', { days: [[], [], [], [], [], []] }],
  [
    'two places at once',
    {
      days: [
        [
          { place: 'office', part: 'day', startsAt: null, endsAt: null },
          { place: 'court', part: 'morning', startsAt: null, endsAt: null },
        ],
        [],
        [],
        [],
        [],
        [],
        [],
      ],
    },
  ],
  [
    'times without a part that has times',
    { days: [[{ place: 'office', part: 'day', startsAt: '09:00', endsAt: '10:00' }], [], [], [], [], [], []] },
  ],
])('a usual week with %s is refused', (_story, change) => {
  expect(weekFileSchema.safeParse({ ...USUAL, ...change }).success).toBe(false);
});
