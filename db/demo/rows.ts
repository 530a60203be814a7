import type { Database } from '#db/client.ts';
import * as tables from '#db/schema/index.ts';

/** Rows to write, by table, in an order in which every reference exists. */
const TABLES = {
  people: tables.people,
  personRoles: tables.personRoles,
  cohorts: tables.cohorts,
  cohortMemberships: tables.cohortMemberships,
  assignments: tables.assignments,
  enrolments: tables.enrolments,
  programmePauses: tables.programmePauses,
  enrolmentChanges: tables.enrolmentChanges,
  programmeEndings: tables.programmeEndings,
  cohortTemplates: tables.cohortTemplates,
  auditEntries: tables.auditEntries,
  moduleOpenings: tables.moduleOpenings,
  sectionTicks: tables.sectionTicks,
  readingPositions: tables.readingPositions,
  checkAttempts: tables.checkAttempts,
  moduleCompletions: tables.moduleCompletions,
  reflections: tables.reflections,
  marks: tables.marks,
  evidenceItems: tables.evidenceItems,
  evidenceClaims: tables.evidenceClaims,
  criterionRatings: tables.criterionRatings,
  evidenceFiles: tables.evidenceFiles,
  justifications: tables.justifications,
  witnessRequests: tables.witnessRequests,
  witnessAnswers: tables.witnessAnswers,
  witnessChecks: tables.witnessChecks,
  assessmentPlanItems: tables.assessmentPlanItems,
  submissions: tables.submissions,
  submissionClaims: tables.submissionClaims,
  submissionFiles: tables.submissionFiles,
  submissionJustifications: tables.submissionJustifications,
  withdrawals: tables.withdrawals,
  recordRefusals: tables.recordRefusals,
  assessments: tables.assessments,
  criterionDecisions: tables.criterionDecisions,
  assessmentAnnotations: tables.assessmentAnnotations,
  assessmentDrafts: tables.assessmentDrafts,
  assessorStandings: tables.assessorStandings,
  samplingPolicies: tables.samplingPolicies,
  samplingPlans: tables.samplingPlans,
  samplingPlanItems: tables.samplingPlanItems,
  samples: tables.samples,
  verifications: tables.verifications,
  verificationDecisions: tables.verificationDecisions,
  standardisations: tables.standardisations,
  standardisationJudges: tables.standardisationJudges,
  standardisationJudgements: tables.standardisationJudgements,
  externalGrants: tables.externalGrants,
  externalGrantItems: tables.externalGrantItems,
  placements: tables.placements,
  placementAgreements: tables.placementAgreements,
  placementObjectives: tables.placementObjectives,
  placementHostLinks: tables.placementHostLinks,
  placementHostAnswers: tables.placementHostAnswers,
  placementDays: tables.placementDays,
  placementLog: tables.placementLog,
  placementReports: tables.placementReports,
  placementOffers: tables.placementOffers,
  placementWishes: tables.placementWishes,
  placementAwards: tables.placementAwards,
  readinessChecks: tables.readinessChecks,
  readinessAgreements: tables.readinessAgreements,
  cases: tables.cases,
  caseChanges: tables.caseChanges,
  caseAllocations: tables.caseAllocations,
  overLimitAgreements: tables.overLimitAgreements,
  caseOverrides: tables.caseOverrides,
  caseObjections: tables.caseObjections,
  objectionAnswers: tables.objectionAnswers,
  caseloadWork: tables.caseloadWork,
  workloadReductions: tables.workloadReductions,
  studySessions: tables.studySessions,
  studyRecords: tables.studyRecords,
  weekPatterns: tables.weekPatterns,
  weekExceptions: tables.weekExceptions,
  appointments: tables.appointments,
  supervisionMeetings: tables.supervisionMeetings,
  supervisionReviews: tables.supervisionReviews,
  supervisionActions: tables.supervisionActions,
  wellbeingChecks: tables.wellbeingChecks,
  acknowledgements: tables.acknowledgements,
  signalNotes: tables.signalNotes,
  cohortLooks: tables.cohortLooks,
  savedFilters: tables.savedFilters,
  contacts: tables.contacts,
  contactActions: tables.contactActions,
  contactActionEnds: tables.contactActionEnds,
  messages: tables.messages,
  messageRecipients: tables.messageRecipients,
  messageAnswers: tables.messageAnswers,
  peerSessions: tables.peerSessions,
  peerParts: tables.peerParts,
  peerSwaps: tables.peerSwaps,
  peerPreparations: tables.peerPreparations,
  peerMaterials: tables.peerMaterials,
  peerAttendance: tables.peerAttendance,
  peerQuestions: tables.peerQuestions,
  peerIntentions: tables.peerIntentions,
  peerIntentionReviews: tables.peerIntentionReviews,
  peerFeedback: tables.peerFeedback,
  officeSettings: tables.officeSettings,
  notices: tables.notices,
  noticeChoices: tables.noticeChoices,
} as const;

export type DemoRows = { [Name in keyof typeof TABLES]: (typeof TABLES)[Name]['$inferInsert'][] };

const ROWS_A_STATEMENT = 250;
const STATEMENTS_A_TRANSACTION = 8;

export function noRows(): DemoRows {
  return Object.fromEntries(Object.keys(TABLES).map((name) => [name, []])) as unknown as DemoRows;
}

/** Writes all rows in short transactions, so that the write queue stays open to others. */
export async function writeRows(database: Database, rows: DemoRows): Promise<void> {
  for (const name of Object.keys(TABLES) as (keyof DemoRows)[]) {
    await writeTable(database, TABLES[name], rows[name]);
  }
}

async function writeTable<Name extends keyof DemoRows>(
  database: Database,
  table: (typeof TABLES)[Name],
  rows: DemoRows[Name],
): Promise<void> {
  const chunks = chunksOf(rows, ROWS_A_STATEMENT);
  for (const group of chunksOf(chunks, STATEMENTS_A_TRANSACTION)) {
    await database.write(async (tx) => {
      for (const chunk of group) await tx.insert(table).values(chunk as never);
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
