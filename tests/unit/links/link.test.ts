import { describe, expect, test } from 'vitest';
import { linkEmail, whatBecame } from '#src/components/links/linkText.ts';
import { isLinkAlive, linkEnd } from '#src/domain/links/link.ts';

const MADE = new Date('2026-11-01T09:00:00Z');
const END = linkEnd(MADE);
const link = { expiresAt: END, revokedAt: null };
const takenBack = { ...link, revokedAt: MADE };
const at = (instant: string) => new Date(instant);

test('a link stands for fourteen days', () => {
  expect(END).toEqual(at('2026-11-15T09:00:00Z'));
});

describe('a link is alive', () => {
  test.each([
    ['right after it was made', link, '2026-11-01T09:00:00Z', true],
    ['a second before its end', link, '2026-11-15T08:59:59Z', true],
    ['at its end: no', link, '2026-11-15T09:00:00Z', false],
    ['once taken back: no', takenBack, '2026-11-02T09:00:00Z', false],
  ])('%s', (_story, life, instant, isAlive) => {
    expect(isLinkAlive(life, at(instant))).toBe(isAlive);
  });
});

test.each([
  ['while it works', link, MADE, 'It works until Sunday 15 November 2026, 9:00am, for one answer.'],
  ['past its end', link, END, 'It stopped working on Sunday 15 November 2026, 9:00am.'],
  ['taken back, whatever its end', takenBack, END, 'It was taken back on Sunday 1 November 2026.'],
])('what became of a link: %s', (_story, life, instant, words) => {
  expect(whatBecame(life, instant)).toBe(words);
});

test('an e-mail survives the address line of an e-mail program', () => {
  const { subject, text, href } = linkEmail('May I & you?', ['Hello', 'Amara & Co', 'Thank you\nRuth']);
  expect(text).toBe('Hello\n\nAmara & Co\n\nThank you\nRuth');
  const query = new URLSearchParams(href.slice('mailto:?'.length));
  expect([...query]).toEqual([
    ['subject', subject],
    ['body', text.replaceAll('\n', '\r\n')],
  ]);
});
