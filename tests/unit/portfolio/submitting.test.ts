import { describe, expect, test } from 'vitest';
import type { EvidenceState } from '#src/domain/portfolio/evidenceState.ts';
import {
  criterionIds,
  EVIDENCE_LIMITS,
  submitProblems,
  type Draft,
  type SubmitFacts,
} from '#src/domain/portfolio/submitting.ts';
import { criterion, unit } from './criteria.ts';

const knownCriteria = new Set(Array.from({ length: 13 }, (_, index) => `1.${index + 1}`));
const item: Draft = {
  kind: 'reflective_account',
  title: 'A first home visit',
  text: 'I read the risk plan before I went.',
  details: {},
  happenedOn: '2026-11-10',
  criteria: ['1.1', '1.2'],
  whereShown: { '1.1': 'first line' },
};
const facts = (change: Partial<Draft> = {}, more: Partial<SubmitFacts> = {}): SubmitFacts => ({
  item: { ...item, ...change },
  state: 'draft',
  knownCriteria,
  changeNote: '',
  by: 'trainee',
  hasFiles: false,
  hasWitness: false,
  filesProblem: null,
  today: '2026-11-22',
  ...more,
});
const problemsWith = (change: Partial<Draft>, more: Partial<SubmitFacts> = {}) => submitProblems(facts(change, more));
const OBSERVED = { kind: 'observation', details: { place: 'An interview room', observedBy: 'A colleague' } } as const;

describe('handing evidence in', () => {
  test('a draft with a title, a day, a text and a criterion can go', () => {
    expect(problemsWith({})).toBeNull();
  });

  test.each<[string, Partial<Draft>, Record<string, string>]>([
    ['no title', { title: '  ' }, { title: 'Enter a title' }],
    ['a title too long', { title: 'x'.repeat(151) }, { title: 'Title must be 150 characters or less' }],
    [
      'a title with half a character',
      { title: 'Visit \ud83c' },
      { title: 'Title has a character in it that cannot be kept' },
    ],
    ['no day', { happenedOn: null }, { happenedOn: 'Give the day it happened' }],
    ['a day tomorrow', { happenedOn: '2026-11-23' }, { happenedOn: 'Give a day that is not in the future' }],
    ['a day that never was', { happenedOn: '2026-02-30' }, { happenedOn: 'Give a day that there was' }],
    ['no text', { text: '\n ' }, { text: 'Write your account before you submit it' }],
    ['a text too long', { text: 'x'.repeat(15_001) }, { text: 'Your account must be 15,000 characters or less' }],
    ['a text with U+0000', { text: 'a\0b' }, { text: 'Your account has a character in it that cannot be kept' }],
    ['no criterion', { criteria: [] }, { criteria: 'Choose at least one criterion that this shows' }],
    ['too many criteria', { criteria: [...knownCriteria] }, { criteria: 'Choose 12 criteria or fewer' }],
    ['a criterion twice', { criteria: ['1.1', '1.1'] }, { criteria: 'Choose each criterion once' }],
    ['a criterion that is none', { criteria: ['9.9'] }, { criteria: 'Criterion 9.9 is not part of the qualification' }],
    [
      'a place too long',
      { whereShown: { '1.2': 'x'.repeat(151) } },
      { 'where-1.2': 'Where criterion 1.2 is shown must be 150 characters or less' },
    ],
    [
      'an observation without where and by whom',
      { kind: 'observation' },
      { place: 'Say where it was', observedBy: 'Say who watched you' },
    ],
  ])('is refused with %s', (_story, change, fields) => {
    const refusal = problemsWith(change);
    expect(refusal?.code).toBe('bad_input');
    expect(refusal?.fields).toEqual(fields);
  });

  test('says everything that is wrong at once, in the order of the page', () => {
    expect(Object.keys(problemsWith({ title: '', text: '', criteria: [], happenedOn: null })?.fields ?? {})).toEqual([
      'title',
      'happenedOn',
      'text',
      'criteria',
    ]);
  });

  test('a text may be left out where a file or a witness says it, of kinds that take that', () => {
    const silent = { ...OBSERVED, text: '' };
    expect(problemsWith(silent)?.fields).toEqual({ text: 'Write something here, or add a file' });
    expect(problemsWith({ ...silent, kind: 'witness_testimony' })?.fields?.text).toBe(
      'Ask a witness first, write what they saw, or add a file',
    );
    expect(problemsWith(silent, { hasFiles: true })).toBeNull();
    expect(problemsWith(silent, { hasWitness: true })).toBeNull();
    expect(problemsWith({ text: '' }, { hasFiles: true })?.fields).toEqual({
      text: 'Write your account before you submit it',
    });
  });

  test('of a work product only a pointer is handed in, never a file', () => {
    const details = { system: 'The assessment system', seenBy: 'My assessor', seenOn: '2026-11-12' };
    expect(problemsWith({ kind: 'work_product', details })).toBeNull();
    expect(problemsWith({ kind: 'work_product', details }, { hasFiles: true })?.fields).toEqual({
      files: 'Take the files out: of a work product only a pointer is kept',
    });
  });

  test('waits for its files, in the words of the files', () => {
    expect(problemsWith({}, { hasFiles: true, filesProblem: 'Still being checked' })?.fields).toEqual({
      files: 'Still being checked',
    });
  });

  test.each(['submitted', 'to_sign_both', 'to_countersign', 'accepted', 'signed_off'] as const)(
    'waits while it is %s, with the reason in words',
    (state: EvidenceState) => {
      const refusal = problemsWith({}, { state });
      expect(refusal?.code).toBe('conflict');
      expect(refusal?.message).toMatch(/\.$/);
    },
  );
});

describe('handing in what came back', () => {
  test('wants to know what changed', () => {
    expect(problemsWith({}, { state: 'returned' })?.fields).toEqual({
      changeNote: 'Say what you changed since it came back',
    });
    expect(problemsWith({}, { state: 'returned', changeNote: 'I said what I would do next time.' })).toBeNull();
  });

  test('does not ask an assessor, whose record came back unsigned', () => {
    const details = { ...OBSERVED.details, observedMinutes: '50' };
    expect(problemsWith({ ...OBSERVED, details }, { state: 'returned', by: 'assessor' })).toBeNull();
  });

  test('takes a thousand characters of it and no more', () => {
    expect(problemsWith({}, { state: 'returned', changeNote: 'x'.repeat(1_000) })).toBeNull();
    expect(problemsWith({}, { state: 'returned', changeNote: 'x'.repeat(1_001) })?.fields).toEqual({
      changeNote: 'Keep it under 1,000 characters',
    });
  });
});

test('the longest evidence fits into a form, even in letters of three bytes', () => {
  const { textMax, titleMax, changeNoteMax, whereMax, criteriaMax } = EVIDENCE_LIMITS;
  const bytes = (textMax + titleMax + changeNoteMax + whereMax * criteriaMax) * 3;
  expect(bytes).toBeLessThan(60 * 1024);
});

test('criteria are known by their ids, over all units', () => {
  const units = [unit('1', [criterion('1.1')]), unit('2', [criterion('2.1'), criterion('2.2')])];
  expect([...criterionIds({ units })]).toEqual(['1.1', '2.1', '2.2']);
});
