import { describe, expect, test } from 'vitest';
import { checklist, openPreparations } from '#src/domain/peerSessions/checklist.ts';
import { hasPart, rolesToTake, whyNotTake } from '#src/domain/peerSessions/parts.ts';
import { rolesWords } from '#src/domain/peerSessions/partWords.ts';
import { addressProblem, isSamePlan, noteKept, noteProblem } from '#src/domain/peerSessions/planForm.ts';
import { planGaps, sessionState, whyPlanFixed } from '#src/domain/peerSessions/planning.ts';

const AT = new Date('2026-11-20T12:00:00Z');
const TODAY = '2026-11-22';
const on = (day: string, change: { heldAt?: Date; cancelledAt?: Date } = {}) => ({
  day,
  heldAt: null,
  cancelledAt: null,
  ...change,
});

describe('where a session stands', () => {
  test.each([
    ['tomorrow', on('2026-11-23'), 'coming', false],
    ['today', on(TODAY), 'today', false],
    ['yesterday, and nobody closed it', on('2026-11-21'), 'past', true],
    ['held', on(TODAY, { heldAt: AT }), 'held', true],
    ['cancelled, although it is to come', on('2026-12-01', { cancelledAt: AT }), 'cancelled', true],
  ] as const)('%s', (_story, session, state, isFixed) => {
    expect(sessionState(session, TODAY)).toBe(state);
    expect(whyPlanFixed(session, TODAY) !== null).toBe(isFixed);
  });

  test('what is missing of a plan; “nothing hard” is said, silence is not', () => {
    const plan = { format: null, title: '', aim: '', contentNote: null };
    expect(planGaps(plan)).toEqual(['format', 'title', 'aim', 'contentNote']);
    expect(planGaps({ format: 'teach_back', title: 'Recall', aim: 'You can …', contentNote: '' })).toEqual([]);
  });
});

describe('the content note', () => {
  test.each([
    ['words', { contentNote: ' About loss. ', nothingHard: false }, 'About loss.', true],
    ['ticked', { contentNote: '', nothingHard: true }, '', true],
    ['neither', { contentNote: ' ', nothingHard: false }, null, true],
    ['both', { contentNote: 'About loss.', nothingHard: true }, 'About loss.', false],
  ])('%s', (_story, typed, kept, isFine) => {
    expect(noteKept(typed)).toBe(kept);
    expect(noteProblem(typed) === null).toBe(isFine);
  });

  test('a plan that was sent twice is the same plan', () => {
    const plan = { format: 'teach_back', title: 'Recall', aim: '', contentNote: '', guest: '' } as const;
    expect(isSamePlan(plan, { ...plan })).toBe(true);
    expect(isSamePlan(plan, { ...plan, contentNote: null })).toBe(false);
  });
});

describe('the address of something to read', () => {
  test.each([
    ['https://www.gov.uk/some/page', true],
    ['http://www.gov.uk/page', false],
    ['www.gov.uk', false],
    ['javascript:alert(1)', false],
    ['data:text/html,hello', false],
    ['https://name:secret@www.gov.uk/', false],
    ['https://localhost/page', false],
    ['https://127.0.0.1/page', false],
    ['https://[::1]/page', false],
  ])('%s', (address, isFine) => {
    expect(addressProblem(address) === null).toBe(isFine);
  });
});

const FORMAT = {
  roles: [
    { role: 'leader', does: 'Leads.' },
    { role: 'presenter', does: 'Presents.' },
    { role: 'timekeeper', does: 'Keeps the time.' },
  ],
  preparation: [
    { id: 'aim', daysBefore: 21, text: 'Write the aim' },
    { id: 'send-out', daysBefore: 7, text: 'Send it out' },
    { id: 'thanks', daysBefore: 0, text: 'Say thank you' },
  ],
} as const;
const format = { roles: [...FORMAT.roles], preparation: [...FORMAT.preparation] };

describe('the checklist', () => {
  const done = [{ item: 'send-out', personId: 'chloe', name: 'Chloe Winter', doneAt: AT }];

  test('every line has a day, and says who did it or that it is late', () => {
    const items = checklist(format, '2026-12-08', { done, today: TODAY });
    expect(items.map(({ id, dueOn, done: who, isLate }) => [id, dueOn, who?.name ?? null, isLate])).toEqual([
      ['aim', '2026-11-17', null, true],
      ['send-out', '2026-12-01', 'Chloe Winter', false],
      ['thanks', '2026-12-08', null, false],
    ]);
  });

  test('a line that is due today is not late yet', () => {
    const [aim] = checklist(format, '2026-12-13', { done: [], today: TODAY });
    expect([aim?.dueOn, aim?.isLate]).toEqual([TODAY, false]);
  });

  test('what is open comes in its order; no format, no checklist', () => {
    expect(openPreparations(format, '2026-12-08', ['aim']).map(({ id }) => id)).toEqual(['send-out', 'thanks']);
    expect(openPreparations(null, '2026-12-08', [])).toEqual([]);
  });
});

describe('roles', () => {
  const parts = [
    { traineeId: 'amara', name: 'Amara Okafor', role: 'leader' },
    { traineeId: 'chloe', name: 'Chloe Winter', role: 'timekeeper' },
  ] as const;

  test('members take every role of the format but the leader’s', () => {
    expect(rolesToTake(format)).toEqual(['presenter', 'timekeeper']);
    expect(rolesToTake(null)).toEqual([]);
  });

  test.each([
    ['a free one', 'presenter', 'dev', format, null],
    ['her own once more', 'timekeeper', 'chloe', format, null],
    ['somebody else’s', 'timekeeper', 'dev', format, 'Chloe Winter has taken this role in the meantime.'],
    ['one that the format does not have', 'host_of_guest', 'dev', format, 'This format has no such role.'],
    ['one before there is a format', 'presenter', 'dev', null, 'The format comes first: its roles follow from it.'],
  ] as const)('she takes %s', (_story, role, who, given, problem) => {
    expect(whyNotTake(role, who, { format: given, parts })).toBe(problem);
  });

  test('whoever has one prepares the session', () => {
    expect([hasPart(parts, 'chloe'), hasPart(parts, 'dev')]).toEqual([true, false]);
  });

  test('they read as a sentence', () => {
    expect(rolesWords(['leader', 'timekeeper'])).toBe('lead it and keep the time');
    expect(rolesWords(['presenter'])).toBe('present');
    expect(rolesWords([])).toBe('');
  });
});
