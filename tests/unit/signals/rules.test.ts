import { describe, expect, test } from 'vitest';
import { addDays } from '#src/domain/calendar.ts';
import type { SignalFacts } from '#src/domain/signals/facts.ts';
import type { SignalKind } from '#src/domain/signals/kinds.ts';
import { signalsOf } from '#src/domain/signals/signals.ts';
import { CALM, facts, inWeek, RULES, rulesWith, signalOf, TODAY } from './facts.ts';

const ago = (days: number) => addDays(TODAY, -days);
const late = (weeksLate: number): Partial<SignalFacts> => ({
  late: [{ moduleId: 'parole-recall', weeksLate, dueOn: ago(weeksLate * 7) }],
});
const quiet = (days: number): Partial<SignalFacts> => ({ lastSignInOn: ago(days), quiet: { since: ago(days), days } });
const returned = (days: number): Partial<SignalFacts> => ({ returned: [{ id: 'one', on: ago(days) }] });
const waiting = (days: number): Partial<SignalFacts> => ({ waiting: [{ id: 'one', on: ago(days) }] });
const over = (days: number, agreedUntil: string | null = null): Partial<SignalFacts> => ({
  overLimit: { since: ago(days), agreedUntil, allocationIds: ['a', 'b'] },
  caseload: { available: 435, used: 500, percent: 114.9, limit: 'over' },
});
const override = (days: number): Partial<SignalFacts> => ({ overrides: [{ id: 'one', on: ago(days) }] });
const lost = (minutes: number): Partial<SignalFacts> => ({
  study: { lostMinutes: minutes, stillLostMinutes: minutes, stillLost: [{ id: 'one', on: ago(5) }] },
});
const gap = (days: number, plannedOn: string | null = null): Partial<SignalFacts> => ({
  supervision: { overdueSince: ago(days), sentence: 'Last review 11 weeks ago.', plannedOn },
});
const cancelled = (days: number): Partial<SignalFacts> => ({
  cancelledPlacements: [{ id: 'one', on: ago(days), place: 'HMP Wells' }],
});
const breakFor = (days: number | null): Partial<SignalFacts> => ({
  place: {
    state: 'paused',
    week: 20,
    pause: { startsOn: ago(60), endsOn: days === null ? null : addDays(TODAY, days) },
  },
});
const shared = (...answers: number[]): Partial<SignalFacts> => ({
  sharedCheckIns: [{ month: '2026-11', sharedOn: ago(3), answers }],
});

describe('each signal is given from its threshold on, and not a day or a minute before', () => {
  test.each<[string, SignalKind, Partial<SignalFacts>, boolean]>([
    ['a module 1 week late in week 20', 'modules-late', late(1), false],
    ['a module 2 weeks late in week 20', 'modules-late', late(2), true],
    ['9 days without a sign-in', 'no-sign-in', quiet(9), false],
    ['10 days without a sign-in', 'no-sign-in', quiet(10), true],
    ['evidence back for 13 days', 'evidence-returned', returned(13), false],
    ['evidence back for 14 days', 'evidence-returned', returned(14), true],
    ['evidence that waits for 20 days', 'assessor-silent', waiting(20), false],
    ['evidence that waits for 21 days', 'assessor-silent', waiting(21), true],
    ['a caseload over its limit since today', 'over-limit', over(0), true],
    ['a rule set aside 28 days ago', 'rule-override', override(28), true],
    ['a rule set aside 29 days ago', 'rule-override', override(29), false],
    ['a rule set aside today', 'rule-override', override(0), true],
    ['7 hours 59 minutes lost', 'study-time-lost', lost(479), false],
    ['8 hours lost', 'study-time-lost', lost(480), true],
    ['a review overdue since today', 'supervision-gap', gap(0), true],
    ['a placement called off 28 days ago', 'placement-cancelled', cancelled(28), true],
    ['a placement called off 29 days ago', 'placement-cancelled', cancelled(29), false],
    ['a break that ends in 22 days', 'break-ending', breakFor(22), false],
    ['a break that ends in 21 days', 'break-ending', breakFor(21), true],
    ['a break whose end nobody knows', 'break-ending', breakFor(null), false],
    ['a shared check-in with 3 of 5', 'wellbeing', shared(3, 5, 4), false],
    ['a shared check-in with 2 of 5', 'wellbeing', shared(4, 2, 4), true],
    ['no check-in shared', 'wellbeing', {}, false],
  ])('%s', (_story, kind, change, isGiven) => {
    expect(signalOf(kind, change) !== undefined).toBe(isGiven);
  });

  test('nothing is said of somebody about whom there is nothing to say', () => {
    expect(signalsOf(CALM, RULES)).toEqual([]);
  });
});

describe('the first twelve weeks are watched hardest', () => {
  test.each<[string, SignalKind, Partial<SignalFacts>, number, boolean]>([
    ['a module 1 week late in week 12', 'modules-late', late(1), 12, true],
    ['a module 1 week late in week 13', 'modules-late', late(1), 13, false],
    ['5 days without a sign-in in week 2', 'no-sign-in', quiet(5), 2, true],
    ['4 days without a sign-in in week 2', 'no-sign-in', quiet(4), 2, false],
    ['evidence back for 10 days in week 12', 'evidence-returned', returned(10), 12, true],
    ['evidence that waits for 14 days in week 12', 'assessor-silent', waiting(14), 12, true],
    ['4 hours lost in week 12', 'study-time-lost', lost(240), 12, true],
    ['4 hours lost in week 13', 'study-time-lost', lost(240), 13, false],
  ])('%s', (_story, kind, change, week, isGiven) => {
    expect(signalOf(kind, { ...change, ...inWeek(week) }) !== undefined).toBe(isGiven);
  });

  test('an office that sets no first weeks has none', () => {
    expect(signalOf('modules-late', { ...late(1), ...inWeek(1) }, { ...RULES, firstWeeks: 0 })).toBeUndefined();
  });
});

