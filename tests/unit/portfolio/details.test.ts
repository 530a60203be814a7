import { describe, expect, test } from 'vitest';
import {
  answerWords,
  DETAIL_NAMES,
  detailProblems,
  detailsOf,
  detailsText,
  fieldsOf,
} from '#src/domain/portfolio/details.ts';
import { KIND_WORDS } from '#src/domain/portfolio/kinds.ts';
import { EVIDENCE_KINDS, type EvidenceKind, RECORD_KINDS } from '#src/domain/portfolio/words.ts';

const WHOLE: Record<EvidenceKind, Record<string, string>> = {
  reflective_account: {},
  professional_discussion: { withWhom: 'My practice assessor', minutes: '40' },
  observation: { place: 'An interview room', observedBy: 'A senior colleague' },
  witness_testimony: { witness: 'A hostel manager' },
  work_product: { system: 'The case record', seenBy: 'My line manager', seenOn: '2026-11-12' },
  assignment: { assignment: 'Essay on desistance' },
  prior_learning: { award: 'Youth work, level 4', awardedBy: 'A college' },
};
const today = '2026-11-22';

describe('what a kind of evidence asks beside its text', () => {
  test.each(EVIDENCE_KINDS)('%s: every field is asked for, unless it may stay empty', (kind) => {
    expect(detailProblems({ kind, details: WHOLE[kind], today })).toEqual({});
    const needed = fieldsOf(kind).filter(({ missing }) => missing !== null);
    expect(detailProblems({ kind, details: {}, today })).toEqual(
      Object.fromEntries(needed.map(({ name, missing }) => [name, missing])),
    );
  });

  test('no two fields of any kinds have the same name, and none is called like a field of every draft', () => {
    expect(new Set(DETAIL_NAMES).size).toBe(DETAIL_NAMES.length);
    expect(
      DETAIL_NAMES.filter((name) => ['id', 'title', 'text', 'criteria', 'happenedOn', 'kind'].includes(name)),
    ).toEqual([]);
  });

  test('an assessor who writes the record down is not asked who she is, and a trainee not what only an assessor knows', () => {
    const names = (by: 'trainee' | 'assessor') =>
      RECORD_KINDS.flatMap((kind) => fieldsOf(kind, by).map(({ name }) => name));
    expect(names('assessor')).not.toContain('observedBy');
    expect(names('assessor')).not.toContain('withWhom');
    expect(names('assessor')).toContain('observedMinutes');
    expect(names('trainee')).not.toContain('observedMinutes');
  });

  test.each([
    ['0', 'Give whole minutes, from 1 to 480'],
    ['481', 'Give whole minutes, from 1 to 480'],
    ['an hour', 'Give whole minutes, from 1 to 480'],
    ['1.5', 'Give whole minutes, from 1 to 480'],
  ])('a discussion of “%s” minutes is refused', (minutes, words) => {
    const details = { ...WHOLE.professional_discussion, minutes };
    expect(detailProblems({ kind: 'professional_discussion', details, today })).toEqual({ minutes: words });
  });

  test.each([
    ['2026-11-23', 'Give a day that is not in the future'],
    ['2026-02-30', 'Give a day that there was'],
    ['1959-12-31', 'Give a day that there was'],
    ['yesterday', 'Give a day that there was'],
  ])('a work product seen on %s is refused', (seenOn, words) => {
    const details = { ...WHOLE.work_product, seenOn };
    expect(detailProblems({ kind: 'work_product', details, today })).toEqual({ seenOn: words });
  });

  test('an answer has two hundred characters at most, and none that cannot be kept', () => {
    const place = (text: string) =>
      detailProblems({ kind: 'observation', details: { ...WHOLE.observation, place: text }, today });
    expect(place('x'.repeat(200))).toEqual({});
    expect(place('x'.repeat(201))).toEqual({ place: 'Keep it under 200 characters' });
    expect(place('half \ud83c')).toEqual({ place: '“Where was it?” has a character in it that cannot be kept' });
  });
});

describe('details as they are kept', () => {
  test('are trimmed, in the order of the fields, without what is empty or of another kind', () => {
    const typed = { seenBy: ' My assessor ', system: 'The case record', seenOn: '', place: 'Court', writerId: 'tom' };
    expect(detailsText('work_product', typed)).toBe('{"system":"The case record","seenBy":"My assessor"}');
  });

  test.each(['', '[]', '{"a":1}', 'null', '{"a"', '"text"'])('what is no such JSON gives none: %s', (json) => {
    expect(detailsOf(json)).toEqual({});
  });

  test('come back as they were kept', () => {
    expect(detailsOf(detailsText('assignment', WHOLE.assignment))).toEqual(WHOLE.assignment);
  });

  test('are read in words', () => {
    expect(answerWords({ type: 'day' }, '2026-11-12')).toBe('Thursday 12 November 2026');
    expect(answerWords({ type: 'minutes' }, '1')).toBe('1 minute');
    expect(answerWords({ type: 'minutes' }, '40')).toBe('40 minutes');
    expect(answerWords({ type: 'text' }, 'A court')).toBe('A court');
  });
});

test('every kind says in one sentence what it is for', () => {
  const purposes = EVIDENCE_KINDS.map((kind) => KIND_WORDS[kind].purpose);
  expect(new Set(purposes).size).toBe(EVIDENCE_KINDS.length);
  expect(purposes.filter((purpose) => !purpose.endsWith('.'))).toEqual([]);
});
