import { describe, expect, test } from 'vitest';
import { describedBy, fieldId } from '#src/components/ui/fieldIds.ts';

test.each([
  ['a plain name stays', 'email', 'email'],
  ['capitals, digits and hyphens stay', 'decision-3_A', 'decision-3_A'],
  ['a full stop would be a class in a selector', 'feedback-3.2', 'feedback-3-2'],
  ['several signs in a row are one hyphen', 'answers[2] (b)', 'answers-2-b-'],
])('the id of a field: %s', (_story, name, id) => {
  expect(fieldId(name)).toBe(id);
});

describe('what describes a field', () => {
  test.each([
    ['nothing', {}, undefined],
    ['an empty hint is none', { hint: '' }, undefined],
    ['a hint', { hint: 'As on your letter' }, 'name-hint'],
    [
      'hint, error and count, in the order they stand',
      { hint: 'h', error: 'e', counted: true },
      'name-hint name-error name-count',
    ],
    ['an error alone', { error: 'Enter a name', counted: false }, 'name-error'],
  ])('%s', (_story, parts, expected) => {
    expect(describedBy('name', parts)).toBe(expected);
  });
});
