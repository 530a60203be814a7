import { expect, test } from 'vitest';
import { FILE_LIMITS, limitReached, LIMIT_WORDS, sizeWords } from '#src/domain/files/limits.ts';

const MEGABYTE = 1024 * 1024;
const nothing = { onItem: 0, keptBytes: 0, today: 0, todayBytes: 0 };

test.each([
  ['the first file', {}, 1, null],
  ['the tenth file of a piece', { onItem: 9 }, 1, null],
  ['the eleventh file of a piece', { onItem: 10 }, 1, 'too_many_on_item'],
  ['the fortieth file of a day', { today: 39 }, 1, null],
  ['the forty-first file of a day', { today: 40 }, 1, 'too_many_today'],
  ['the last byte of a day', { todayBytes: 450 * MEGABYTE }, 50 * MEGABYTE, null],
  ['a byte more than a day holds', { todayBytes: 450 * MEGABYTE + 1 }, 50 * MEGABYTE, 'too_many_today'],
  ['the last byte of a portfolio', { keptBytes: 1023 * MEGABYTE }, MEGABYTE, null],
  ['a byte more than a portfolio holds', { keptBytes: 1023 * MEGABYTE + 1 }, MEGABYTE, 'no_room'],
  ['a full piece on a full day', { onItem: 10, today: 40 }, 1, 'too_many_on_item'],
] as const)('%s', (_story, use, bytes, expected) => {
  expect(limitReached({ ...nothing, ...use }, bytes)).toBe(expected);
});

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1024, '1 KB'],
  [340_000, '332 KB'],
  [1_300_000, '1.2 MB'],
  [9.96 * MEGABYTE, '10 MB'],
  [FILE_LIMITS.bytes, '50 MB'],
])('%d bytes are told as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test('every limit is told before a file is chosen', () => {
  const told = LIMIT_WORDS.join(' ');
  for (const figure of ['50 MB', '10 files', '40 files', '500 MB', '1 GB']) expect(told).toContain(figure);
});
