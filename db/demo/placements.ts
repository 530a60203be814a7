import { addDays } from '#src/domain/calendar.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

type Placement = DemoRows['placements'][number];

/** One behind her, one ahead and agreed, one only proposed. */
function placementsOfAmara(time: DemoTime): Placement[] {
  const proposedAt = noonOf(weeksBefore(time, 6));
  const prison = addDays(time.monday, 9);
  const premises = addDays(time.monday, 30);
  return [
    {
      id: 'amara-court',
      traineeId: 'amara',
      kind: 'court',
      place: 'Riverside Magistrates’ Court',
      hostContact: 'Duty desk, court probation team',
      lookFor: 'How a same-day report is put together, and what is left out.',
      startsOn: addDays(time.monday, -28),
      endsOn: addDays(time.monday, -27),
      proposedAt,
    },
    {
      id: 'amara-prison',
      traineeId: 'amara',
      kind: 'prison',
      place: 'HMP Fernhill (made up)',
      hostContact: 'Offender management unit, at the main gate, 9am',
      lookFor: 'How the prison and the community officer share one sentence plan before a parole hearing.',
      startsOn: prison,
      endsOn: addDays(prison, 2),
      proposedAt,
    },
    {
      id: 'amara-premises',
      traineeId: 'amara',
      kind: 'approved_premises',
      place: 'Larch House approved premises (made up)',
      hostContact: 'Duty manager',
      lookFor: 'The first hour after an arrival from custody.',
      startsOn: premises,
      endsOn: premises,
      proposedAt: noonOf(time.monday),
    },
  ];
}

/** One ahead. */
function placementsOfTom(time: DemoTime): Placement[] {
  const startsOn = addDays(time.monday, 9);
  return [
    {
      id: 'tom-victim-liaison',
      traineeId: 'tom',
      kind: 'victim_liaison',
      place: 'Victim liaison unit, London',
      hostContact: 'Team administrator',
      lookFor: 'What victims ask before a parole decision, and what they are told.',
      startsOn,
      endsOn: addDays(startsOn, 1),
      proposedAt: noonOf(weeksBefore(time, 6)),
    },
  ];
}

/** Placements of the named trainees and who agreed to them. */
export function tellPlacements(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const present = new Set(stories.map(({ id }) => id));
  const placements = [...placementsOfAmara(time), ...placementsOfTom(time)].filter(({ traineeId }) =>
    present.has(traineeId),
  );
  rows.placements.push(...placements);
  const agreedAt = noonOf(weeksBefore(time, 5));
  const agreements = [
    { placementId: 'amara-court', personId: 'ruth', agreedAt },
    { placementId: 'amara-court', personId: 'kerry', agreedAt },
    { placementId: 'amara-prison', personId: 'ruth', agreedAt },
    { placementId: 'tom-victim-liaison', personId: 'ruth', agreedAt },
  ];
  rows.placementAgreements.push(
    ...agreements.filter(({ placementId }) => placements.some(({ id }) => id === placementId)),
  );
}
