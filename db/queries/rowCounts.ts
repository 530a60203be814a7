import { count, eq } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import {
  appointments,
  calendarAddresses,
  caseAllocations,
  caseChanges,
  caseloadWork,
  caseObjections,
  objectionAnswers,
  officeSettings,
  overLimitAgreements,
  placementHostLinks,
  placements,
  studyRecords,
  studySessions,
  supervisionMeetings,
  weekExceptions,
  weekPatterns,
  workloadReductions,
} from '#db/schema/index.ts';

/** What somebody can add to, and the column of whose it is or of what it belongs to. Each has an index that begins with it. */
const OWNERS = {
  allocations: caseAllocations.traineeId,
  agreements: overLimitAgreements.traineeId,
  answers: objectionAnswers.objectionId,
  appointments: appointments.traineeId,
  calendarAddresses: calendarAddresses.personId,
  caseChanges: caseChanges.caseId,
  cohortPatterns: weekPatterns.cohortId,
  exceptions: weekExceptions.traineeId,
  hostLinks: placementHostLinks.placementId,
  meetings: supervisionMeetings.traineeId,
  objections: caseObjections.traineeId,
  ownPatterns: weekPatterns.traineeId,
  placements: placements.traineeId,
  reductions: workloadReductions.traineeId,
  settings: officeSettings.kind,
  studyRecords: studyRecords.sessionId,
  studySessions: studySessions.traineeId,
  work: caseloadWork.traineeId,
} as const;

export type Growing = keyof typeof OWNERS;

/** How many rows there are of one owner, those that were taken out, cancelled or ended among them. One query. */
export async function countRows(db: Reader, what: Growing, ownerId: string): Promise<number> {
  const owner = OWNERS[what];
  const [row] = await db.select({ rows: count() }).from(owner.table).where(eq(owner, ownerId));
  return row?.rows ?? 0;
}
