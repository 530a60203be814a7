import { addDays } from '#src/domain/calendar.ts';
import type { DemoRows } from './rows.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

/** Placements of the named trainees: one behind Amara, one ahead and agreed, one only proposed; one ahead for Tom. */
export function tellPlacements(rows: DemoRows, time: DemoTime): void {
  const proposedAt = noonOf(weeksBefore(time, 6));
  const court = addDays(time.monday, -28);
  const prison = addDays(time.monday, 9);
  const premises = addDays(time.monday, 30);
  rows.placements.push(
    { id: 'amara-court', traineeId: 'amara', kind: 'court', place: 'Riverside Magistrates’ Court', hostContact: 'Duty desk, court probation team', lookFor: 'How a same-day report is put together, and what is left out.', startsOn: court, endsOn: addDays(court, 1), proposedAt },
    { id: 'amara-prison', traineeId: 'amara', kind: 'prison', place: 'HMP Fernhill (made up)', hostContact: 'Offender management unit, at the main gate, 9am', lookFor: 'How the prison and the community officer share one sentence plan before a parole hearing.', startsOn: prison, endsOn: addDays(prison, 2), proposedAt },
    { id: 'amara-premises', traineeId: 'amara', kind: 'approved_premises', place: 'Larch House approved premises (made up)', hostContact: 'Duty manager', lookFor: 'The first hour after an arrival from custody.', startsOn: premises, endsOn: premises, proposedAt: noonOf(time.monday) },
    { id: 'tom-victim-liaison', traineeId: 'tom', kind: 'victim_liaison', place: 'Victim liaison unit, London', hostContact: 'Team administrator', lookFor: 'What victims ask before a parole decision, and what they are told.', startsOn: prison, endsOn: addDays(prison, 1), proposedAt },
  );
  const agreedAt = noonOf(weeksBefore(time, 5));
  rows.placementAgreements.push(
    { placementId: 'amara-court', personId: 'ruth', agreedAt }, { placementId: 'amara-court', personId: 'kerry', agreedAt },
    { placementId: 'amara-prison', personId: 'ruth', agreedAt }, { placementId: 'tom-victim-liaison', personId: 'ruth', agreedAt },
  );
}
