import { expect, test } from 'vitest';
import { changedFacts } from '#src/components/portfolio/changedFacts.ts';
import { snapshot } from './snapshots.ts';

const before = snapshot({
  kind: 'observation',
  claims: ['3.1', '3.2'],
  whereShown: { '3.1': '', '3.2': 'first line' },
  details: '{"place":"Court"}',
});

test.each([
  ['nothing', {}, []],
  ['the title', { title: 'Another' }, ['Title: “Another” instead of “Title”.']],
  ['the day', { happenedOn: '2026-11-12' }, ['Day: Thursday 12 November 2026 instead of Tuesday 10 November 2026.']],
  ['a day that was not there', { happenedOn: null }, ['Day: none instead of Tuesday 10 November 2026.']],
  ['an answer', { details: '{"place":"An office"}' }, ['Where was it? “An office” instead of “Court”.']],
  ['an answer that is gone', { details: '{}' }, ['Where was it? nothing instead of “Court”.']],
  ['criteria', { claims: ['3.2', '3.3'] }, ['Criteria added: 3.3.', 'Criteria taken out: 3.1.']],
  ['where one is shown', { whereShown: { '3.2': 'last line' } }, ['Where it is shown, said anew for: 3.2.']],
  ['files', { fileCount: 2 }, ['Files: 2 instead of 0.']],
])('tells that %s changed', (_what, change, facts) => {
  expect(changedFacts(before, { ...before, ...change })).toEqual(facts);
});
