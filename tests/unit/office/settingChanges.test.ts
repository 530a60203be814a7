import { describe, expect, test } from 'vitest';
import { pairWords, settingChanges, settingLines } from '#src/domain/office/describe.ts';
import { leavesOf, withLeaves } from '#src/domain/office/leaves.ts';
import { readNumber, slugOf } from '#src/domain/office/readFields.ts';
import { stamped } from '#src/domain/office/stamp.ts';
import { OFFICE_SETTINGS } from '#src/domain/office/words.ts';
import { defaults, figuresVersion, names } from './versions.ts';

const rules = defaults.case_rules;
const base = figuresVersion('before', { from: '2026-02-01' });

describe('what differs between two versions', () => {
  test('is named in words, with both values', () => {
    const after = figuresVersion('after', { from: '2026-12-01', at: 1 }, { limitPercent: 95 });
    expect(settingChanges(base, after, names)).toEqual([
      { label: 'Limit: more is over', before: '100 % of available points', after: '95 % of available points' },
    ]);
  });

  test('nothing differs between a version and itself', () => {
    expect(settingChanges(base, figuresVersion('same', { from: '2027-01-01' }), names)).toEqual([]);
  });

  test('a rule that was changed or taken away, and one that was made', () => {
    const version = (value: typeof rules) => ({ ...base, kind: 'case_rules' as const, value });
    const isLast = (rule: (typeof rules.rules)[number]) => rule.attribute === 'terrorism' && rule.stage === 'later';
    const kept = rules.rules.filter(({ attribute }) => attribute !== 'any');
    const changed = {
      ...rules,
      rules: kept.map((rule) => (isLast(rule) ? { ...rule, verdict: 'allow' as const } : rule)),
    };
    const found = settingChanges(version(rules), version(changed), names);
    const short = found.map(({ label, before, after }) => [label, before?.slice(0, 11), after?.slice(0, 7)]);
    expect(short).toEqual([
      ['Terrorism or extremism: From month 13, week 53 on', 'Not allowed', 'Allowed'],
      ['Every case: Induction, weeks 1 to 4', 'Not allowed', undefined],
    ]);
    expect(settingChanges(version(changed), version(rules), names)[0]).toMatchObject({ before: null });
  });
});

test.each(OFFICE_SETTINGS)('%s: every line has words of its own', (kind) => {
  const lines = settingLines({ ...base, kind, value: defaults[kind] }, names);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  expect(new Set(lines.map(({ label }) => label)).size).toBe(lines.length);
  for (const { label, text } of lines) expect(`${label} ${text}`).not.toMatch(/undefined|null|_|\[object/);
});

test.each([
  ['its own rule', 'terrorism', 'later', 'Not allowed'],
  ['its own rule, with training first', 'domestic-abuse', 'months-7-to-12', 'Allowed, after training'],
  ['the rule for every case where it has none', 'terrorism', 'induction', 'As every case: not allowed'],
  ['none at all', 'any', 'later', 'No rule: allowed'],
])('a pair of attribute and stage in a few words: %s', (_story, attribute, stage, words) => {
  expect(pairWords(rules, attribute, stage)).toBe(words);
});

test('figures that an office set say so, and keep where they began', () => {
  const first = stamped('workload_figures', defaults.workload_figures, { effectiveFrom: '2026-12-01', base });
  expect(first).toMatchObject({ version: 'office-2026-12-01', effectiveFrom: '2026-12-01' });
  expect(first.source.title).toMatch(/^Set by the office, begun from: Public source code/);
  const ours = figuresVersion('ours', { from: '2026-12-01', at: 1 });
  const again = stamped('workload_figures', first, { effectiveFrom: '2027-01-01', base: ours });
  expect(again.source.title).toBe(first.source.title);
  expect(stamped('supervision', defaults.supervision, { effectiveFrom: '2026-12-01', base })).toBe(
    defaults.supervision,
  );
});

test.each([
  ['7.4', 7.4],
  [' 63 ', 63],
  ['1,305', 1305],
  ['0', 0],
  ['1,3', null],
  ['-1', null],
  ['7.444', null],
  ['1e3', null],
  ['', null],
  ['Infinity', null],
  ['0x10', null],
])('a number as people type it: %j', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test.each([
  ['Far away', 'far-away'],
  ['  Élan & more! ', 'e-lan-more'],
  ['!!!', ''],
  ['x'.repeat(90), 'x'.repeat(60)],
])('an id from the name %j', (name, id) => {
  expect(slugOf(name)).toBe(id);
});

test('leaves are taken apart and put together again', () => {
  const value = { a: [1, { b: null }], c: 'x', d: {} };
  expect(leavesOf(value)).toEqual([
    { path: 'a.0', value: 1 },
    { path: 'a.1.b', value: null },
    { path: 'c', value: 'x' },
  ]);
  const changed = withLeaves(
    value,
    new Map([
      ['a.1.b', 2],
      ['nowhere', 3],
    ]),
  );
  expect(changed).toEqual({ a: [1, { b: 2 }], c: 'x', d: {} });
});
