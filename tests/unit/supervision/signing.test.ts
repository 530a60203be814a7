import { describe, expect, test } from 'vitest';
import { mayTick, partsOf, tickableParts } from '#src/domain/supervision/parts.ts';
import {
  isSignedAlready,
  missingParts,
  partToSign,
  reviewSignProblems,
  type SignReviewFacts,
} from '#src/domain/supervision/signing.ts';
import type { ReviewPart } from '#src/domain/supervision/words.ts';
import { aViewer } from '../../support/viewer.ts';

const AMARAS = { traineeId: 'amara', cohortId: 'london' };
const amara = { ...aViewer('amara'), roles: ['trainee'] as const };
const ruth = { ...aViewer('ruth'), roles: ['tutor'] as const, tutorOf: ['london'] };
const kerry = { ...aViewer('kerry'), roles: ['manager'] as const, managerOf: ['amara'] };
const both = { ...aViewer('morgan'), roles: ['tutor', 'manager'] as const, tutorOf: ['london'], managerOf: ['amara'] };
const signedBy = (personId: string, part: ReviewPart) => ({ part, personId, personName: personId });

const AT = new Date('2026-11-22T10:00:00Z');
const facts = (
  change: Partial<SignReviewFacts> = {},
  review: Partial<SignReviewFacts['review']> = {},
): SignReviewFacts => ({
  viewer: ruth,
  review: { ...AMARAS, heldOn: '2026-11-20', notes: 'We talked.', actions: [], readyAt: AT, signatures: [], ...review },
  sha256: 'a',
  shownSha256: 'a',
  part: 'tutor',
  today: '2026-11-22',
  factorAt: AT,
  at: AT,
  ...change,
});

describe('whose part it is', () => {
  test.each([
    ['the trainee herself', amara, ['trainee']],
    ['a tutor of her cohort', ruth, ['tutor']],
    ['her manager', kerry, ['manager']],
    ['one person with two roles', both, ['tutor', 'manager']],
    ['a tutor of another cohort', { ...ruth, tutorOf: ['wales'] }, []],
    ['a manager of another trainee', { ...kerry, managerOf: ['tom'] }, []],
    ['her assessor', { ...aViewer('daniel'), roles: ['assessor'] as const, assessorOf: ['amara'] }, []],
    ['somebody without a role', aViewer('nora'), []],
    [
      'a trainee who tutors her own cohort',
      { ...amara, roles: ['trainee', 'tutor'] as const, tutorOf: ['london'] },
      ['trainee'],
    ],
  ])('%s', (_who, viewer, parts) => {
    expect(partsOf(viewer, AMARAS)).toEqual(parts);
  });

  test('the trainee ticks off her own actions, tutor and manager those of all three', () => {
    expect(tickableParts(['trainee'])).toEqual(['trainee']);
    expect(mayTick(amara, AMARAS, 'trainee')).toBe(true);
    expect(mayTick(amara, AMARAS, 'manager')).toBe(false);
    for (const part of ['trainee', 'tutor', 'manager'] as const) expect(mayTick(kerry, AMARAS, part)).toBe(true);
    expect(mayTick(aViewer('nora'), AMARAS, 'trainee')).toBe(false);
  });
});

describe('what can be signed', () => {
  test('what was read, in her own part, with a password that is fresh', () => {
    expect(reviewSignProblems(facts())).toBeNull();
    expect(
      reviewSignProblems(facts({ viewer: amara, part: 'trainee' }, { signatures: [signedBy('ruth', 'tutor')] })),
    ).toBeNull();
  });

  test.each<[string, Partial<SignReviewFacts>, Partial<SignReviewFacts['review']>, string, RegExp]>([
    ['the part of another', { part: 'manager' }, {}, 'not_allowed', /do not sign for the manager/],
    ['the part of the trainee', { part: 'trainee' }, {}, 'not_allowed', /do not sign for the trainee/],
    ['a record that is still being written', {}, { readyAt: null }, 'conflict', /still being written/],
    ['a meeting that is yet to come', {}, { heldOn: '2026-11-23' }, 'conflict', /Monday 23 November/],
    ['an empty record', {}, { notes: '  \n' }, 'conflict', /nothing to sign/],
    ['a text that changed since', { shownSha256: 'b' }, {}, 'conflict', /changed after you opened this page/],
    [
      'a part that is signed',
      {},
      { signatures: [signedBy('rita', 'tutor')] },
      'conflict',
      /rita has signed for the tutor/,
    ],
    [
      'a second part',
      { viewer: both, part: 'manager' },
      { signatures: [signedBy('morgan', 'tutor')] },
      'conflict',
      /One person signs for one part/,
    ],
    [
      'a password of six minutes ago',
      { factorAt: new Date(AT.getTime() - 360_000) },
      {},
      'fresh_password',
      /password again/,
    ],
    ['a password of the future', { factorAt: new Date(AT.getTime() + 1000) }, {}, 'fresh_password', /password again/],
  ])('not %s', (_story, change, review, code, words) => {
    const problem = reviewSignProblems(facts(change, review));
    expect(problem?.code).toBe(code);
    expect(problem?.message).toMatch(words);
  });

  test('actions without notes are enough', () => {
    expect(reviewSignProblems(facts({}, { notes: '', actions: [{}] }))).toBeNull();
  });

  test('the same person for the same part again is no problem but a repeat', () => {
    const { review } = facts({}, { signatures: [signedBy('ruth', 'tutor')] });
    expect(isSignedAlready({ viewer: ruth, part: 'tutor', review })).toBe(true);
    expect(isSignedAlready({ viewer: both, part: 'tutor', review })).toBe(false);
  });
});

describe('what is left to sign', () => {
  test('the parts without a signature, in their order', () => {
    expect(missingParts([signedBy('ruth', 'tutor')])).toEqual(['trainee', 'manager']);
  });

  test.each([
    ['hers, once it is ready', ruth, AT, [], 'tutor'],
    ['nothing before that', ruth, null, [], null],
    ['nothing once she has signed', both, AT, [signedBy('morgan', 'tutor')], null],
    ['the other part where the first is taken', both, AT, [signedBy('ruth', 'tutor')], 'manager'],
    ['nothing for an outsider', aViewer('nora'), AT, [], null],
  ])('%s', (_story, viewer, readyAt, signatures, part) => {
    expect(partToSign(viewer, { ...AMARAS, readyAt, signatures })).toBe(part);
  });
});
