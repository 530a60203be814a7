import { addDays } from '#src/domain/calendar.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

type Check = DemoRows['readinessChecks'][number];

function checks(time: DemoTime): Check[] {
  const savedAt = noonOf(weeksBefore(time, 2));
  const shadowedOn = addDays(weeksBefore(time, 4), 4);
  const common = { shadowedOn, shadowedWith: 'Probation officer, three years qualified', revision: 1, savedAt };
  const checkIn = 'Text the duty officer before going in and when out; after half an hour of silence she rings.';
  return [
    {
      ...common,
      id: 'amara-home-visit',
      traineeId: 'amara',
      kind: 'home_visit',
      buddy: 'Practice tutor assessor on duty',
      checkIn,
    },
    {
      ...common,
      id: 'amara-lone-work',
      traineeId: 'amara',
      kind: 'lone_work',
      buddy: 'Priya, who has the desk beside',
      checkIn: 'Sign in at reception, press the room alarm at the start, sign out at the end.',
    },
    { ...common, id: 'tom-home-visit', traineeId: 'tom', kind: 'home_visit', buddy: '', checkIn: '' },
    {
      ...common,
      id: 'jonah-home-visit',
      traineeId: 'jonah',
      kind: 'home_visit',
      buddy: 'Duty officer of the day',
      checkIn: 'Ring the office from the car before and after.',
      revision: 2,
    },
  ];
}

/** Amara may go on home visits and waits to work alone; Jonah changed what was agreed; Tom has begun. */
export function tellReadiness(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const present = new Set(stories.map(({ id }) => id));
  const told = checks(time).filter(({ traineeId }) => present.has(traineeId));
  rows.readinessChecks.push(...told);
  const agreedAt = noonOf(addDays(weeksBefore(time, 2), 1));
  for (const checkId of ['amara-home-visit', 'jonah-home-visit']) {
    if (told.some(({ id }) => id === checkId)) {
      rows.readinessAgreements.push({ checkId, revision: 1, managerId: 'kerry', agreedAt });
    }
  }
}
