import { randomUUID } from 'node:crypto';
import { LONG_AGO } from '../../support/demoRecords.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { Reach, Visit } from './reach.ts';
import { recordsOf } from './world.ts';

const records = ({ column, way }: Visit) => recordsOf(column, way);
/**
 * Weeks ahead, another day for each way, so that nothing clashes: the peer sessions of the demo come 12 to 16 days from now and every four
 * weeks after it, and nobody has a placement on such a day.
 */
export const daysAhead = ({ way }: Visit, days: number) =>
  new Date(Date.now() + (way.length + days) * 86_400_000).toISOString().slice(0, 10);
export const placementFields = (day: string): Fields => ({
  id: randomUUID(),
  kind: 'court',
  place: 'Made-up court',
  hostContact: 'Desk',
  lookFor: 'Days',
  startsOn: day,
  endsOn: day,
});

/** How the actions about placements are reached. */
export const PLACEMENT_REACHES: Readonly<Record<string, Reach>> = {
  'placementRecords.saveDay': {
    page: (visit) => `/placements/${records(visit).placementId}`,
    input: (visit) => ({
      placementId: records(visit).placementId,
      day: LONG_AGO,
      attendance: 'attended',
      hours: '7',
      minutes: '0',
      reason: '',
      basedOn: '0',
    }),
  },
  'placementRecords.saveLog': {
    page: (visit) => `/placements/${records(visit).placementId}`,
    input: (visit) => ({ placementId: records(visit).placementId, day: LONG_AGO, log: 'Seen.', basedOn: '0' }),
  },
  'placementRecords.saveReport': {
    page: (visit) => `/placements/${records(visit).placementId}`,
    input: (visit) => ({ placementId: records(visit).placementId, report: 'Learnt.', basedOn: '0' }),
  },
  'placementRecords.finishReport': {
    page: (visit) => `/placements/${records(visit).toReportId}`,
    input: (visit) => ({ placementId: records(visit).toReportId, report: 'Learnt.', basedOn: '0' }),
  },
  'placementRecords.useAsEvidence': {
    page: (visit) => `/placements/${records(visit).reportedId}`,
    input: (visit) => ({ placementId: records(visit).reportedId, id: randomUUID() }),
  },
  'placements.agree': {
    page: ({ column }) => `/trainees/${column.traineeId}`,
    input: (visit) => ({ placementId: records(visit).placementId }),
  },
  'placements.cancel': {
    page: (visit) => `/placements/${records(visit).cancelledId}`,
    input: (visit) => ({ placementId: records(visit).cancelledId, cancelReason: 'Duty cover' }),
  },
  'placements.change': {
    page: (visit) => `/placements/${records(visit).changedId}`,
    input: (visit) => ({
      ...placementFields(daysAhead(visit, 95)),
      placementId: records(visit).changedId,
      agreed: '0',
    }),
  },
  'placements.propose': {
    page: () => '/placements',
    input: (visit) => placementFields(daysAhead(visit, 123)),
  },
};
