import { type FurtherCase, LETTERS } from './caseloadStories.ts';
import { allocationRow, type Draft, type Telling } from './caseloadTelling.ts';
import { noonOf, weeksBefore } from './timing.ts';

const idOfFurther = (traineeId: string, number: number) => `${traineeId}-further-${String(number)}`;

/** The case of somebody's further case, told once: one that came from another trainee is the same as before. */
function tellFurther({ rows, time }: Telling, told: FurtherCase, id: string): void {
  if (rows.cases.some((known) => known.id === id)) return;
  const { reference, tier, kind, attributes = [] } = told;
  const createdAt = noonOf(weeksBefore(time, told.from));
  rows.cases.push({ id, reference, tier, kind, attributes, letterTier: LETTERS[tier] ?? null, createdAt });
}

function endOf({ story, time }: Telling, { to, end = 'closed' }: FurtherCase) {
  if (to === null) return {};
  const endsOn = weeksBefore(time, to);
  return { endsOn, endReason: end, endedBy: story.managerId, endedAt: noonOf(endsOn) };
}

/** A case that was hers, or that she does not carry alone. */
export function furtherCase(telling: Telling, told: FurtherCase, index: number): Draft {
  const { rows, story, time, points } = telling;
  const { after, carrying = 'sole', sharePercent = 100 } = told;
  const own = idOfFurther(story.id, index + 1);
  const caseId = after ? idOfFurther(after.traineeId, after.number) : own;
  // A demo of fewer people begins with whoever is there.
  const isKnown = after?.traineeId === story.id || rows.caseAllocations.some(({ id }) => id === `${caseId}-1`);
  tellFurther(telling, told, caseId);
  const row = allocationRow(telling, { id: `${own}-1`, caseId, startsOn: weeksBefore(time, told.from) });
  const movedFrom = after && isKnown ? `${caseId}-1` : null;
  return {
    row: { ...row, carrying, sharePercent, movedFrom, ...endOf(telling, told) },
    points: (points.of(told) * sharePercent) / 100,
  };
}
