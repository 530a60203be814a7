import { describe, expect, test } from 'vitest';
import formatFile from '#src/content/peer-sessions/teach-back.json' with { type: 'json' };
import { peerFormatSchema } from '#src/domain/peerSessions/formatSchema.ts';
import { calendarEvents } from '#src/domain/week/calendarEvents.ts';
import { clashWords } from '#src/domain/week/clashes.ts';
import type { FactOf } from '#src/domain/week/facts.ts';
import { peerSessionAhead } from '#src/domain/week/peerSessionAhead.ts';
import { agenda, MONDAY } from './facts.ts';

const FORMATS = [peerFormatSchema.parse(formatFile)];
const peerSession = (change: Partial<FactOf<'peerSession'>> = {}): FactOf<'peerSession'> => ({
  ...{ fact: 'peerSession', id: 'session', day: MONDAY, startsAt: '14:00', endsAt: '15:15' },
  ...{ title: 'Recall', format: 'teach_back', roles: [], done: [], isHeld: false, revision: 3, changedAt: 1 },
  ...change,
});
const itemFor = (audience: 'self' | 'colleague' | 'calendar', change: Partial<FactOf<'peerSession'>> = {}) =>
  agenda([peerSession(change)], { audience }).items.find(({ kind }) => kind === 'peer-session');

describe('a peer session in a trainee’s week', () => {
  test('she reads what it is about and what she does in it, and opens it', () => {
    expect(itemFor('self', { roles: ['leader', 'presenter'] })).toMatchObject({
      ...{ title: 'Peer session: Recall', note: 'you lead it and present', href: '/peer-sessions/session' },
      ...{ day: MONDAY, startsAt: '14:00', endsAt: '15:15', movable: false },
    });
    expect(itemFor('self', { title: '' })).toMatchObject({ title: 'Peer session', note: '' });
  });

  test.each(['colleague', 'calendar'] as const)('a %s is told only that there is one', (audience) => {
    expect(itemFor(audience, { roles: ['leader'] })).toMatchObject({ title: 'Peer session', note: '', href: null });
  });

  test('in a calendar it takes its time, and says how often it was changed', () => {
    const [event] = calendarEvents({ from: MONDAY, to: MONDAY, items: [itemFor('calendar')!] });
    expect(event).toMatchObject({ key: 'peer-session:session', isBusy: true, isTentative: false, sequence: 3 });
  });

  test('nothing else is planned into it unawares', () => {
    const wanted = { day: MONDAY, id: 'new', part: 'times', startsAt: '15:00', endsAt: '16:00' } as const;
    expect(clashWords(agenda([peerSession()]), wanted)).toContain('Peer session: Recall at 2pm.');
    expect(clashWords(agenda([peerSession()]), { ...wanted, startsAt: '15:15' })).toBeNull();
  });
});

describe('what comes next', () => {
  const ahead = (...facts: FactOf<'peerSession'>[]) => peerSessionAhead(facts, FORMATS, MONDAY);

  test('nothing where nothing is planned, or what was today was held', () => {
    expect(ahead()).toEqual({ next: null, own: null, preparation: null });
    expect(ahead(peerSession({ isHeld: true })).next).toBeNull();
  });

  test('the next one, the next one of hers, and what of it is to be done first', () => {
    const first = peerSession({ id: 'first', day: '2026-12-08' });
    const hers = peerSession({ id: 'hers', day: '2027-01-12', roles: ['leader'], done: ['aim'] });
    const { next, own, preparation } = ahead(hers, first);
    expect([next?.id, own?.id]).toEqual(['first', 'hers']);
    expect(preparation).toMatchObject({ id: 'source', dueOn: '2026-12-22' });
  });

  test('nothing is to be done where everything is, or no format is chosen', () => {
    const done = FORMATS.flatMap(({ preparation }) => preparation.map(({ id }) => id));
    expect(ahead(peerSession({ roles: ['presenter'], done })).preparation).toBeNull();
    expect(ahead(peerSession({ roles: ['presenter'], format: null })).preparation).toBeNull();
  });
});
