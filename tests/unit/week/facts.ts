import type { Enrolment } from '#src/domain/programme/timeline.ts';
import { type AgendaFacts, weekAgenda } from '#src/domain/week/agendaOf.ts';
import type { FactOf, WeekFact } from '#src/domain/week/facts.ts';
import type { PatternPart, WeekDays } from '#src/domain/week/pattern.ts';
import type { WeekPlace } from '#src/domain/week/words.ts';
import { ONE } from '../portfolio/lines.ts';
import { standard15 } from '../programme/routes.ts';

export const all = (place: WeekPlace): PatternPart[] => [{ place, part: 'day', startsAt: null, endsAt: null }];
export const half = (place: WeekPlace, part: 'morning' | 'afternoon'): PatternPart => ({
  place,
  part,
  startsAt: null,
  endsAt: null,
});

/** Monday office, Tuesday masterclass, Wednesday prison, Thursday training, Friday office and a home visit. */
export const LONDON: WeekDays = [
  all('office'),
  all('masterclass'),
  all('prison'),
  all('training'),
  [half('office', 'morning'), half('home_visits', 'afternoon')],
  [],
  [],
];
export const THREE_DAYS: WeekDays = [all('office'), all('university'), [], all('office'), [], [], []];
export const USUAL: WeekDays = [all('head_office'), [], [], [], [], [], []];

/** Monday 23 November 2026. */
export const MONDAY = '2026-11-23';

export const pattern = (change: Partial<FactOf<'pattern'>> = {}): FactOf<'pattern'> => ({
  fact: 'pattern',
  id: 'london',
  owner: 'cohort',
  startsOn: '2026-01-05',
  endsOn: null,
  since: '2026-01-05',
  until: null,
  days: LONDON,
  changedAt: 1,
  ...change,
});

export const exception = (change: Partial<FactOf<'exception'>> = {}): FactOf<'exception'> => ({
  fact: 'exception',
  id: 'away',
  startsOn: MONDAY,
  endsOn: MONDAY,
  place: 'leave',
  words: 'Family visit',
  changedAt: 1,
  ...change,
});

export const placement = (change: Partial<FactOf<'placement'>> = {}): FactOf<'placement'> => ({
  fact: 'placement',
  id: 'fernhill',
  kind: 'prison',
  place: 'HMP Fernhill (made up)',
  startsOn: MONDAY,
  endsOn: '2026-11-27',
  weekdays: [1, 2, 3, 4, 5],
  startsAt: null,
  endsAt: null,
  agreements: 2,
  changedAt: 1,
  ...change,
});

export const appointment = (change: Partial<FactOf<'appointment'>> = {}): FactOf<'appointment'> => ({
  fact: 'appointment',
  id: 'dentist',
  day: MONDAY,
  startsAt: '08:30',
  endsAt: '09:15',
  title: 'Dentist',
  isPrivate: true,
  revision: 1,
  changedAt: 1_800_000_000,
  ...change,
});

export const study = (change: Partial<FactOf<'study'>> = {}): FactOf<'study'> => ({
  fact: 'study',
  id: 'study-1',
  day: MONDAY,
  minutes: 180,
  part: 'modules',
  startsAt: '13:00',
  revision: 1,
  takenMinutes: null,
  lostMinutes: null,
  changedAt: 1,
  ...change,
});

export const planned = (change: Partial<FactOf<'planned'>> = {}): FactOf<'planned'> => ({
  fact: 'planned',
  id: 'p',
  kind: 'observation',
  criteria: ['3.1', '3.2'],
  version: 'demo-1',
  evidenceId: null,
  came: [],
  day: MONDAY,
  changedAt: 1_000,
  ...change,
});

export const contactAction = (change: Partial<FactOf<'contactAction'>> = {}): FactOf<'contactAction'> => ({
  fact: 'contactAction',
  id: 'a',
  traineeId: 'amara',
  words: 'Send the timetable.',
  dueOn: MONDAY,
  changedAt: 1_000,
  ...change,
});

/** A snapshot that claims 3.1 and came back: 3.1 was met, 3.2 was not. */
export const returned = (change: Partial<FactOf<'returned'>['snapshot']> = {}): FactOf<'returned'> => ({
  fact: 'returned',
  id: 'evidence-2',
  title: 'A home visit',
  snapshot: {
    ...{ qualificationVersion: 'demo-1', withdrawnAt: null, awaitsSignatures: false, claims: ['3.1', '3.2'] },
    assessment: {
      ...{ outcome: 'returned', standing: 'counts' },
      decisions: [
        { criterionId: '3.1', outcome: 'met', verification: null },
        { criterionId: '3.2', outcome: 'not_met', verification: null },
      ],
    },
    ...{ signedCriteria: [], signOff: null },
    ...change,
  },
});

export const enrolment: Enrolment = {
  traineeId: 'amara',
  routeId: standard15.id,
  startedOn: '2026-07-06',
  hoursPerWeek: 37,
  pauses: [],
};

/** Amara's agenda of one week of November 2026, from facts. */
export function agenda(facts: readonly WeekFact[], change: Partial<AgendaFacts> = {}) {
  return weekAgenda({
    facts,
    enrolment,
    route: null,
    titles: new Map(),
    qualifications: ONE,
    holidays: { days: [{ day: '2026-12-25', name: 'Christmas Day' }] },
    usual: USUAL,
    from: MONDAY,
    to: '2026-11-29',
    today: MONDAY,
    audience: 'self',
    ...change,
  });
}
