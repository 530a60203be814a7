import { count, eq } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import {
  appointments,
  assessmentPlanItems,
  assessorStandings,
  calendarAddresses,
  caseAllocations,
  caseChanges,
  caseloadWork,
  caseObjections,
  evidenceItems,
  externalGrants,
  objectionAnswers,
  officeSettings,
  overLimitAgreements,
  placementHostLinks,
  placements,
  studyRecords,
  samplingPlans,
  samplingPolicies,
  standardisations,
  studySessions,
  submissions,
  supervisionMeetings,
  verifications,
  weekExceptions,
  weekPatterns,
  witnessRequests,
  workloadReductions,
} from '#db/schema/index.ts';

/** What somebody can add to, and the column of whose it is or of what it belongs to. Each has an index that begins with it, or stands in a table that the limit itself keeps small. */
const OWNERS = {
  allocations: caseAllocations.traineeId,
  agreements: overLimitAgreements.traineeId,
  answers: objectionAnswers.objectionId,
  appointments: appointments.traineeId,
  calendarAddresses: calendarAddresses.personId,
  caseChanges: caseChanges.caseId,
  cohortPatterns: weekPatterns.cohortId,
  evidence: evidenceItems.traineeId,
  exceptions: weekExceptions.traineeId,
  exercises: standardisations.createdBy,
  grants: externalGrants.personId,
  hostLinks: placementHostLinks.placementId,
  looks: verifications.submissionId,
  meetings: supervisionMeetings.traineeId,
  objections: caseObjections.traineeId,
  ownPatterns: weekPatterns.traineeId,
  placements: placements.traineeId,
  planItems: assessmentPlanItems.traineeId,
  plans: samplingPlans.verifierId,
  policies: samplingPolicies.enteredBy,
  records: evidenceItems.writerId,
  reductions: workloadReductions.traineeId,
  settings: officeSettings.kind,
  snapshots: submissions.evidenceId,
  standings: assessorStandings.assessorId,
  studyRecords: studyRecords.sessionId,
  studySessions: studySessions.traineeId,
  witnessLinks: witnessRequests.evidenceId,
  witnessAsked: witnessRequests.madeBy,
  work: caseloadWork.traineeId,
} as const;

export type Growing = keyof typeof OWNERS;

/** How many rows there are of one owner, those that were taken out, cancelled or ended among them. One query. */
export async function countRows(db: Reader, what: Growing, ownerId: string): Promise<number> {
  const owner = OWNERS[what];
  const [row] = await db.select({ rows: count() }).from(owner.table).where(eq(owner, ownerId));
  return row?.rows ?? 0;
}
