import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#src/domain/calendar.ts';
import type { ModuleFacts } from '#src/domain/modules/state.ts';
import type { Enrolment } from '#src/domain/programme/place.ts';
import { standing } from '#src/domain/progress/standing.ts';
import { did, everything, parole, paroleCheck } from '../modules/parole.ts';
import { amara, breakInLearning, standard15 } from '../programme/routes.ts';

const RELEASE = 'parole-release-test';
const RECALL = 'parole-recall';
const modules = [parole(RECALL), parole(RELEASE)];
const checks = new Map([RECALL, RELEASE].map((id) => [id, paroleCheck(id)]));
/** The 15-month route as if it had these two modules only. */
const route = {
  ...standard15,
  modules: [
    { moduleId: RELEASE, week: 17 },
    { moduleId: RECALL, week: 20 },
  ],
};
const nothing = new Map<string, ModuleFacts>();
const releaseDone = new Map([[RELEASE, everything]]);
const bothDone = new Map([
  [RELEASE, everything],
  [RECALL, did({ completed: true })],
]);

/** The release test is due on 3 May (week 17), recall on 24 May (week 20). */
const START = '2026-01-05';

function at(today: string, facts: ReadonlyMap<string, ModuleFacts> = nothing, enrolment: Enrolment = amara(START)) {
  return standing({ enrolment, route, modules, checks, facts, today });
}

describe('the sentence', () => {
  test.each([
    ['before the start', '2026-01-04', nothing, 'Not started: the programme begins on Monday 5 January', true],
    [
      'before the start in another year',
      '2025-12-31',
      nothing,
      'Not started: the programme begins on Monday 5 January 2026',
      true,
    ],
    ['nothing due yet', '2026-02-01', nothing, 'On track: nothing due yet', true],
    ['on the due day itself nothing is late', '2026-05-03', nothing, 'On track: nothing due yet', true],
    ['the day after it is', '2026-05-04', nothing, '1 module behind: 0 of 1 due by now', false],
    ['done in time', '2026-05-04', releaseDone, 'On track: 1 of 1 module due by now', true],
    ['both due, one done', '2026-05-25', releaseDone, '1 module behind: 1 of 2 due by now', false],
    ['both due, none done', '2026-05-25', nothing, '2 modules behind: 0 of 2 due by now', false],
    ['both due, both done', '2026-05-25', bothDone, 'On track: 2 of 2 modules due by now', true],
    ['done ahead of time', '2026-05-04', bothDone, 'On track: 1 of 1 module due by now', true],
    ['over and all done', '2027-05-01', bothDone, 'Programme over: 2 of 2 modules done', true],
    ['over and one not done', '2027-05-01', releaseDone, 'Programme over: 1 of 2 modules done', false],
  ])('%s', (...[_story, today, facts, sentence, onTrack]) => {
    expect(at(today, facts)).toMatchObject({ sentence, onTrack });
  });

  test.each([
    [
      'something was due',
      '2026-05-11',
      nothing,
      'Paused since Monday 11 May, nothing is late while paused: 0 of 1 module due before then done',
    ],
    [
      'it was done',
      '2026-12-01',
      releaseDone,
      'Paused since Monday 11 May, nothing is late while paused: 1 of 1 module due before then done',
    ],
    [
      'a year later',
      '2027-02-01',
      releaseDone,
      'Paused since Monday 11 May 2026, nothing is late while paused: 1 of 1 module due before then done',
    ],
  ])('while paused, %s', (...[_story, today, facts, sentence]) => {
    expect(at(today, facts, amara(START, [breakInLearning('2026-05-11', null)]))).toMatchObject({
      sentence,
      onTrack: true,
      late: [],
    });
  });

  test('while paused before anything was due', () => {
    const paused = amara(START, [breakInLearning('2026-02-02', '2026-03-02')]);
    expect(at('2026-02-10', nothing, paused).sentence).toBe(
      'Paused since Monday 2 February, nothing is late while paused: nothing was due before',
    );
  });
});

