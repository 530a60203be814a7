import { describe, expect, test } from 'vitest';
import { qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import { findSubject, type WordedSubject, wordingText } from '#src/domain/portfolio/wording.ts';

const qualification = qualificationSchema.parse({
  version: 'v1',
  label: 'A qualification',
  notice: 'Made up.',
  units: [
    {
      ...{ id: '1', title: 'Fairness', summary: 'How.' },
      criteria: [{ id: '1.1', text: 'Explains.', neededTimes: 1, kinds: ['observation', 'assignment'] }],
    },
  ],
});
const criterion: WordedSubject = { subject: 'criterion', subjectId: '1.1' };
const unit: WordedSubject = { subject: 'unit', subjectId: '1' };
const all: WordedSubject = { subject: 'qualification', subjectId: 'all' };

describe('the wording that is signed', () => {
  test('is one text: the words, how often, which kinds and how recent', () => {
    expect(wordingText(qualification, criterion)).toBe(
      '{"currentForMonths":null,"id":"1.1","kinds":["assignment","observation"],"label":"pqip-criterion-v1","mustInclude":[],"neededTimes":1,"text":"Explains.","version":"v1"}',
    );
  });

  test('of a unit holds its criteria, that of the qualification its units', () => {
    for (const wanted of [unit, all]) expect(wordingText(qualification, wanted)).toContain('"text":"Explains."');
    expect(wordingText(qualification, all)).toContain('"title":"A qualification"');
  });

  test('differs where a word, a count, a kind or the version differs, and not by the order of kinds', () => {
    const texts = [
      (text: string) => text.replace('Explains.', 'Guesses.'),
      (text: string) => text.replace('"neededTimes":1', '"neededTimes":2'),
      (text: string) => text.replace('"observation"', '"reflective_account"'),
      (text: string) => text.replace('"v1"', '"v2"'),
    ].map((change) =>
      wordingText(qualificationSchema.parse(JSON.parse(change(JSON.stringify(qualification)))), criterion),
    );
    expect(new Set([...texts, wordingText(qualification, criterion)]).size).toBe(5);
    const turned = JSON.stringify(qualification).replace('"observation","assignment"', '"assignment","observation"');
    expect(wordingText(qualificationSchema.parse(JSON.parse(turned)), criterion)).toBe(
      wordingText(qualification, criterion),
    );
  });

  test.each<[string, WordedSubject]>([
    ['a criterion of no unit', { subject: 'criterion', subjectId: '9.1' }],
    ['a criterion that its unit has not', { subject: 'criterion', subjectId: '1.9' }],
    ['a unit', { subject: 'unit', subjectId: '9' }],
    ['a unit by the id of a criterion', { subject: 'unit', subjectId: '1.1' }],
    ['a qualification by another name', { subject: 'qualification', subjectId: '1' }],
  ])('%s that does not exist has none', (_what, wanted) => {
    expect(findSubject(qualification, wanted)).toBeNull();
    expect(() => wordingText(qualification, wanted)).toThrow(RangeError);
  });
});
