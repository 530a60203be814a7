import { expect, test } from 'vitest';
import { tagHtml } from '#src/components/ui/tagHtml.ts';
import { TAG_KINDS, tagLook } from '#src/components/ui/tagKinds.ts';

test.each(TAG_KINDS)('the status %s is its word behind its shape, in its colour', (kind) => {
  const { words, shape, colour } = tagLook(kind);
  const { text } = tagHtml(kind);
  expect(text.startsWith(`<strong class="govuk-tag govuk-tag--${colour}">`)).toBe(true);
  expect(text.endsWith(`${words}</strong>`)).toBe(true);
  expect(text.includes(`d="${shape}"`)).toBe(shape !== '');
});

test('words that are given stand instead of its own, as text', () => {
  const { text } = tagHtml('plain', '<b>2</b> & more');
  expect(text).toBe('<strong class="govuk-tag govuk-tag--grey">&lt;b&gt;2&lt;/b&gt; &amp; more</strong>');
});
