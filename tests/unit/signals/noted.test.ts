import { describe, expect, test } from 'vitest';
import { knowsAll, notedSignals } from '#src/domain/signals/noted.ts';
import { returnsOn, signalToNote } from '#src/domain/signals/noting.ts';
import { aNote, aSignal, RULES } from './facts.ts';

describe('a signal that was noted', () => {
  const notedOn = (today: string, factKey = '2026-11-09') => notedSignals([aSignal({ factKey })], [aNote()], today)[0];

  test('stands apart until the day it returns', () => {
    expect(notedOn('2026-11-26')?.note?.words).toBe('Rang; she is back on Monday.');
    expect(notedOn('2026-11-27')?.note).toBeNull();
    expect(notedOn('2026-11-27')?.earlierNote?.words).toBe('Rang; she is back on Monday.');
  });

  test('is back at once where its facts are others', () => {
    expect(notedOn('2026-11-21', '2026-11-20')?.note).toBeNull();
  });

  test('stays apart while it gets better, and is back as soon as something is added', () => {
    const note = aNote({ factKey: 'a,b' });
    const over = (factKey: string) => notedSignals([aSignal({ factKey })], [note], '2026-11-21')[0]?.note ?? null;
    expect(over('a,b')).not.toBeNull();
    expect(over('b')).not.toBeNull();
    expect(over('a,b,c')).toBeNull();
  });

  test('another kind of signal is not touched by it', () => {
    const [other] = notedSignals([aSignal({ kind: 'modules-late' })], [aNote()], '2026-11-21');
    expect(other).toMatchObject({ note: null, earlierNote: null });
  });

  test('the newest of several notes counts, the oldest first in the list', () => {
    const notes = [aNote({ id: 'one', returnsOn: '2026-12-20' }), aNote({ id: 'two', returnsOn: '2026-11-21' })];
    expect(notedSignals([aSignal()], notes, '2026-11-22')[0]).toMatchObject({ note: null, earlierNote: { id: 'two' } });
  });
});

test.each([
  ['a,b', 'a', true],
  ['a,b', 'b,a', true],
  ['a', 'a,b', false],
  ['never', '2026-11-09', false],
])('%s knows all of %s: %s', (known, key, isKnown) => {
  expect(knowsAll(known, key)).toBe(isKnown);
});

describe('nobody notes what she has not seen', () => {
  const seen = { kind: 'no-sign-in', factKey: '2026-11-09' };

  test('the signal as it stands now is noted', () => {
    expect(signalToNote([aSignal()], seen)).toEqual(aSignal());
  });

  test.each([
    ['it is no longer there', [], /no longer so/],
    ['somebody else has noted it', [aSignal({ note: aNote() })], /in the meantime/],
    ['there is more to it', [aSignal({ factKey: '2026-11-09,more' })], /more to it/],
  ])('refused where %s', (_story, signals, words) => {
    expect(() => signalToNote(signals, seen)).toThrow(words);
  });

  test('it is back after as many days as the office has set for its kind', () => {
    expect(returnsOn(RULES, { kind: 'no-sign-in' }, '2026-11-23')).toBe('2026-11-30');
    expect(returnsOn(RULES, { kind: 'rule-override' }, '2026-11-23')).toBe('2026-12-21');
  });
});
