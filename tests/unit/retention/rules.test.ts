import { describe, expect, test } from 'vitest';
import file from '#src/content/retention/rules.json' with { type: 'json' };
import { readRules, shorterWords } from '#src/domain/retention/form.ts';
import {
  isOver,
  type KeptFor,
  keptUntil,
  programmeEnd,
  retentionFileSchema,
  retentionOn,
  type RetentionVersion,
  ruleChanges,
  ruleWords,
  storedRules,
} from '#src/domain/retention/rules.ts';
import { RECORD_GROUPS } from '#src/domain/retention/words.ts';

const { rules } = retentionFileSchema.parse(file);
const months = (keepFor: number): KeptFor => ({ keepFor, unit: 'months' });
const days = (keepFor: number): KeptFor => ({ keepFor, unit: 'days' });

describe('how long something is kept', () => {
  test.each([
    ['three years', months(36), '2023-11-18', '2026-11-18'],
    ['a month from the last day of January', months(1), '2026-01-31', '2026-02-28'],
    ['a month in a leap year', months(1), '2028-01-31', '2028-02-29'],
    ['a week over the end of summer time', days(7), '2026-10-24', '2026-10-31'],
    ['a day', days(1), '2026-12-31', '2027-01-01'],
  ])('%s', (_story, rule, from, until) => {
    expect(keptUntil(rule, from)).toBe(until);
    expect(isOver(rule, from, until)).toBe(false);
  });

  test('it may go on the day after, and never while the programme goes on', () => {
    expect(isOver(months(36), '2023-11-18', '2026-11-19')).toBe(true);
    expect(isOver(days(1), null, '2099-01-01')).toBe(false);
  });

  test.each([
    ['signed off', { qualifiedOn: '2026-05-01', endedOn: null, leftOn: null }, '2026-05-01'],
    ['signed off, then left', { qualifiedOn: '2026-05-01', endedOn: null, leftOn: '2026-09-01' }, '2026-05-01'],
    ['left without it', { qualifiedOn: null, endedOn: null, leftOn: '2026-09-01' }, '2026-09-01'],
    ['entered as withdrawn', { qualifiedOn: null, endedOn: '2026-08-15', leftOn: '2026-08-16' }, '2026-08-15'],
    [
      'signed off, completed later',
      { qualifiedOn: '2026-05-01', endedOn: '2026-06-30', leftOn: '2026-07-01' },
      '2026-06-30',
    ],
    [
      'completed, signed off later',
      { qualifiedOn: '2026-07-20', endedOn: '2026-06-30', leftOn: '2026-07-01' },
      '2026-07-20',
    ],
    ['still there', { qualifiedOn: null, endedOn: null, leftOn: null }, null],
  ])('the programme of somebody who is %s', (_story, facts, end) => {
    expect(programmeEnd(facts)).toBe(end);
  });
});

describe('the rules', () => {
  const version = (id: string, effectiveFrom: string | null): RetentionVersion => ({
    id,
    effectiveFrom,
    rules,
    reason: '',
    set: null,
  });
  const versions = [
    version('default', null),
    version('first', '2026-11-01'),
    version('again', '2026-11-01'),
    version('later', '2027-01-01'),
  ];

  test.each([
    ['2026-10-31', 'default'],
    ['2026-11-01', 'again'],
    ['2026-12-31', 'again'],
    ['2027-01-01', 'later'],
  ])('that count on %s are %s', (day, id) => {
    expect(retentionOn(versions, day).id).toBe(id);
  });

  test('the defaults are whole, long rather than short, and no draft outlives what was handed in', () => {
    expect(Object.keys(rules)).toEqual([...RECORD_GROUPS]);
    expect(rules.submission).toEqual(months(36));
    const broken = { ...file, rules: { ...rules, draft: months(37) } };
    expect(retentionFileSchema.safeParse(broken).error?.issues[0]?.path).toEqual(['rules', 'draft', 'keepFor']);
  });

  test('a change says where something is kept for a shorter time, across days and months', () => {
    const after = { ...rules, file: days(400), export: days(14) };
    expect(ruleChanges(rules, after).map(({ group, isShorter }) => [group, isShorter])).toEqual([
      ['file', true],
      ['export', false],
    ]);
    expect(shorterWords(ruleChanges(rules, after))).toContain('files 400 days instead of 36 months');
    expect(shorterWords(ruleChanges(rules, { ...rules, export: days(14) }))).toBeNull();
  });

  test('that were set before a group was there leave its default, and what they say stands', () => {
    const { draft, file: files, feedback, witness_answer, export: taken } = rules;
    const old = { draft, submission: months(48), file: files, feedback, witness_answer, export: taken };
    expect(storedRules(JSON.stringify(old), rules)).toEqual({ ...rules, submission: months(48) });
  });

  test.each([
    ['a group that nobody knows', { ...rules, secrets: months(1) }],
    ['a draft that outlives what was handed in', { ...rules, draft: months(37) }],
    ['no number', { ...rules, file: { keepFor: 'long', unit: 'months' } }],
  ])('in a row with %s are no rules', (_story, broken) => {
    expect(() => storedRules(JSON.stringify(broken), rules)).toThrow(/./u);
  });

  test('are named on the page of what was removed', () => {
    expect(ruleWords('submission', months(1))).toBe(
      'evidence that was handed in: kept for 1 month from the end of the programme',
    );
    expect(ruleWords('export', days(7))).toBe('portfolios to leave with: kept for 7 days from the day it was made');
    expect(ruleWords('standardisation', months(36))).toBe(
      'standardisation exercises: kept for 36 months from the day it was closed',
    );
  });
});

describe('a form of rules', () => {
  const fields = (change: Record<string, string> = {}) => {
    const typed = Object.fromEntries(
      RECORD_GROUPS.flatMap((group) => [
        [`keep-${group}`, String(rules[group].keepFor)],
        [`unit-${group}`, rules[group].unit],
      ]),
    );
    return (name: string) => ({ ...typed, ...change })[name] ?? '';
  };

  test('becomes rules', () => {
    expect(readRules(fields())).toEqual({ rules, errors: {} });
  });

  test.each([
    ['0', 'Keep it for at least 1'],
    ['241', 'Keep it for at most 240 months'],
    ['', 'Give a whole number for files'],
    ['1.5', 'Give a whole number for files'],
    ['-1', 'Give a whole number for files'],
    ['1e3', 'Give a whole number for files'],
  ])('with %j is told', (typed, words) => {
    expect(readRules(fields({ 'keep-file': typed })).errors).toEqual({ 'keep-file': words });
  });

  test('with a unit nobody knows, and one with drafts kept for too long, are told', () => {
    expect(readRules(fields({ 'unit-file': 'years' })).errors).toEqual({
      'unit-file': 'Choose days or months for files',
    });
    expect(readRules(fields({ 'keep-draft': '37' })).errors).toHaveProperty('keep-draft');
  });
});
