import type { Reader } from '#db/client.ts';
import { demoLinkHash } from '#db/demo/placementHost.ts';
import * as placementClashes from '#db/queries/placementClashes.ts';
import * as placementDetail from '#db/queries/placementDetail.ts';
import * as placementHost from '#db/queries/placementHost.ts';
import * as placementOffers from '#db/queries/placementOffers.ts';
import * as placementRecords from '#db/queries/placementRecords.ts';
import * as placements from '#db/queries/placements.ts';
import * as placementWishers from '#db/queries/placementWishers.ts';
import * as readiness from '#db/queries/readiness.ts';
import * as studyTime from '#db/queries/studyTime.ts';

const TODAY = '2026-11-19';

/** Every question about placements, readiness and study time. */
export const PLACEMENT_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'study sessions with their records': (db) =>
    studyTime.listStudySessions(db, ['tom', 'amara'], { from: '2026-10-01', to: '2026-11-30' }),
  'one study session': (db) => studyTime.findStudySession(db, 'tom-study-2'),
  'whose study session it is': (db) => studyTime.findStudySubject(db, 'tom-study-2'),
  'a session and what makes it up': (db) => studyTime.listWithMakeUps(db, 'tom-study-3'),
  'placements and leave in some days': (db) =>
    studyTime.listBusyDays(db, 'amara', { from: '2026-10-01', to: '2026-12-31' }),
  'study time over the programme': (db) => studyTime.countStudyTime(db, { from: '2026-11-01', to: '2026-11-30' }),
  'readiness checks with their agreements': (db) => readiness.listReadinessChecks(db, 'amara'),
  'the modules somebody has done': (db) => readiness.listDoneModules(db, 'amara'),
  'whose readiness check it is': (db) => readiness.findReadinessSubject(db, 'amara-lone-work'),
  'placements with who agreed': (db) => placements.listPlacements(db, 'amara'),
  'the newest link for a host': (db) => placementHost.findHostLink(db, 'amara-prison'),
  'whose placement it is, for a link': (db) => placementHost.findHostSubject(db, 'amara-prison'),
  'what a link leads to': (db) => placementHost.findByHostToken(db, demoLinkHash('amara-prison')),
  'limited places for a trainee': (db) => placementOffers.listOffersForTrainee(db, 'amara', TODAY),
  'limited places for an administrator': (db) => placementOffers.listOffers(db),
  'who got a seat': (db) => placementOffers.listAwards(db, ['crown-court-day']),
  'who would like a seat': (db) => placementOffers.listWishers(db, 'prison-day'),
  'an offer that she may ask for': (db) => placementOffers.findOfferFor(db, 'prison-day', 'amara'),
  'placements of those who wished': (db) => placementWishers.listWisherPlacements(db, ['amara', 'tom']),
  'what stands in the days of those who wished': (db) =>
    placementWishers.listWisherBusyTimes(db, ['amara', 'tom'], { from: TODAY, to: '2027-11-19' }),
  'one placement': (db) => placementDetail.findPlacement(db, 'amara-court'),
  'objectives of her placements': (db) => placementDetail.listObjectives(db, 'amara'),
  'who may agree to her placements': (db) => placementDetail.listAgreers(db, 'amara', TODAY),
  'the days of a placement': (db) => placementRecords.listPlacementDays(db, 'amara-court'),
  'the learning log of a placement': (db) => placementRecords.listPlacementLog(db, 'amara-court'),
  'the report of a placement': (db) => placementRecords.findPlacementReport(db, 'amara-court'),
  'what a placement may clash with': (db) =>
    placementClashes.listBusyTimes(db, { traineeId: 'amara', from: '2026-01-01', to: '2027-12-31' }),
  'whose placement it is': (db) => placements.findPlacementSubject(db, 'amara-prison'),
};
