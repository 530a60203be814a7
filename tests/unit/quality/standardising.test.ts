import { describe, expect, test } from 'vitest';
import {
  compareJudgements,
  comparisonSentence,
  isClosed,
  type Judgement,
  maySeeOthers,
  nameIn,
  withoutNames,
} from '#src/domain/quality/standardising.ts';

const OPEN = { closesOn: '2026-11-19', closedAt: null };

describe('an exercise', () => {
  test.each([
    ['is open on its last day', OPEN, '2026-11-19', false],
    ['is closed the day after', OPEN, '2026-11-20', true],
    ['is closed once somebody closed it', { ...OPEN, closedAt: new Date('2026-11-18T10:00:00Z') }, '2026-11-18', true],
  ])('%s', (_story, exercise, today, closed) => {
    expect(isClosed(exercise, today)).toBe(closed);
  });

  test.each([
    ['nobody while it is open', '2026-11-19', false, false, false],
    ['not even a judge who has judged, while it is open', '2026-11-19', true, true, false],
    ['a judge who has judged, once it is closed', '2026-11-20', true, true, true],
    ['not a judge who has not judged', '2026-11-20', true, false, false],
    ['a quality assurer, once it is closed', '2026-11-20', false, false, true],
  ])('what others judged is seen by %s', (_story, today, isJudge, hasJudged, sees) => {
    expect(maySeeOthers(OPEN, { today, isJudge, hasJudged })).toBe(sees);
  });
});

const judged = (assessorId: string, criterionId: string, outcome: Judgement['outcome']): Judgement => ({
  assessorId,
  assessorName: assessorId,
  criterionId,
  outcome,
  reason: 'Because.',
});

describe('differences', () => {
  const found = compareJudgements(
    ['3.1', '3.2', '3.3'],
    [
      judged('daniel', '3.1', 'met'),
      judged('joan', '3.1', 'met'),
      judged('daniel', '3.2', 'met'),
      judged('joan', '3.2', 'not_met'),
      judged('owen', '3.2', 'met'),
    ],
  );

  test('are said in words, criterion by criterion', () => {
    expect(found.map(({ words }) => words)).toEqual([
      'All 2 judged it met.',
      'Of 3: 2 met, 1 not met.',
      'Nobody judged it.',
    ]);
    expect(found.map(({ isAgreed }) => isAgreed)).toEqual([true, false, false]);
  });

  test('and together', () => {
    expect(comparisonSentence(found, 3)).toBe('3 assessors judged it. They agree on 1 of 3 criteria.');
    expect(comparisonSentence(found, 1)).toBe('Fewer than two assessors judged it, so there is nothing to compare.');
  });
});

describe('names', () => {
  const NAMES = ['Amara Okafor', 'Joan Merriman-Lee'];

  test.each([
    ['a first name', 'Then Amara rang.', 'Amara'],
    ['in small letters', 'then amara rang', 'Amara'],
    ['a last name', 'Mx Okafor rang.', 'Okafor'],
    ['half of a double name', 'Ms Lee rang.', 'Lee'],
    ['at the end of the text', 'I rang Joan', 'Joan'],
    ['with a genitive', 'Joan’s note', 'Joan'],
  ])('%s is found', (_story, text, found) => {
    expect(nameIn(text, NAMES)).toBe(found);
  });

  test.each([
    ['no name', 'Then she rang.'],
    ['a word that a name is only part of', 'A leeway of two days.'],
    ['nothing', ''],
  ])('%s', (_story, text) => {
    expect(nameIn(text, NAMES)).toBeNull();
  });

  test('are taken out of a text, and none is left', () => {
    const text = 'Amara met Joan. Merriman-Lee said that OKAFOR knew Amara’s plan, with leeway.';
    const left = withoutNames(text, NAMES);
    expect(left).toBe('[name] met [name]. [name]-[name] said that [name] knew [name]’s plan, with leeway.');
    expect(nameIn(left, NAMES)).toBeNull();
  });
});
