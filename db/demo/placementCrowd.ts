import { PLACEMENT_KINDS } from '#src/domain/placements/words.ts';
import { addDays } from '#src/domain/calendar.ts';
import { oneOf } from './oneOf.ts';
import type { DemoRows } from './rows.ts';
import { STORIES, type Story } from './stories.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

const NAMED = new Set(STORIES.map(({ id }) => id));

/** One placement of a day for each trainee beyond the named ones: behind her, agreed by her manager, and recorded. */
export function crowdPlacements(rows: DemoRows, time: DemoTime, stories: readonly Story[]): void {
  const agreedAt = noonOf(weeksBefore(time, 3));
  for (const [index, { id: traineeId, managerId }] of stories.entries()) {
    if (NAMED.has(traineeId)) continue;
    const placementId = `${traineeId}-placement`;
    const day = addDays(time.monday, -7 + (index % 5));
    rows.placements.push({
      id: placementId,
      traineeId,
      kind: oneOf(PLACEMENT_KINDS, index),
      place: `Host ${(index % 40) + 1}`,
      hostContact: 'Reception',
      lookFor: 'How the team decides what comes first.',
      startsOn: day,
      endsOn: day,
      proposedAt: agreedAt,
    });
    rows.placementAgreements.push({ placementId, personId: managerId, agreedAt });
    rows.placementDays.push({
      placementId,
      day,
      attendance: 'attended',
      minutes: 420,
      words: '',
      revision: 1,
      savedAt: noonOf(day),
    });
  }
}
