import { describe, expect, test } from 'vitest';
import { answering, type SwapObstacles, swapProblem, type SwapTerms } from '#src/domain/peerSessions/swaps.ts';

const AT = new Date('2026-11-20T12:00:00Z');
const TODAY = '2026-11-22';
const CLEAR: SwapObstacles = { ofAsked: null, ofAsker: null };
const session = (day: string, leaderId: string | null) => ({ day, leaderId, heldAt: null, cancelledAt: null });
const SWAP: SwapTerms = {
  askedBy: 'ella',
  askedOf: 'femi',
  session: session('2026-12-08', 'ella'),
  inReturn: session('2027-01-12', 'femi'),
};
const problem = (change: Partial<SwapTerms> = {}, obstacles: Partial<SwapObstacles> = {}) =>
  swapProblem({ ...SWAP, ...change }, { ...CLEAR, ...obstacles }, TODAY);

describe('a swap', () => {
  test('nothing stands in its way, with a session in return or without', () => {
    expect(problem()).toBeNull();
    expect(problem({ inReturn: null })).toBeNull();
  });

  test('it can be agreed to on the day itself', () => {
    expect(problem({ session: session(TODAY, 'ella') })).toBeNull();
  });

  test.each([
    ['of a day that is over', { session: session('2026-11-21', 'ella') }, ''],
    ['of a session that was cancelled', { session: { ...SWAP.session, cancelledAt: AT } }, ''],
    ['of a session that was held', { session: { ...SWAP.session, heldAt: AT } }, ''],
    ['of a session that somebody else leads by now', { session: session('2026-12-08', 'dev') }, ''],
    ['of a session that nobody leads', { session: session('2026-12-08', null) }, ''],
    ['with herself', { askedOf: 'ella' }, 'askedOf'],
    ['for a session that is over', { inReturn: session('2026-11-01', 'femi') }, 'inReturnId'],
    ['for a session that another leads', { inReturn: session('2027-01-12', 'dev') }, 'inReturnId'],
  ])('none %s', (_story, change, field) => {
    expect(problem(change)?.field).toBe(field);
  });

  test.each([
    ['whoever is asked is not in the cohort', { ofAsked: 'not_here' }, 'askedOf'],
    ['whoever is asked is on a break that day', { ofAsked: 'on_a_break' }, 'askedOf'],
    ['the programme of whoever is asked is over', { ofAsked: 'over' }, 'askedOf'],
    ['whoever asks is on a break on the day in return', { ofAsker: 'on_a_break' }, 'inReturnId'],
  ] as const)('none where %s', (_story, obstacles, field) => {
    expect(problem({}, obstacles)?.field).toBe(field);
  });

  test('somebody in the first weeks may agree, although the rota asks nobody then', () => {
    expect(problem({}, { ofAsked: 'first_weeks', ofAsker: 'first_weeks' })).toBeNull();
  });
});

describe('an answer', () => {
  test.each([
    ['the first one counts', null, 'agreed', 'do'],
    ['the same again changes nothing', 'agreed', 'agreed', 'done'],
    ['another one comes too late', 'agreed', 'declined', 'late'],
    ['nobody agrees to what was taken back', 'withdrawn', 'agreed', 'late'],
  ] as const)('%s', (_story, stands, answer, what) => {
    expect(answering(stands, answer)).toBe(what);
  });
});
