import { describe, expect, test } from 'vitest';
import { changesAfter, unreadChanges, versionOn } from '#src/domain/modules/changes.ts';
import { NO_FACTS } from '#src/domain/modules/state.ts';

const second = { version: '2', date: '2026-09-01', summary: 'The kinds of recall are new.' };
const third = { version: '3', date: '2026-11-01', summary: 'A scenario has come in.' };
const module = { changes: [second, third] };
const finished = (version: string, changesReadTo: string | null = null) => ({
  ...NO_FACTS,
  completion: { version, at: new Date('2026-08-01T12:00:00Z') },
  changesReadTo,
});

describe('what changed after a version', () => {
  test.each([
    ['the first', '1', [second, third]],
    ['the second', '2', [third]],
    ['the newest', '3', []],
    ['one that the module no longer knows', 'x', [second, third]],
  ])('%s', (_story, version, changes) => {
    expect(changesAfter(module, version)).toEqual(changes);
  });
});

describe('what somebody is told', () => {
  test.each([
    ['who never finished the module: nothing', NO_FACTS, []],
    ['who finished the first version: every change', finished('1'), [second, third]],
    ['who finished the second: what came after it', finished('2'), [third]],
    ['who finished the newest: nothing', finished('3'), []],
    ['who has read up to the second: what came after it', finished('1', '2'), [third]],
    ['who has read up to the newest: nothing', finished('1', '3'), []],
    ['who finished a later version than she read about: only what is newer than both', finished('2', '1'), [third]],
  ])('somebody %s', (_story, facts, changes) => {
    expect(unreadChanges(module, facts)).toEqual(changes);
  });
});

test.each([
  ['2026-08-31', '1'],
  ['2026-09-01', '2'],
  ['2026-10-31', '2'],
  ['2026-11-01', '3'],
])('on %s the module stood in version %s', (day, version) => {
  expect(versionOn(module, day)).toBe(version);
});
