import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#src/domain/calendar.ts';
import type { SignalFacts } from '#src/domain/signals/facts.ts';
import { notedSignals } from '#src/domain/signals/noted.ts';
import { signalsOf } from '#src/domain/signals/signals.ts';
import { aNote, CALM, RULES, TODAY } from './facts.ts';

const daysAgo = fc.integer({ min: 0, max: 200 }).map((days) => addDays(TODAY, -days));
/** A day that is over: what was due on it is late. */
const overDay = fc.integer({ min: 1, max: 200 }).map((days) => addDays(TODAY, -days));
const dated = fc.record({ id: fc.uuid(), on: daysAgo });
const place = fc.record({
  state: fc.constantFrom('before', 'running', 'paused', 'after' as const),
  week: fc.integer({ min: 0, max: 90 }),
  pause: fc.constantFrom(null, { startsOn: addDays(TODAY, -30), endsOn: addDays(TODAY, 10) }),
});

/** Any facts there may be. */
const anyFacts: fc.Arbitrary<SignalFacts> = fc.record({
  traineeId: fc.constant('amara'),
  today: fc.constant(TODAY),
  startedOn: daysAgo,
  place,
  late: fc.array(fc.record({ moduleId: fc.uuid(), weeksLate: fc.integer({ min: 1, max: 30 }), dueOn: overDay })),
  lastSignInOn: fc.option(daysAgo),
  quiet: fc.record({ since: daysAgo, days: fc.integer({ min: 0, max: 200 }) }),
  returned: fc.array(dated),
  waiting: fc.array(dated),
  caseload: fc.constant(CALM.caseload),
  overLimit: fc.option(
    fc.record({ since: daysAgo, agreedUntil: fc.option(daysAgo), allocationIds: fc.array(fc.uuid()) }),
  ),
  overrides: fc.array(dated),
  study: fc.record({
    lostMinutes: fc.nat(5000),
    stillLostMinutes: fc.nat(5000),
    stillLost: fc.array(dated, { minLength: 1 }),
  }),
  supervision: fc.record({
    overdueSince: fc.option(daysAgo),
    sentence: fc.constant('A sentence.'),
    plannedOn: fc.constant(null),
  }),
  cancelledPlacements: fc.array(fc.record({ id: fc.uuid(), on: daysAgo, place: fc.constant('A place') })),
  sharedCheckIns: fc.array(
    fc.record({
      month: fc.constant('2026-11'),
      sharedOn: daysAgo,
      answers: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }),
    }),
  ),
});
const kindsOf = (facts: SignalFacts) => signalsOf(facts, RULES).map(({ kind }) => kind);

describe('whatever the facts are', () => {
  test('nothing is said before the first day and after the last', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('before' as const, 'after' as const), (facts, state) => {
        expect(kindsOf({ ...facts, place: { ...facts.place, state } })).toEqual([]);
      }),
    );
  });

  test('each kind is said once at most, and since no later day than today', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const signals = signalsOf(facts, RULES);
        expect(new Set(signals.map(({ kind }) => kind)).size).toBe(signals.length);
        for (const { since } of signals) expect(since <= TODAY).toBe(true);
      }),
    );
  });

  test('one fact more takes no other signal away', () => {
    const added: fc.Arbitrary<Partial<SignalFacts>> = fc.oneof(
      fc.record({ returned: fc.array(dated) }),
      fc.record({ waiting: fc.array(dated) }),
      fc.record({ overrides: fc.array(dated) }),
      fc.record({ supervision: fc.constant({ overdueSince: TODAY, sentence: 'A sentence.', plannedOn: null }) }),
    );
    fc.assert(
      fc.property(anyFacts, added, (facts, one) => {
        const owner = {
          returned: 'evidence-returned',
          waiting: 'assessor-silent',
          overrides: 'rule-override',
        } as const;
        const touched = Object.keys(one).map((name) => owner[name as keyof typeof owner] ?? 'supervision-gap');
        const rest = (kinds: string[]) => kinds.filter((kind) => !touched.includes(kind as 'rule-override'));
        expect(rest(kindsOf({ ...facts, ...one }))).toEqual(rest(kindsOf(facts)));
      }),
    );
  });

  test('the first weeks hear of everything that later weeks hear of', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const inWeek = (week: number) => kindsOf({ ...facts, place: { ...facts.place, state: 'running', week } });
        expect(inWeek(1)).toEqual(expect.arrayContaining(inWeek(40)));
      }),
    );
  });

  test('what goes on without a change is said again on every later day', () => {
    const goesOn = [
      'modules-late',
      'no-sign-in',
      'evidence-returned',
      'assessor-silent',
      'over-limit',
      'supervision-gap',
    ];
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 60 }), (facts, days) => {
        const later: SignalFacts = {
          ...facts,
          today: addDays(TODAY, days),
          quiet: { ...facts.quiet, days: facts.quiet.days + days },
          late: facts.late.map((one) => ({ ...one, weeksLate: one.weeksLate + Math.floor(days / 7) })),
        };
        const now = kindsOf(facts).filter((kind) => goesOn.includes(kind));
        expect(kindsOf(later)).toEqual(expect.arrayContaining(now));
      }),
    );
  });

  test('a noted signal is back on its day at the latest', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 60 }), (facts, days) => {
        const signals = signalsOf(facts, RULES);
        const notes = signals.map(({ kind, factKey }) => aNote({ kind, factKey, returnsOn: addDays(TODAY, days) }));
        for (const { note } of notedSignals(signals, notes, TODAY)) expect(note !== null).toBe(days > 0);
        for (const { note } of notedSignals(signals, notes, addDays(TODAY, days))) expect(note).toBeNull();
      }),
    );
  });
});
