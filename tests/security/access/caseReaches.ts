import { randomUUID } from 'node:crypto';
import { allocationOf, type CaseUse } from './caseRecords.ts';
import type { Reach, Visit } from './reach.ts';
import { recordsOf } from './world.ts';

const on = (page: string) => () => page;
const records = ({ column, way }: Visit) => recordsOf(column, way);
let references = 0;
/** A caseload holds a reference once. */
const newReference = () => `LARCH-${(references += 1)}`;

const casePage = (use: CaseUse) => (visit: Visit) => `/caseload/cases/${records(visit).caseIds[use]}`;
const shareOf = (visit: Visit, use: CaseUse) => allocationOf(records(visit).caseIds[use]);
/** A case of hers as it is, with what her manager or she says of it now. */
const changeOf = (visit: Visit, use: CaseUse) => ({
  changeId: randomUUID(),
  allocationId: shareOf(visit, use),
  basedOn: String(
    visit.portal.rows('select id from case_changes where case_id = ?', records(visit).caseIds[use]).length,
  ),
});
/** Another day for each way, so that nothing overlaps. */
const caseDay = ({ way }: Visit) => new Date(Date.now() + (way.length + 60) * 86_400_000).toISOString().slice(0, 10);
/** A day until which going over may be agreed. */
const SOON = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
/** Another trainee of Kerry's; to Morgan, who manages Priya alone, somebody else's. */
const otherOf = ({ column }: Visit) => (column.viewerId === 'morgan' ? 'leila' : 'priya');
const reductionsPage = ({ column }: Visit) => `/caseload/reductions/${column.traineeId}`;
const APPROVED = {
  approverName: 'Marion Ashby',
  approverJob: 'Head of the delivery unit',
  overrideReason: 'Nobody else knows the person.',
};

/** Everything that is done about caseloads. */
export const CASE_REACHES: Readonly<Record<string, Reach>> = {
  'caseload.allocate': {
    page: on('/caseload/allocate'),
    input: ({ column }) => ({
      allocationId: randomUUID(),
      traineeId: column.traineeId,
      reference: newReference(),
      tier: 'C2',
      kind: 'community',
      overLimitReason: 'Nobody else is there this week.',
      overLimitUntil: SOON,
    }),
  },
  'caseload.agreeOver': {
    page: on('/caseload'),
    input: ({ column }) => ({
      agreementId: randomUUID(),
      traineeId: column.traineeId,
      agreedReason: 'Nobody else is there this week.',
      agreedUntil: SOON,
    }),
  },
  // The first way ends what stands; after it nothing is left to end.
  'caseload.endOver': {
    page: on('/caseload'),
    input: ({ column }) => ({ agreementId: randomUUID(), traineeId: column.traineeId }),
    changes: 'sessions only',
  },
  'caseload.move': {
    page: on('/caseload/allocate'),
    input: (visit) => ({
      allocationId: randomUUID(),
      fromAllocationId: shareOf(visit, 'move'),
      traineeId: otherOf(visit),
      carrying: 'shadow',
    }),
  },
  'caseload.join': {
    page: on('/caseload/allocate'),
    input: (visit) => ({
      allocationId: randomUUID(),
      fromAllocationId: shareOf(visit, 'join'),
      traineeId: otherOf(visit),
      carrying: 'shadow',
    }),
  },
  'caseload.carry': {
    page: casePage('carry'),
    input: (visit) => ({
      allocationId: randomUUID(),
      fromAllocationId: shareOf(visit, 'carry'),
      carrying: 'lead_supervised',
      share: '0',
    }),
  },
  'caseload.change': {
    page: casePage('change'),
    input: (visit) => ({ ...changeOf(visit, 'change'), tier: 'D1', kind: 'custody' }),
  },
  'caseload.setAside': {
    page: casePage('setAside'),
    input: (visit) => ({ allocationId: shareOf(visit, 'setAside'), ...APPROVED }),
  },
  'caseload.close': {
    page: casePage('close'),
    input: (visit) => ({ allocationId: shareOf(visit, 'close') }),
  },
  'caseload.rename': {
    page: casePage('rename'),
    input: (visit) => ({ ...changeOf(visit, 'rename'), reference: newReference() }),
  },
  'caseload.object': {
    page: on('/caseload'),
    input: () => ({ objectionId: randomUUID(), caseId: '', objectionWords: 'This is not what we agreed.' }),
  },
  'caseload.answer': {
    page: ({ column }) => `/trainees/${column.traineeId}/caseload`,
    input: (visit) => ({
      answerId: randomUUID(),
      objectionId: records(visit).objectionId,
      answer: 'We look at it on Monday.',
    }),
  },
  'caseload.reduce': {
    page: reductionsPage,
    input: (visit) => ({
      reductionId: randomUUID(),
      traineeId: visit.column.traineeId,
      reasonId: 'court-duty',
      hours: '0.5',
      startsOn: caseDay(visit),
      lastDay: caseDay(visit),
    }),
  },
  'caseload.endReduction': {
    page: reductionsPage,
    input: (visit) => ({ reductionId: records(visit).reductionId }),
  },
  'caseload.addWork': {
    page: reductionsPage,
    input: (visit) => ({
      workId: randomUUID(),
      traineeId: visit.column.traineeId,
      kind: 'other_report',
      workStartsOn: caseDay(visit),
      workLastDay: caseDay(visit),
    }),
  },
  'caseload.endWork': { page: reductionsPage, input: (visit) => ({ workId: records(visit).workId }) },
};