describe('weeks late', () => {
  test.each([
    ['the day after the due day', '2026-05-04', 1],
    ['six days later', '2026-05-10', 1],
    ['a week and a day after', '2026-05-11', 2],
    ['when the programme is over they go on', '2027-04-19', 51],
  ])('%s', (_story, today, weeksLate) => {
    expect(at(today).late[0]).toEqual({ moduleId: RELEASE, weeksLate });
  });

  test('the longest late comes first', () => {
    expect(at('2026-06-01').late).toEqual([
      { moduleId: RELEASE, weeksLate: 5 },
      { moduleId: RECALL, weeksLate: 2 },
    ]);
  });

  test('count her own programme weeks, so those of a pause do not count', () => {
    const back = amara(START, [breakInLearning('2026-05-11', '2026-08-03')]);
    expect(at('2026-05-10', nothing, back).late[0]?.weeksLate).toBe(1);
    expect(at('2026-08-02', nothing, back).late).toEqual([]);
    expect(at('2026-08-03', nothing, back).late[0]?.weeksLate).toBe(2);
  });

  test('a pause before the due day moves it on', () => {
    const back = amara(START, [breakInLearning('2026-04-27', '2026-05-25')]);
    expect(at('2026-05-31', nothing, back)).toMatchObject({ onTrack: true, expected: 0 });
    expect(at('2026-05-31', nothing, back).rows[0]).toMatchObject({
      moduleId: RELEASE,
      dueOn: '2026-05-31',
      weeksLate: 0,
    });
    expect(at('2026-06-01', nothing, back)).toMatchObject({ onTrack: false, expected: 1 });
  });
});

describe('what to do', () => {
  test('this week names what falls in it, done or not', () => {
    expect(at('2026-04-26').thisWeek).toEqual([]);
    expect(at('2026-04-27').thisWeek).toEqual([RELEASE]);
    expect(at('2026-05-03', releaseDone).thisWeek).toEqual([RELEASE]);
    expect(at('2026-05-04').thisWeek).toEqual([]);
  });

  test('nothing falls in a week that stands still', () => {
    expect(at('2026-04-29', nothing, amara(START, [breakInLearning('2026-04-29', null)])).thisWeek).toEqual([]);
  });

  test.each([
    ['the earliest that is not done', nothing, RELEASE],
    ['the next after it', releaseDone, RECALL],
    ['none when all are done', bothDone, null],
  ])('next is %s', (_story, facts, next) => {
    expect(at('2026-04-27', facts).next).toBe(next);
  });

  test('rows come in the order of weeks with their states and due days', () => {
    expect(at('2026-04-27', new Map([[RECALL, did({ opened: true })]])).rows).toEqual([
      { moduleId: RELEASE, week: 17, dueOn: '2026-05-03', state: 'not_started', weeksLate: 0 },
      { moduleId: RECALL, week: 20, dueOn: '2026-05-24', state: 'opened', weeksLate: 0 },
    ]);
  });

  test('behind a pause without an end nobody can say when something is due', () => {
    const rows = at('2026-05-15', nothing, amara(START, [breakInLearning('2026-05-11', null)])).rows;
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(['2026-05-03', null]);
  });

  test('a route that names a module without a check is a mistake in content, said by name', () => {
    const broken = {
      enrolment: amara(START),
      route,
      modules,
      checks: new Map(),
      facts: nothing,
      today: START,
    };
    expect(() => standing(broken)).toThrow(/standard-15.*parole-release-test/);
  });
});

describe('whatever day it is and whatever was done', () => {
  const anyFacts = fc.constantFrom(nothing, releaseDone, bothDone, new Map([[RECALL, everything]]));
  const anyPauses = fc.array(
    fc
      .tuple(fc.nat(600), fc.integer({ min: 1, max: 120 }))
      .map(([from, length]) => breakInLearning(addDays(START, from), addDays(START, from + length))),
    { maxLength: 3 },
  );

  test('the numbers agree with the rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 800 }), anyFacts, anyPauses, (later, facts, pauses) => {
        const { place, rows, expected, done, doneOfDue, late, onTrack } = at(
          addDays(START, later),
          facts,
          amara(START, pauses),
        );
        expect(done).toBe(rows.filter(({ state }) => state === 'done').length);
        expect(doneOfDue).toBeLessThanOrEqual(Math.min(done, expected));
        expect(late.length).toBe(rows.filter(({ weeksLate }) => weeksLate > 0).length);
        expect(onTrack).toBe(late.length === 0);
        expect(late.length).toBe(place.state === 'paused' ? 0 : expected - doneOfDue);
      }),
    );
  });

  test('doing more never puts anybody further behind', () => {
    fc.assert(
      fc.property(fc.nat(800), anyPauses, (later, pauses) => {
        const [less, more] = [nothing, releaseDone].map(
          (facts) => at(addDays(START, later), facts, amara(START, pauses)).late.length,
        );
        expect(more).toBeLessThanOrEqual(less ?? 0);
      }),
    );
  });
});
