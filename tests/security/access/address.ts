import { accountLinkOf } from './accounts.ts';
import type { Column } from './cast.ts';
import { contactIdsOf } from './contacts.ts';
import { exportIdOf } from './exports.ts';
import { fileIdsOf } from './files.ts';
import { peerSessionsOf } from './peerAfter.ts';
import { PLAN, qualityIdsOf } from './quality.ts';
import { recordIdsOf } from './records.ts';
import { countersignId } from './signing.ts';
import { supervisionOf } from './supervision.ts';
import { CALENDAR_TOKEN } from './weekRecords.ts';
import { SHOWN_IMPORT } from './people.ts';
import { recordsOf } from './world.ts';

/** A module, and a case file of the modules, which belong to nobody. */
const MODULE = 'parole-recall';
const CASE = 'dale-arkwright';
const COHORTS: Readonly<Record<string, string>> = { nia: 'wales' };

function portfolioIds(column: Column): Readonly<Record<string, string>> {
  const { submissionId, evidenceId } = recordsOf(column, 'own page');
  return {
    '/assess/[id]': submissionId,
    '/assess/[id]/sign': submissionId,
    '/assess/countersign/[id]': countersignId(column),
    '/assess/trainees/[id]/sign': column.traineeId,
    '/assess/standardisation/[id]': qualityIdsOf(column, 'own page').exerciseId,
    '/quality/plans/[id]': PLAN,
    '/quality/samples/[id]': submissionId,
    '/quality/standardisation/[id]': qualityIdsOf(column, 'own page').exerciseId,
    '/quality/trainees/[id]': column.traineeId,
    '/assess/trainees/[id]': column.traineeId,
    '/assess/records/[id]': recordIdsOf(column, 'own page').readId,
    '/portfolio/evidence/[id]/sign': recordIdsOf(column, 'own page').readId,
    '/welcome/[token]': accountLinkOf(column, 'own page').token,
    '/witness/[token]': recordIdsOf(column, 'own page').witnessToken,
    '/portfolio/evidence/[id]': evidenceId,
    '/portfolio/exports/[id]': exportIdOf(column),
    '/portfolio/exports/[id]/progress': exportIdOf(column),
    '/portfolio/files/[id]': fileIdsOf(column, 'own page').readId,
  };
}

function otherIds(column: Column): Readonly<Record<string, string>> {
  const { caseIds, placementId, hostToken } = recordsOf(column, 'own page');
  return {
    '/calendar/[token]': `${CALENDAR_TOKEN}.ics`,
    '/caseload/cases/[id]': caseIds.read,
    '/caseload/reductions/[id]': column.traineeId,
    '/cases/[id]': CASE,
    '/host/[token]': hostToken,
    '/cohorts/[id]': COHORTS[column.traineeId] ?? 'london',
    '/cohorts/[id]/caseloads': COHORTS[column.traineeId] ?? 'london',
    '/cohorts/[id]/view.csv': COHORTS[column.traineeId] ?? 'london',
    '/cohorts/[id]/study-time': COHORTS[column.traineeId] ?? 'london',
    '/cohorts/[id]/message': COHORTS[column.traineeId] ?? 'london',
    '/admin/cohorts/[id]': 'london',
    '/admin/cohorts/[id]/roll': 'london',
    '/admin/cohorts/[id]/tutors': 'london',
    '/admin/cohorts/templates/[id]': 'new',
    '/admin/trainees/[id]': column.traineeId,
    '/admin/people/[id]': column.traineeId,
    '/admin/people/import/[id]': SHOWN_IMPORT,
    '/admin/people/import/[id]/progress': SHOWN_IMPORT,
    '/trainees/[id]/programme': column.traineeId,
    '/messages/[id]': contactIdsOf(column, 'own page').messageId,
    '/messages/[id]/[traineeId]': contactIdsOf(column, 'own page').answeredId,
    '/trainees/[id]/contacts': column.traineeId,
    '/cohorts/[id]/peer-sessions': COHORTS[column.traineeId] ?? 'london',
    '/peer-sessions/[id]': peerSessionsOf(column, 'own page').comingId,
    '/peer-sessions/[id]/run': peerSessionsOf(column, 'own page').comingId,
    '/placements/[id]': placementId,
    '/supervision/[id]': supervisionOf(column, 'own page').reviewId,
    '/supervision/[id]/sign': supervisionOf(column, 'own page').reviewId,
    '/trainees/[id]': column.traineeId,
    '/trainees/[id]/supervision': column.traineeId,
    '/trainees/[id]/caseload': column.traineeId,
    '/trainees/[id]/week': column.traineeId,
    '/trainees/[id]/study-time': column.traineeId,
  };
}

/** The address of a page for a cell: patterns without a record stand for themselves. */
export function addressOf(pattern: string, column: Column): string {
  const given = { ...portfolioIds(column), ...otherIds(column) }[pattern] ?? '[id]';
  const filled = pattern
    .replace('[id]', given)
    .replace('[token]', given)
    .replace('[traineeId]', column.traineeId)
    .replace('[slug]', MODULE)
    .replace('[version]', 'demo-1')
    .replace('[list]', 'people')
    .replace('[setting]', 'case-rules');
  return filled.replace('[name]', 'Anything').replace('[...path]', 'signing.sign');
}
