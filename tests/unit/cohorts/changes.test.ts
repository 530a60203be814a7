import { describe, expect, test } from 'vitest';
import {
  changesByPerson,
  changesSince,
  comparedWith,
  isLookDue,
  nextLook,
  seenKeys,
} from '#src/domain/cohorts/changes.ts';
import { aSignal } from './cohortStory.ts';

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const LATE = aSignal('tom', 'modules-late');
const QUIET = aSignal('leila', 'no-sign-in');

describe('what changed since I last looked', () => {
  test('the first look has nothing to compare with', () => {
    expect(comparedWith(null, at('09:00'))).toBeNull();
  });

  test('as long as she stays, it is compared with the visit before, not with the minute before', () => {
    const monday = nextLook(null, [LATE], at('09:00'));
    expect(comparedWith(monday, at('09:30')), 'the first visit still lasts').toBeNull();
    const later = nextLook(monday, [LATE, QUIET], at('11:00'));
    expect(comparedWith(later, at('11:20'))).toEqual({ at: at('09:00'), signals: seenKeys([LATE]) });
    const reloaded = nextLook(later, [LATE, QUIET], at('11:40'));
    expect(comparedWith(reloaded, at('12:30'))).toEqual({ at: at('09:00'), signals: seenKeys([LATE]) });
  });

  test.each([
    ['after exactly an hour she is still here', '10:00', null],
    ['a minute later the visit is over', '10:01', at('09:00')],
  ])('%s', (_story, time, comparedAt) => {
    const look = nextLook(null, [LATE], at('09:00'));
    expect(comparedWith(look, at(time))?.at ?? null).toEqual(comparedAt);
  });

  test('once a visit is over, the next is compared with what stood there in it last', () => {
    const first = nextLook(null, [LATE], at('09:00'));
    const same = nextLook(first, [LATE, QUIET], at('09:40'));
    expect(comparedWith(same, at('14:00'))).toEqual({ at: at('09:40'), signals: seenKeys([LATE, QUIET]) });
  });

  test.each([
    ['the first look is kept', null, [LATE], '09:00', true],
    ['the same page a minute later is the same look', nextLook(null, [LATE], at('09:00')), [LATE], '09:01', false],
    [
      'five minutes later it is kept that she is still here',
      nextLook(null, [LATE], at('09:00')),
      [LATE],
      '09:05',
      true,
    ],
    ['something new is kept at once', nextLook(null, [LATE], at('09:00')), [LATE, QUIET], '09:01', true],
    [
      'the order in which signals stand is no change',
      nextLook(null, [LATE, QUIET], at('09:00')),
      [QUIET, LATE],
      '09:01',
      false,
    ],
  ])('%s', (_story, look, signals, time, isDue) => {
    expect(isLookDue(look, signals, at(time))).toBe(isDue);
  });

  test('new, different and gone are told apart', () => {
    const before = seenKeys([LATE, QUIET]);
    const more = aSignal('tom', 'modules-late', { factKey: 'facts-2' });
    const fresh = aSignal('nia', 'over-limit');
    expect(changesSince(before, [more, fresh], ['tom', 'leila', 'nia'])).toEqual({
      fresh: [fresh],
      moved: [more],
      gone: [{ traineeId: 'leila', kind: 'no-sign-in' }],
    });
  });

  test('a signal that somebody noted is neither new nor gone', () => {
    const noted = aSignal('tom', 'modules-late', { isNoted: true });
    expect(changesSince(seenKeys([LATE]), [noted], ['tom'])).toEqual({ fresh: [], moved: [], gone: [] });
  });

  test('of somebody who has left the cohort nothing is told, not even that her signals are gone', () => {
    expect(changesSince(seenKeys([LATE, QUIET]), [QUIET], ['leila']).gone).toEqual([]);
  });

  test('two sets of facts of one kind are one thing that is gone', () => {
    const before = [...seenKeys([LATE]), ...seenKeys([aSignal('tom', 'modules-late', { factKey: 'a b c' })])];
    expect(changesSince(before, [], ['tom']).gone).toEqual([{ traineeId: 'tom', kind: 'modules-late' }]);
  });
});

test('changes stand a person at a time, in the order of the page, and who has none is left out', () => {
  const before = seenKeys([LATE, aSignal('ade', 'over-limit')]);
  const after = [QUIET, aSignal('tom', 'modules-late', { factKey: 'another' })];
  const people = ['leila', 'nia', 'tom', 'ade'].map((traineeId) => ({ traineeId, name: traineeId }));
  const changes = changesSince(before, after, ['leila', 'nia', 'tom', 'ade']);
  expect(changesByPerson(changes, people)).toEqual([
    { traineeId: 'leila', name: 'leila', fresh: [QUIET], moved: [], gone: [] },
    { traineeId: 'tom', name: 'tom', fresh: [], moved: [after[1]], gone: [] },
    { traineeId: 'ade', name: 'ade', fresh: [], moved: [], gone: [{ traineeId: 'ade', kind: 'over-limit' }] },
  ]);
});
