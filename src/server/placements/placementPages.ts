import { type findPlacement, listAgreers, listObjectives } from '#db/queries/placementDetail.ts';
import { findHostLink } from '#db/queries/placementHost.ts';
import { listPlacementDays, listPlacementLog } from '#db/queries/placementRecords.ts';
import { listPlacements } from '#db/queries/placements.ts';
import type { Reader } from '#db/client.ts';
import { placementDates } from '#src/domain/placements/days.ts';
import { bankHolidayOn } from '#src/domain/week/bankHolidays.ts';
import { portal, today } from '../portal.ts';

/** A trainee's placements, their objectives and who may agree to them. Three queries in one round trip. */
export async function loadPlacements(db: Reader, traineeId: string) {
  const [placements, objectives, people] = await Promise.all([
    listPlacements(db, traineeId),
    listObjectives(db, traineeId),
    listAgreers(db, traineeId, today()),
  ]);
  return { placements, objectives, people };
}

export type FoundPlacement = NonNullable<Awaited<ReturnType<typeof findPlacement>>>;

/** Everything about one placement that was found and may be read. Six queries in one round trip. */
export async function loadPlacement(db: Reader, { id, traineeId }: FoundPlacement) {
  const [{ placements, objectives, people }, days, log, hostLink] = await Promise.all([
    loadPlacements(db, traineeId),
    listPlacementDays(db, id),
    listPlacementLog(db, id),
    findHostLink(db, id),
  ]);
  return {
    placement: placements.find((placement) => placement.id === id) ?? null,
    objectives: objectives.filter(({ placementId }) => placementId === id),
    people,
    days,
    log,
    hostLink,
  };
}

/** The days of a placement on which offices are closed, with what they are called. */
export function holidaysOf(placement: Parameters<typeof placementDates>[0]) {
  return placementDates(placement).flatMap((day) => bankHolidayOn(portal().content.bankHolidays, day) ?? []);
}
