import { describe, expect, test } from 'vitest';
import { limitSentence, loadCaution, percentWords, saysLittle } from '#src/components/caseload/words.ts';
import { blockedFromCarrying, blockedFromCases } from '#src/domain/caseload/allocation.ts';
import type { LoadInput } from '#src/domain/caseload/load.ts';
import { cases, exampleCases, load, stage } from './figures.ts';

const place = (state: LoadInput['place']['state'], percent: number | null = 80) => ({
  place: { state, stage: stage(percent) },
});
const off = (hoursPerWeek: number) => ({
  reductions: [{ reason: 'Phased return', hoursPerWeek, startsOn: '2026-01-01', endsOn: null }],
});
const forStage = (hoursPerWeek: number) => ({
  reductions: [{ reasonId: 'stage', reason: 'Agreed', hoursPerWeek, startsOn: '2026-01-01', endsOn: null }],
});
const one = { cases: cases(1, 'C2', 'community') };
const none = { ...place('running', null), ...forStage(37) };

describe('within or over the limit, in a sentence', () => {
  test.each<[string, Partial<LoadInput>, string]>([
    ['within', one, 'Your caseload is within its limit: 435 points available, 63 used, 14.5%.'],
    ['over', { cases: exampleCases }, 'Your caseload is over its limit: 435 points available, 484 used, 111.3%.'],
    ['no points available and none used', none, 'Your caseload is within its limit: no points available, 0 used.'],
    [
      'no points available and some used',
      { ...none, ...one },
      'Your caseload is over its limit: no points available, 63 used.',
    ],
    [
      'the limit of somebody without reductions is not called hers',
      { ...one, ...place('running', null) },
      'Your caseload: 2176 points available, 63 used, 2.9%.',
    ],
    [
      'over even that one',
      { cases: cases(40, 'C2', 'community'), ...place('running', null) },
      'Your caseload is over its limit: 2176 points available, 2520 used, 115.8%.',
    ],
  ])('%s', (_story, change, sentence) => {
    expect(limitSentence(load(change), 'trainee')).toBe(sentence);
  });

  test('about her it says "the caseload"', () => {
    expect(limitSentence(load(one), 'colleague')).toBe(
      'The caseload is within its limit: 435 points available, 63 used, 14.5%.',
    );
  });
});

describe('a caution beside numbers that promise too much', () => {
  test.each<[string, Partial<LoadInput>, RegExp | null]>([
    ['a stage with a reduction needs none', {}, null],
    ['nor does a pause in it', place('paused'), null],
    ['a stage without a published reduction', place('running', null), /No reduction is published/],
    ['the same with a reduction that a manager set for it', { ...place('running', null), ...forStage(10) }, null],
    [
      'a reduction for something else does not stand for it',
      { ...place('running', null), ...off(10) },
      /No reduction is published/,
    ],
    ['before the start', { place: { state: 'before', stage: null } }, /has not begun/],
    ['after the end', { place: { state: 'after', stage: null } }, /is over/],
  ])('%s', (_story, change, caution) => {
    const said = loadCaution(load(change));
    if (caution === null) expect(said).toBeNull();
    else expect(said).toMatch(caution);
    expect(saysLittle(load(change))).toBe(caution !== null);
  });
});

test.each<[string, Partial<LoadInput>, string]>([
  ['with a decimal, also where it is a nought', {}, '0.0%'],
  ['over a hundred', { cases: exampleCases }, '111.3%'],
  ['of nothing there is none', { ...none, ...one }, 'no points available'],
])('a percentage: %s', (_story, change, words) => {
  expect(percentWords(load(change))).toBe(words);
});

test.each([
  ['running', null],
  ['before', 'The programme has not begun yet'],
  ['paused', 'The programme is paused'],
  ['after', 'The programme is over'],
] as const)('who takes a new case: a programme that is %s', (state, words) => {
  expect(blockedFromCases({ state })).toBe(words);
});

test.each([
  ['running', null],
  ['before', null],
  ['paused', null],
  ['after', 'The programme is over: move the case to somebody else, or close it'],
] as const)('what somebody carries already may be carried another way: a programme that is %s', (state, words) => {
  expect(blockedFromCarrying({ state })).toBe(words);
});
