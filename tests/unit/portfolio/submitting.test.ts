import { describe, expect, test } from 'vitest';
import type { EvidenceState } from '#src/domain/portfolio/evidenceState.ts';
import { criterionIds, EVIDENCE_LIMITS, submitProblems, type Draft } from '#src/domain/portfolio/submitting.ts';

const knownCriteria = new Set(Array.from({ length: 13 }, (_, index) => `1.${index + 1}`));
const item: Draft = {
  title: 'A first home visit',
  text: 'I read the risk plan before I went.',
  criteria: ['1.1', '1.2'],
};
const problemsWith = (change: Partial<Draft>, state: EvidenceState = 'draft') =>
  submitProblems({ item: { ...item, ...change }, state, knownCriteria });

describe('handing evidence in', () => {
  test('a draft with a title, a text and a criterion can go', () => {
    expect(problemsWith({})).toBeNull();
  });

  test('what came back can go again', () => {
    expect(problemsWith({}, 'returned')).toBeNull();
  });

  test.each<[string, Partial<Draft>, Record<string, string>]>([
    ['no title', { title: '  ' }, { title: 'Enter a title' }],
    ['a title too long', { title: 'x'.repeat(151) }, { title: 'Title must be 150 characters or less' }],
    [
      'a title with half a character',
      { title: 'Visit \ud83c' },
      { title: 'Title has a character in it that cannot be kept' },
    ],
    ['no text', { text: '\n ' }, { text: 'Write your account before you submit it' }],
    ['a text too long', { text: 'x'.repeat(15_001) }, { text: 'Account must be 15,000 characters or less' }],
    ['a text with U+0000', { text: 'a\0b' }, { text: 'Account has a character in it that cannot be kept' }],
    ['no criterion', { criteria: [] }, { criteria: 'Choose at least one criterion that this shows' }],
    ['too many criteria', { criteria: [...knownCriteria] }, { criteria: 'Choose 12 criteria or fewer' }],
    ['a criterion twice', { criteria: ['1.1', '1.1'] }, { criteria: 'Choose each criterion once' }],
    ['a criterion that is none', { criteria: ['9.9'] }, { criteria: 'Criterion 9.9 is not part of the qualification' }],
  ])('is refused with %s', (_story, change, fields) => {
    const refusal = problemsWith(change);
    expect(refusal?.code).toBe('bad_input');
    expect(refusal?.fields).toEqual(fields);
  });

  test('says everything that is wrong at once', () => {
    expect(Object.keys(problemsWith({ title: '', text: '', criteria: [] })?.fields ?? {})).toEqual([
      'title',
      'text',
      'criteria',
    ]);
  });

  test.each(['submitted', 'to_sign', 'signed_off'] as const)(
    'waits while it is %s, with the reason in words',
    (state) => {
      const refusal = problemsWith({}, state);
      expect(refusal?.code).toBe('conflict');
      expect(refusal?.message).not.toBe('');
    },
  );

  test('the longest evidence fits into a form, even in letters of three bytes', () => {
    const bytes = EVIDENCE_LIMITS.textMax * 3 + EVIDENCE_LIMITS.titleMax * 3;
    expect(bytes).toBeLessThan(60 * 1024);
  });

  test('criteria are known by their ids, over all units', () => {
    const criterion = (id: string) => ({ id, text: 'Show it', neededTimes: 1, kinds: ['observation' as const] });
    const units = [
      { id: '1', title: 'One', summary: 'The first', criteria: [criterion('1.1')] },
      { id: '2', title: 'Two', summary: 'The second', criteria: [criterion('2.1'), criterion('2.2')] },
    ];
    expect([...criterionIds({ units })]).toEqual(['1.1', '2.1', '2.2']);
  });
});
