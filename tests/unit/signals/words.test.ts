import { describe, expect, test } from 'vitest';
import { SIGNAL_KINDS } from '#src/domain/signals/kinds.ts';
import { signalProblems } from '#src/domain/signals/problems.ts';
import { signalRulesSchema } from '#src/domain/signals/schema.ts';
import { SIGNAL_WORDS, thresholdWords } from '#src/domain/signals/words.ts';
import { RULES, rulesWith } from './facts.ts';

describe('thresholds as people read them', () => {
  test.each([
    ['no-sign-in', /^after 10 days without a sign-in.*; in the first 12 weeks after 5 days/],
    ['over-limit', /^from the first day$/],
    ['rule-override', /^for 28 days afterwards/],
    ['wellbeing', /2 of 5 or lower$/],
  ] as const)('%s', (kind, words) => {
    expect(thresholdWords(kind, RULES.kinds[kind], RULES)).toMatch(words);
  });

  test('a kind that is switched off is said to be', () => {
    const { kinds } = rulesWith('wellbeing', { isOn: false });
    expect(thresholdWords('wellbeing', kinds.wellbeing, RULES)).toBe('not said at this office');
  });

  test('one is not said in the plural', () => {
    const { kinds } = rulesWith('no-sign-in', { from: 1, fromInFirstWeeks: 1 });
    expect(thresholdWords('no-sign-in', kinds['no-sign-in'], RULES)).toMatch(/^after 1 day without/);
  });

  test('every kind has a name of its own', () => {
    expect(new Set(SIGNAL_KINDS.map((kind) => SIGNAL_WORDS[kind].name)).size).toBe(SIGNAL_KINDS.length);
  });
});

describe('thresholds that an office sets', () => {
  test('those that come with the portal are in order', () => {
    expect(signalRulesSchema.safeParse(RULES).success).toBe(true);
    expect(signalProblems(RULES)).toEqual([]);
  });

  test.each([
    ['later in the first weeks than afterwards', rulesWith('no-sign-in', { fromInFirstWeeks: 11 }), /10 or less/],
    ['shown for less long in the first weeks', rulesWith('rule-override', { fromInFirstWeeks: 7 }), /28 or more/],
    ['an answer that there is not', rulesWith('wellbeing', { from: 6, fromInFirstWeeks: 6 }), /1 to 5/],
  ])('%s is told', (_story, rules, words) => {
    expect(signalProblems(rules)[0]?.message).toMatch(words);
  });

  test.each([
    ['half a day', { from: 1.5 }],
    ['less than nothing', { from: -1 }],
    ['a note that never comes back', { returnsAfterDays: 400 }],
    ['a note that is back at once', { returnsAfterDays: 0 }],
    ['nobody who acts', { actor: 'somebody' as 'tutor' }],
  ])('%s is refused', (_story, change) => {
    expect(signalRulesSchema.safeParse(rulesWith('no-sign-in', change)).success).toBe(false);
  });
});