describe('nothing is said where nothing can be done', () => {
  const everything = {
    ...late(4),
    ...quiet(30),
    ...returned(30),
    ...over(5),
    ...lost(900),
    ...gap(9),
    ...shared(1, 1, 1),
  };
  test.each(['before', 'after'] as const)('%s her programme', (state) => {
    expect(signalsOf(facts({ ...everything, place: { state, week: 1, pause: null } }), RULES)).toEqual([]);
  });

  test('while her programme stands still she is asked for nothing; what others owe her stays', () => {
    const paused = facts({ ...everything, ...waiting(40), ...cancelled(3), ...breakFor(10) });
    expect(signalsOf(paused, RULES).map(({ kind }) => kind)).toEqual([
      'assessor-silent',
      'over-limit',
      'supervision-gap',
      'break-ending',
      'wellbeing',
    ]);
  });

  test('a kind that the office has switched off is never given', () => {
    expect(signalOf('modules-late', late(9), rulesWith('modules-late', { isOn: false }))).toBeUndefined();
  });
});

describe('each says what the facts are, since when, what comes next and who acts', () => {
  test.each<[SignalKind, Partial<SignalFacts>, string]>([
    ['modules-late', late(2), '1 module is 2 weeks late'],
    [
      'modules-late',
      { late: [...(late(4).late ?? []), { moduleId: 'two', weeksLate: 1, dueOn: ago(7) }] },
      '2 modules are late, the oldest by 4 weeks',
    ],
    ['no-sign-in', quiet(14), 'No sign-in for 14 days'],
    [
      'no-sign-in',
      { lastSignInOn: null, quiet: { since: ago(12), days: 12 } },
      'No sign-in yet, 12 days after the start',
    ],
    ['evidence-returned', returned(16), 'A piece of evidence came back 16 days ago and is not handed in again'],
    ['assessor-silent', waiting(26), 'A piece of evidence has waited 26 days for a decision'],
    [
      'over-limit',
      over(5),
      'The caseload is over its limit, at 114.9% of the points available, and nobody has agreed to it',
    ],
    [
      'over-limit',
      over(5, '2026-11-29'),
      'The caseload is over its limit, at 114.9% of the points available, as agreed until Sunday 29 November',
    ],
    [
      'over-limit',
      over(5, '2026-11-22'),
      'The caseload is over its limit, at 114.9% of the points available, and that was agreed only until Sunday 22 November',
    ],
    [
      'study-time-lost',
      lost(710),
      '11 hours 50 minutes of study time were lost in the last 4 weeks and are not made up',
    ],
    ['supervision-gap', gap(9), 'Last review 11 weeks ago'],
    [
      'placement-cancelled',
      cancelled(3),
      'A placement was called off (HMP Wells) and no other of its kind is arranged',
    ],
    ['break-ending', breakFor(7), 'A break ends: the first day back is Monday 30 November'],
    ['wellbeing', shared(4, 2, 5), 'In the check-in shared for November 2026 the lowest answer is 2 of 5'],
  ])('%s', (kind, change, reason) => {
    expect(signalOf(kind, change)).toMatchObject({ reason, actor: RULES.kinds[kind].actor });
  });

  test.each<[SignalKind, Partial<SignalFacts>, string]>([
    ['modules-late', late(2), ago(13)],
    ['no-sign-in', quiet(14), ago(14)],
    ['study-time-lost', lost(900), ago(5)],
    ['supervision-gap', gap(9), ago(9)],
    ['break-ending', breakFor(7), ago(14)],
    ['wellbeing', shared(1), ago(3)],
  ])('%s tells since when', (kind, change, since) => {
    expect(signalOf(kind, change)?.since).toBe(since);
  });

  test('where a review is planned already, holding it is the next step', () => {
    expect(signalOf('supervision-gap', gap(9))?.nextStep).toBe('Find a day for all three');
    expect(signalOf('supervision-gap', gap(9, '2026-12-03'))?.nextStep).toBe(
      'Hold the review that is planned for Thursday 3 December',
    );
  });

  test('neither reason nor next step names anybody, so that both read the same words', () => {
    const all = { ...late(4), ...quiet(30), ...returned(30), ...over(5), ...lost(900), ...gap(9), ...shared(1) };
    for (const { reason, nextStep } of signalsOf(facts(all), RULES))
      expect(`${reason} ${nextStep}`).not.toMatch(/\b(she|her|he|his|you|your|trainee)\b/i);
  });
});

describe('what has changed is told by the facts behind it', () => {
  const keyOf = (kind: SignalKind, change: Partial<SignalFacts>) => signalOf(kind, change)?.factKey;

  test('a day more of the same changes nothing', () => {
    expect(keyOf('modules-late', late(3))).toBe(keyOf('modules-late', late(4)));
    expect(keyOf('evidence-returned', returned(20))).toBe(keyOf('evidence-returned', returned(21)));
  });

  test('an agreement that runs out is another fact', () => {
    expect(keyOf('over-limit', over(5, '2026-11-23'))).not.toBe(keyOf('over-limit', over(5, '2026-11-22')));
  });
});
