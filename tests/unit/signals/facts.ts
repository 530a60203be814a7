import { readFileSync } from 'node:fs';
import { NOTHING_PAST, type SignalPast } from '#src/domain/signals/past.ts';
import type { SignalFacts } from '#src/domain/signals/facts.ts';
import type { SignalKind } from '#src/domain/signals/kinds.ts';
import type { SignalRules, SignalThreshold } from '#src/domain/signals/schema.ts';
import type { NotedSignal, Signal, SignalNote } from '#src/domain/signals/signal.ts';
import { signalsOf } from '#src/domain/signals/signals.ts';

const file = new URL('../../../src/content/office/signals.json', import.meta.url);

/** The thresholds the portal comes with. */
export const RULES = (JSON.parse(readFileSync(file, 'utf8')) as { value: SignalRules }).value;

export const TODAY = '2026-11-23';

/** A trainee in week 20 about whom there is nothing to say. */
export const CALM: SignalFacts = {
  traineeId: 'amara',
  today: TODAY,
  startedOn: '2026-07-13',
  place: { state: 'running', week: 20, pause: null },
  late: [],
  lastSignInOn: TODAY,
  quiet: { since: TODAY, days: 0 },
  returned: [],
  waiting: [],
  caseload: { available: 435, used: 400, percent: 92, limit: 'within' },
  overLimit: null,
  overrides: [],
  study: { lostMinutes: 0, stillLostMinutes: 0, stillLost: [] },
  supervision: { overdueSince: null, sentence: 'Last review 2 weeks ago.', plannedOn: null },
  cancelledPlacements: [],
  sharedCheckIns: [],
};

export const facts = (change: Partial<SignalFacts>): SignalFacts => ({ ...CALM, ...change });
export const inWeek = (week: number): Pick<SignalFacts, 'place'> => ({
  place: { state: 'running', week, pause: null },
});

/** The thresholds with some of one kind changed. */
export const rulesWith = (kind: SignalKind, change: Partial<SignalThreshold>): SignalRules => ({
  ...RULES,
  kinds: { ...RULES.kinds, [kind]: { ...RULES.kinds[kind], ...change } },
});

/** The signal of a kind, or undefined. */
export const signalOf = (kind: SignalKind, change: Partial<SignalFacts>, rules = RULES): Signal | undefined =>
  signalsOf(facts(change), rules).find((signal) => signal.kind === kind);

export const past = (change: Partial<SignalPast>): SignalPast => ({ ...NOTHING_PAST, ...change });

/** Noon in London on a day, as seconds since 1970. */
export const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;

export const aNote = (change: Partial<SignalNote> = {}): SignalNote => ({
  id: 'note',
  kind: 'no-sign-in',
  factKey: '2026-11-09',
  words: 'Rang; she is back on Monday.',
  by: 'Ruth Adeyemi',
  notedOn: '2026-11-20',
  returnsOn: '2026-11-27',
  ...change,
});

export const aSignal = (change: Partial<NotedSignal> = {}): NotedSignal => ({
  kind: 'no-sign-in',
  traineeId: 'amara',
  factKey: '2026-11-09',
  since: '2026-11-09',
  reason: 'No sign-in for 14 days',
  nextStep: 'Ring',
  actor: 'tutor',
  href: '/trainees/amara',
  ownHref: '/week',
  note: null,
  earlierNote: null,
  ...change,
});
