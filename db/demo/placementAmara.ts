import { addDays } from '#src/domain/calendar.ts';
import type { DemoRows } from './rows.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

type Placement = DemoRows['placements'][number];

/** Two behind and before her: a court that is over, and the prison whose host was asked. */
function firstTwo(time: DemoTime): Placement[] {
  const from = (days: number) => addDays(time.monday, days);
  const proposedAt = noonOf(weeksBefore(time, 6));
  const traineeId = 'amara';
  return [
    {
      id: 'amara-court',
      traineeId,
      kind: 'court',
      place: 'Riverside Magistrates’ Court',
      hostContact: 'Duty desk, court probation team',
      supervisor: 'Court duty officer',
      lookFor: 'How a same-day report is put together, and what is left out.',
      startsOn: from(-28),
      endsOn: from(-27),
      startsAt: '09:00',
      endsAt: '16:30',
      travelNotes: 'Ten minutes on foot from the office. Telephones stay switched off inside.',
      proposedAt,
    },
    {
      id: 'amara-prison',
      traineeId,
      kind: 'prison',
      place: 'HMP Fernhill (made up)',
      hostContact: 'Offender management unit, at the main gate, 9am',
      supervisor: 'Prison offender manager on duty',
      lookFor: 'How the prison and the community officer share one sentence plan before a parole hearing.',
      startsOn: from(9),
      endsOn: from(11),
      startsAt: '09:00',
      endsAt: '15:30',
      travelNotes: 'Train to Fernhill, then the bus that meets it. Take a photo card; leave the telephone in a locker.',
      proposedAt,
    },
  ];
}

/** Two further ahead: half days that everybody agreed to, and one that is only proposed. */
function furtherAhead(time: DemoTime): Placement[] {
  const from = (days: number) => addDays(time.monday, days);
  const proposedAt = noonOf(weeksBefore(time, 6));
  const traineeId = 'amara';
  return [
    {
      id: 'amara-programmes',
      traineeId,
      kind: 'programmes',
      place: 'Programmes team, Eastgate',
      hostContact: 'Programmes office, second floor',
      supervisor: 'Treatment manager',
      lookFor: 'How a facilitator keeps a group working when one person will not.',
      startsOn: from(23),
      endsOn: from(37),
      weekdays: [3],
      startsAt: '13:00',
      endsAt: '17:00',
      travelNotes: 'Bus to Eastgate; the entrance is at the back.',
      proposedAt,
    },
    {
      id: 'amara-premises',
      traineeId,
      kind: 'approved_premises',
      place: 'Larch House approved premises (made up)',
      hostContact: 'Duty manager',
      lookFor: 'The first hour after an arrival from custody.',
      startsOn: from(30),
      endsOn: from(30),
      startsAt: '09:00',
      endsAt: '12:00',
      proposedAt: noonOf(time.monday),
    },
  ];
}

/** Amara's placements: one over, three ahead. */
export const placementsOfAmara = (time: DemoTime): Placement[] => [...firstTwo(time), ...furtherAhead(time)];
