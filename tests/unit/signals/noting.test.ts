import { expect, test } from 'vitest';
import { askedFor, isNoted, notingKey } from '#src/components/signals/noting.ts';
import { aSignal } from '../cohorts/cohortStory.ts';

const query = (text: string) => new URLSearchParams(text);
const sent = { noteId: ['id'], traineeId: ['tom'], kind: ['no-sign-in'] };

test.each([
  ['nothing was asked for', {}, '', null],
  ['the address asks for one', {}, 'note=tom.modules-late', 'tom.modules-late'],
  ['a form was sent: what was typed stays with its signal', sent, 'note=tom.modules-late', 'tom.no-sign-in'],
  ['a form was sent without its signal', { noteId: ['id'] }, '', '.'],
])('%s', (_story, posted, address, asked) => {
  expect(askedFor(posted, query(address))).toBe(asked);
});

test('one signal of one trainee is noted, and no other of hers or of that kind', () => {
  const asked = notingKey({ traineeId: 'tom', kind: 'modules-late' });
  expect(isNoted({ asked }, aSignal('tom', 'modules-late'))).toBe(true);
  expect(isNoted({ asked }, aSignal('tom', 'no-sign-in'))).toBe(false);
  expect(isNoted({ asked }, aSignal('amara', 'modules-late'))).toBe(false);
  expect(isNoted({ asked: null }, aSignal('tom', 'modules-late'))).toBe(false);
});
