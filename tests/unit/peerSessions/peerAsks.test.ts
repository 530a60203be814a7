import { expect, test } from 'vitest';
import type { WeekFact } from '#src/domain/week/facts.ts';
import { peerAsks } from '#src/domain/week/peerAsks.ts';

const fact = (more: object): WeekFact => ({
  ...{ fact: 'peerAfter', id: 'one', title: 'Recall', day: '2026-11-19', heldAt: 1_795_000_000, attendance: 'there' },
  ...{ isLeader: false, hasIntention: false, hasReview: false, hasFeedback: false, isMember: true },
  ...more,
});
const asks = (more: object, today = '2026-11-20') => peerAsks([fact(more)], today).flatMap((one) => one.asks);

test.each([
  ['a session that she was at', {}, ['intention', 'feedback']],
  ['one that she led and has not closed', { heldAt: null, isLeader: true }, ['close']],
  ['a session of a cohort that she has left', { isMember: false }, []],
  ['one that she said everything about', { hasIntention: true, hasFeedback: true }, []],
])('%s', (_story, more, expected) => {
  expect(asks(more)).toEqual(expected);
});

test('what became of it is asked in another cohort too, because it is hers', () => {
  expect(asks({ isMember: false, hasIntention: true }, '2026-12-19')).toEqual(['review']);
});

test('the newest session comes first, and other facts of the week are passed over', () => {
  const days = peerAsks([fact({ day: '2026-11-12' }), fact({ id: 'two' })], '2026-11-20').map(({ day }) => day);
  expect(days).toEqual(['2026-11-19', '2026-11-12']);
});
