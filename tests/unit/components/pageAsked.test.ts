import { expect, test } from 'vitest';
import { pageAsked } from '#src/domain/pageAsked.ts';

test.each([
  ['', 1],
  ['page=2', 2],
  ['page=0', 1],
  ['page=-1', 1],
  ['page=1.5', 1],
  ['page=x', 1],
  ['page=99999999999', 1],
])('the page that an address asks for with “%s” is %i', (query, page) => {
  expect(pageAsked(new URLSearchParams(query))).toBe(page);
});
