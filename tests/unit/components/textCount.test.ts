import { describe, expect, test } from 'vitest';
import { type CountUnit, countMessage, countText } from '#src/components/ui/textCount.ts';

describe('how long a text is', () => {
  test.each<[string, string, CountUnit, number]>([
    ['nothing typed', '', 'characters', 0],
    ['blanks count as characters', 'a b ', 'characters', 4],
    ['a line end counts once, however it is sent', 'a\r\nb\nc', 'characters', 5],
    ['no word', ' \n ', 'words', 0],
    ['words, whatever stands between them', ' One\ntwo,  three—four ', 'words', 4],
    ['a word with a sign in it as one', 'It’s well-being, 1.4', 'words', 3],
    ['signs alone as none', '- – …', 'words', 0],
  ])('%s', (_story, text, unit, count) => {
    expect(countText(text, unit)).toBe(count);
  });
});

describe('the line under the field', () => {
  test.each<[string, number | null, number, CountUnit, string]>([
    ['before anything is typed', null, 12_000, 'characters', 'You can write up to 12,000 characters.'],
    ['room for many', 10, 2000, 'characters', 'You have 1,990 characters left.'],
    ['room for one', 1999, 2000, 'characters', 'You have 1 character left.'],
    ['full', 200, 200, 'words', 'You have 0 words left.'],
    ['one too many', 201, 200, 'words', 'You have 1 word too many.'],
    ['far too many', 5000, 2000, 'characters', 'You have 3,000 characters too many.'],
  ])('%s', (_story, count, max, unit, line) => {
    expect(countMessage(count, max, unit)).toBe(line);
  });
});
