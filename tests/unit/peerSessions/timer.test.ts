import { describe, expect, test } from 'vitest';
import {
  clockFace,
  extended,
  keptPlace,
  paused,
  placeFragment,
  secondsLeft,
  spokenBetween,
  started,
  type Timer,
  timeWords,
  wholeTimer,
} from '#src/domain/peerSessions/timer.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const after = (seconds: number) => NOON + seconds * 1000;

describe('the clock of a step', () => {
  const running = started(wholeTimer(10), NOON);

  test.each([
    ['as it is started', 0, 600],
    ['a minute on', 60, 540],
    ['after a tab slept in the background for six minutes', 360, 240],
    ['at the end', 600, 0],
    ['over by a minute and a half', 690, -90],
  ])('is right %s', (_story, seconds, left) => {
    expect(secondsLeft(running, after(seconds))).toBe(left);
  });

  test('stands still while it is stopped, and goes on from there', () => {
    const stopped = paused(running, after(200));
    expect(secondsLeft(stopped, after(5000))).toBe(400);
    expect(secondsLeft(started(stopped, after(5000)), after(5100))).toBe(300);
  });

  test.each([
    ['running', running],
    ['stopped', paused(running, NOON)],
  ])('gets a minute more while it is %s', (_story, timer) => {
    expect(secondsLeft(extended(timer, 1), NOON)).toBe(660);
  });

  test('gets its minute more when the time was over already', () => {
    expect(secondsLeft(extended(running, 1), after(620))).toBe(40);
  });
});

test.each([
  [600, '10:00', '10 minutes left'],
  [61, '01:01', '1 minute 1 second left'],
  [59, '00:59', '59 seconds left'],
  [0, '00:00', 'Time is up'],
  [-90, '+01:30', '1 minute 30 seconds over'],
  [-3600, '+60:00', '60 minutes over'],
])('%d seconds are %s and “%s”', (seconds, face, words) => {
  expect(clockFace(seconds)).toBe(face);
  expect(timeWords(seconds)).toBe(words);
});

test.each([
  ['five minutes before the end', 301, 300, '5 minutes left'],
  ['one minute before the end', 61, 60, '1 minute left'],
  ['at the end', 1, 0, 'Time is up'],
  ['not at every second', 200, 199, null],
  ['not twice', 60, 60, null],
  ['once, with where it stands, after a tab slept over several', 400, 20, '20 seconds left'],
  ['not when somebody gives a minute more', 30, 90, null],
])('reads out the time %s', (_story, before, now, said) => {
  expect(spokenBetween(before, now)).toBe(said);
});

describe('the place in the address', () => {
  test.each<[string, Timer]>([
    ['running', { kind: 'running', endsAt: NOON }],
    ['stopped', { kind: 'paused', secondsLeft: 75 }],
    ['over', { kind: 'paused', secondsLeft: -75 }],
  ])('outlives a reload while the clock is %s', (_story, timer) => {
    expect(keptPlace(placeFragment({ screen: 3, timer }), 7)).toEqual({ screen: 3, timer });
  });

  test.each([
    [''],
    ['#questions'],
    ['#screen=7&secondsLeft=10'],
    ['#screen=-1&secondsLeft=10'],
    ['#screen=1.5&secondsLeft=10'],
    ['#screen=2'],
    ['#screen=2&endsAt=soon'],
    ['#screen=2&endsAt=99999999999999999999'],
  ])('%s is none, so the session begins at its first screen', (fragment) => {
    expect(keptPlace(fragment, 7)).toBeNull();
  });
});
