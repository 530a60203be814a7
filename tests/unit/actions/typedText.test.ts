import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { orEmpty, typedText } from '#src/actions/typedText.ts';

const read = (text: unknown, maximum = 10) => typedText(maximum).safeParse(text);

describe('text that somebody typed', () => {
  test.each([
    ['as it is, blanks and all', '  a b  ', '  a b  '],
    ['line ends of a browser become one character', 'a\r\nb\r\n\r\nc', 'a\nb\n\nc'],
    ['a lone carriage return stays', 'a\rb', 'a\rb'],
    ['line ends that Word makes within a paragraph become one too', 'a\vb', 'a\nb'],
    ['an empty field, as Astro reads it', null, ''],
    ['a field that was not sent', undefined, ''],
  ])('is kept %s', (_story, sent, kept) => {
    expect(read(sent)).toEqual({ success: true, data: kept });
  });

  test('is measured as it is kept: ten characters fit, also with line ends', () => {
    expect(read('aaaa\r\nbbbbb').success).toBe(true);
    expect(read('aaaaabbbbbb').success).toBe(false);
  });

  test('is refused whole where it is too long, with the number in words', () => {
    const refused = read('x'.repeat(15_001), 15_000);
    expect(refused.error?.issues.map(({ message }) => message)).toEqual([
      'Keep it under 15,000 characters; nothing was cut off',
    ]);
  });

  test.each([[42], [['a']], [{}]])('is not %j', (sent) => {
    expect(read(sent).success).toBe(false);
  });
});

test('a field that may be left empty still keeps its own rule', () => {
  const shout = orEmpty(z.string().toUpperCase().max(3));
  expect(shout.parse(null)).toBe('');
  expect(shout.parse('abc')).toBe('ABC');
  expect(shout.safeParse('abcd').success).toBe(false);
});
