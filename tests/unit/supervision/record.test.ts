import { describe, expect, test } from 'vitest';
import { supervisionSignatureBody } from '#src/domain/ledger/entryBody.ts';
import { factsText, readFacts, type ReviewFacts } from '#src/domain/supervision/facts.ts';
import { type ReviewRecord, reviewText } from '#src/domain/supervision/record.ts';
import {
  changeProblem,
  dueOnProblem,
  heldOnProblem,
  mayRemove,
  meetingDayProblem,
} from '#src/domain/supervision/writing.ts';
import { clashWords } from '#src/domain/supervision/clashWords.ts';

const AT = new Date('2026-11-22T10:00:00.400Z');
const action = { id: 'b', position: 1, words: 'Ask for cover.', part: 'manager' as const, dueOn: '2026-12-01' };
const RECORD: ReviewRecord = {
  id: 'review',
  traineeId: 'amara',
  meetingId: null,
  heldOn: '2026-11-20',
  facts: '{}',
  notes: 'We talked. Tŷ 🏠',
  createdBy: 'ruth',
  createdAt: AT,
  savedBy: 'kerry',
  savedAt: AT,
  actions: [action],
};
const FACTS: ReviewFacts = {
  version: 1,
  madeOn: '2026-11-20',
  progress: { sentence: 'On track', late: [] },
  caseload: { sentence: '435 points available', isOver: false, agreement: null, objections: [] },
  studyTime: {
    from: '2026-10-24',
    to: '2026-11-20',
    entitledMinutes: 1776,
    plannedMinutes: 1776,
    takenMinutes: 1332,
    lostMinutes: 444,
    madeUpMinutes: 0,
    lostByCause: [{ cause: 'duty_cover', minutes: 444 }],
  },
  evidence: { returned: 0, waiting: 1, signed: 2 },
  placements: [],
  actions: [],
  sharedWellbeing: [],
};

describe('the one text of a record', () => {
  const text = reviewText(RECORD);

  test('is the same however the actions are ordered and whatever part of a second it was', () => {
    const two = { ...action, id: 'a', position: 2 };
    const one = reviewText({ ...RECORD, actions: [action, two] });
    expect(reviewText({ ...RECORD, actions: [two, action], savedAt: new Date('2026-11-22T10:00:00Z') })).toBe(one);
  });

  test.each<[string, Partial<ReviewRecord>]>([
    ['the notes', { notes: 'We talked. Tŷ 🏠 ' }],
    ['the agenda', { facts: '{"version":1}' }],
    ['the day', { heldOn: '2026-11-21' }],
    ['the meeting', { meetingId: 'meeting' }],
    ['whose it is', { traineeId: 'tom' }],
    ['who began it', { createdBy: 'kerry' }],
    ['who wrote last', { savedBy: 'ruth' }],
    ['when it was written', { savedAt: new Date('2026-11-22T10:00:01Z') }],
    ['an action less', { actions: [] }],
    ['the words of an action', { actions: [{ ...action, words: 'Ask.' }] }],
    ['who does it', { actions: [{ ...action, part: 'trainee' }] }],
    ['by when', { actions: [{ ...action, dueOn: '2026-12-02' }] }],
  ])('is another one where %s differs', (_what, change) => {
    expect(reviewText({ ...RECORD, ...change })).not.toBe(text);
  });

  test('does not change when an action is ticked off', () => {
    const ticked = { ...action, doneAt: AT, doneBy: 'kerry' };
    expect(reviewText({ ...RECORD, actions: [ticked] })).toBe(text);
  });
});

test('an entry of the ledger holds ids and hashes only', () => {
  const body = supervisionSignatureBody({
    viewerId: 'ruth',
    sessionRef: '0123456789abcdef',
    factorAt: AT,
    review: { ...RECORD, sha256: 'f'.repeat(64) },
    part: 'tutor',
    at: AT,
  });
  expect(body).toEqual({
    type: 'supervision_signature',
    version: 1,
    signedBy: 'ruth',
    sessionRef: '0123456789abcdef',
    factor: 'password',
    factorAt: '2026-11-22T10:00:00Z',
    traineeId: 'amara',
    reviewId: 'review',
    reviewSha256: 'f'.repeat(64),
    part: 'tutor',
    at: '2026-11-22T10:00:00Z',
  });
});

describe('the agenda', () => {
  test('is read back as it was kept', () => {
    expect(readFacts(factsText(FACTS))).toEqual(FACTS);
  });

  test.each([
    ['no JSON', 'rubbish'],
    ['a version to come', JSON.stringify({ ...FACTS, version: 2 })],
    ['something added', JSON.stringify({ ...FACTS, wellbeing: 'private' })],
    ['a fraction', JSON.stringify({ ...FACTS, evidence: { returned: 0.5, waiting: 0, signed: 0 } })],
  ])('that is %s is not read', (_what, text) => {
    expect(readFacts(text)).toBeNull();
  });

  test('takes no figure that is not whole', () => {
    expect(() => factsText({ ...FACTS, evidence: { returned: 0, waiting: 0.5, signed: 0 } })).toThrow();
  });
});

describe('what may be written, and when', () => {
  test('nothing once somebody has signed', () => {
    expect(changeProblem({ signatures: [] })).toBeNull();
    expect(changeProblem({ signatures: ['one'] })?.code).toBe('conflict');
  });

  test.each([
    ['2026-11-22', null],
    ['2026-09-23', null],
    ['2026-09-22', /within 60 days/],
    ['2027-01-21', null],
    ['2027-01-22', /at most 60 days before/],
  ])('a record of a review held on %s', (day, words) => {
    const problem = heldOnProblem(day, '2026-11-22');
    if (words === null) expect(problem).toBeNull();
    else expect(problem).toMatch(words);
  });

  test('an action is due between the meeting and a year from now', () => {
    const when = { heldOn: '2026-11-20', today: '2026-11-22' };
    expect(dueOnProblem('2026-11-20', when)).toBeNull();
    expect(dueOnProblem('2026-11-19', when)).toMatch(/before the meeting/);
    expect(dueOnProblem('2027-11-24', when)).toMatch(/within a year/);
  });

  test('a meeting is planned for today or later, and within a year', () => {
    expect(meetingDayProblem('2026-11-22', '2026-11-22')).toBeNull();
    expect(meetingDayProblem('2026-11-21', '2026-11-22')).toMatch(/to come/);
    expect(meetingDayProblem('2027-11-24', '2026-11-22')).toMatch(/within a year/);
  });

  test.each([
    ['by whoever began it', { createdBy: 'ruth', savedBy: 'ruth', readyAt: null }, true],
    ['not by another', { createdBy: 'kerry', savedBy: 'ruth', readyAt: null }, false],
    ['not once another has written in it', { createdBy: 'ruth', savedBy: 'kerry', readyAt: null }, false],
    ['not once it is ready to sign', { createdBy: 'ruth', savedBy: 'ruth', readyAt: AT }, false],
  ])('a record is taken away %s', (_story, review, allowed) => {
    expect(mayRemove({ id: 'ruth' }, review)).toBe(allowed);
  });

  test.each([
    [{ why: 'placement', place: 'HMP Fernhill' } as const, /placement on that day: HMP Fernhill/],
    [{ why: 'away', place: 'leave' } as const, /a day of leave/],
    [{ why: 'away', place: 'not_working' } as const, /not a working day/],
    [{ why: 'pause' } as const, /stands still/],
  ])('a clash says what it is, and the way on: %j', (clash, words) => {
    expect(clashWords(clash)).toMatch(words);
    expect(clashWords(clash)).toMatch(/or plan it all the same$/);
  });
});
