import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as tables from '#db/schema/index.ts';
import { AT } from './rows.ts';

/** A row as its table wants it. */
function row<Table extends SQLiteTable>(table: Table, values: Table['$inferInsert']): [SQLiteTable, object] {
  return [table, values];
}

const known = { reference: 'AMBER-1', tier: 'C2', kind: 'community' } as const;
const change = { transitionToAdulthood: false, activity: 'active', attributes: [], complexity: [] } as const;
const numbers = { availablePoints: 435, usedPointsBefore: 0, usedPointsAfter: 63 };
const offer = { kind: 'court', place: 'A court', hostContact: '', lookFor: '', travelNotes: '', lot: 'a lot' } as const;
const ready = { shadowedWith: '', buddy: '', checkIn: '', revision: 1, savedAt: AT };
const review = {
  facts: '{}',
  notes: '',
  revision: 1,
  createdBy: 'daniel',
  createdAt: AT,
  savedBy: 'daniel',
  savedAt: AT,
};
const link = { id: 'link', placementId: 'placement', tokenHash: 'a hash', madeBy: 'amara', madeAt: AT, expiresAt: AT };
const session = { id: 'session', traineeId: 'amara', day: '2026-11-20', minutes: 60, part: 'modules' } as const;

/**
 * One row in each table of caseloads, settings, placements, study time and supervision that keeps its rows, with what it refers
 * to. They lean on the rows of `oneOfEach.ts`: the placement, the entry of the ledger, the people.
 */
export const OFFICE_ROWS: readonly [SQLiteTable, object][] = [
  row(tables.cases, { id: 'case', ...known, createdAt: AT }),
  row(tables.caseChanges, {
    ...{ id: 'change', caseId: 'case', effectiveOn: '2026-11-20', ...known, ...change },
    ...{ changedBy: 'daniel', changedAt: AT, number: 1 },
  }),
  row(tables.caseAllocations, {
    ...{ id: 'allocation', caseId: 'case', traineeId: 'amara', managerId: 'daniel', startsOn: '2026-11-20' },
    ...{ allocatedAt: AT, ...numbers },
  }),
  row(tables.overLimitAgreements, {
    ...{ id: 'agreement', traineeId: 'amara', managerId: 'daniel', allocationId: 'allocation', reason: 'Cover' },
    ...{ startsOn: '2026-11-20', until: '2026-12-11', agreedAt: AT },
  }),
  row(tables.caseOverrides, {
    ...{ id: 'override', allocationId: 'allocation', attribute: 'terrorism', stage: 'later', rulesVersion: 'default' },
    ...{ approverName: 'The head', reason: 'Agreed', enteredBy: 'daniel', enteredAt: AT },
  }),
  row(tables.caseObjections, { id: 'objection', traineeId: 'amara', words: 'Not agreed', raisedAt: AT }),
  row(tables.objectionAnswers, {
    ...{ id: 'answer', objectionId: 'objection', personId: 'daniel', words: 'Settled', settles: true, answeredAt: AT },
  }),
  row(tables.officeSettings, {
    ...{ id: 'setting', kind: 'supervision', effectiveFrom: '2026-12-01', value: '{"everyWeeks":6}', reason: 'Policy' },
    ...{ enteredBy: 'daniel', enteredAt: AT },
  }),
  row(tables.acknowledgements, { personId: 'amara', matter: 'over-limit:agreement', acknowledgedAt: AT }),
  row(tables.placementHostLinks, link),
  row(tables.placementHostAnswers, {
    ...{
      placementId: 'placement',
      linkId: 'link',
      name: 'A host',
      job: 'Officer',
      agrees: true,
      words: '',
      answeredAt: AT,
    },
  }),
  row(tables.placementOffers, {
    ...{ id: 'offer', ...offer, startsOn: '2026-12-10', endsOn: '2026-12-11', closesOn: '2026-12-01', seats: 1 },
    ...{ madeBy: 'daniel', madeAt: AT },
  }),
  row(tables.placementAwards, { offerId: 'offer', traineeId: 'amara', rank: 1, reason: 'The only one' }),
  row(tables.readinessChecks, { id: 'check', traineeId: 'amara', kind: 'home_visit', ...ready }),
  row(tables.readinessAgreements, { checkId: 'check', revision: 1, managerId: 'daniel', agreedAt: AT }),
  row(tables.studySessions, { ...session, plannedAt: AT, revision: 1 }),
  row(tables.studyRecords, {
    ...{ id: 'record', sessionId: 'session', traineeId: 'amara', number: 1, takenMinutes: 60, lostMinutes: 0 },
    ...{ words: '', recordedAt: AT },
  }),
  row(tables.supervisionReviews, { id: 'review', traineeId: 'amara', heldOn: '2026-11-20', ...review }),
  row(tables.supervisionActions, {
    ...{ id: 'action', reviewId: 'review', position: 1, words: 'Read', part: 'trainee', dueOn: '2026-12-01' },
  }),
  row(tables.supervisionSignatures, {
    ...{ reviewId: 'review', part: 'trainee', personId: 'amara', sha256: 'a'.repeat(64), signedAt: AT, ledgerSeq: 1 },
  }),
  row(tables.workloadReductions, {
    ...{ id: 'reduction', traineeId: 'amara', reason: 'Phased return', hoursPerWeek: 4, startsOn: '2026-11-01' },
    ...{ enteredBy: 'daniel', enteredAt: AT },
  }),
  row(tables.caseloadWork, {
    ...{ id: 'work', traineeId: 'amara', kind: 'parole_report', startsOn: '2026-11-01', endsOn: '2026-12-01' },
    ...{ enteredBy: 'daniel', enteredAt: AT },
  }),
];
