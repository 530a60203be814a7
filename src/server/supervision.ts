import { listModuleFacts } from '#db/queries/progress.ts';
import { listStudySessions } from '#db/queries/studyTime.ts';
import { listStandingSubmissions, type StandingSubmission } from '#db/queries/standingSubmissions.ts';
import { findLastHeldOn, listAgreedActions, listMeetings, listReviews } from '#db/queries/supervision.ts';
import { listAgendaFacts, listParticipants } from '#db/queries/supervisionAgenda.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import { listSharedCheckIns } from '#db/queries/wellbeing.ts';
import type { Reader } from '#db/client.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import type { MatterFact } from '#src/domain/matters/matter.ts';
import type { Office } from '#src/domain/office/settings.ts';
import { settingOn } from '#src/domain/office/settings.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { type EvidenceState, evidenceState, stateFacts } from '#src/domain/portfolio/evidenceState.ts';
import type { Qualifications } from '#src/domain/portfolio/versions.ts';
import type { ReviewFacts } from '#src/domain/supervision/facts.ts';
import { reviewGap, type ReviewGap } from '#src/domain/supervision/gap.ts';
import { type Caseload, readCaseloads } from './caseload.ts';
import { officeNow } from './office.ts';
import { portal, today } from './portal.ts';
import { qualificationsNow } from './qualification.ts';
import { findRoute, standingOf, type TraineeStanding } from './standings.ts';
import { studyTotalsOf } from './studyTime.ts';

/** Study time is looked at over so many days up to today. */
const STUDY_DAYS = 28;
/** Of the actions agreed before, those done longer ago than this are not told again. */
const DONE_DAYS = 120;

type Trainee = Pick<TraineeRecord, 'traineeId' | 'enrolment'>;

/** The gap since the last review of a trainee, from a day that was already read. */
export function gapOf(
  { enrolment }: Trainee,
  { lastHeldOn, office }: { lastHeldOn: string | null; office: Office },
): ReviewGap {
  const day = today();
  return reviewGap({
    rules: settingOn(office, 'supervision', day).value,
    enrolment,
    lastHeldOn,
    today: day,
    isOver: programmePlace(enrolment, findRoute(enrolment.routeId), day).state === 'after',
  });
}

/** Of the gaps that a query put among the matters, those that are too long, in the words that all three read. */
export function gapMatters(facts: readonly MatterFact[], office: Office): MatterFact[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'supervision-gap') return [fact];
    const { traineeId } = fact;
    const { lastHeldOn, ...enrolment } = fact.details as unknown as GapDetails;
    const gap = gapOf({ traineeId, enrolment: { traineeId, ...enrolment } }, { lastHeldOn, office });
    return gap.isOverdue ? [{ ...fact, since: gap.dueOn ?? fact.since, details: { words: gap.sentence } }] : [];
  });
}

type GapDetails = Omit<Trainee['enrolment'], 'traineeId'> & { readonly lastHeldOn: string | null };

/** Everything that the pages about a trainee's supervision show. Six queries in one round trip. */
export async function loadSupervision(db: Reader, trainee: Trainee) {
  const { traineeId } = trainee;
  const [office, lastHeldOn, meetings, reviews, actions, shared, people] = await Promise.all([
    officeNow(),
    findLastHeldOn(db, traineeId, today()),
    listMeetings(db, traineeId),
    listReviews(db, traineeId),
    listAgreedActions(db, traineeId),
    listSharedCheckIns(db, traineeId),
    listParticipants(db, traineeId, today()),
  ]);
  return { gap: gapOf(trainee, { lastHeldOn, office }), meetings, reviews, actions, shared, people };
}
export type Supervision = Awaited<ReturnType<typeof loadSupervision>>;

/** The agenda of a review as the facts are today. Seven queries in one round trip (and the settings, which are kept). */
export async function loadReviewFacts(db: Reader, trainee: TraineeRecord): Promise<ReviewFacts> {
  const day = today();
  const { traineeId } = trainee;
  const ids = [traineeId];
  const days = { from: addDays(day, 1 - STUDY_DAYS), to: day };
  const [office, qualifications, facts, caseloadFor, submissions, sessions, actions, shared, found] = await Promise.all(
    [
      officeNow(),
      qualificationsNow(),
      listModuleFacts(db, traineeId),
      readCaseloads(db, ids),
      listStandingSubmissions(db, traineeId),
      listStudySessions(db, ids, days),
      listAgreedActions(db, traineeId),
      listSharedCheckIns(db, traineeId),
      listAgendaFacts(db, traineeId, day),
    ],
  );
  return {
    version: 1,
    madeOn: day,
    progress: progressFacts(standingOf(trainee, facts)),
    caseload: caseloadFacts(caseloadFor(trainee), found.objections),
    studyTime: studyFacts(studyTotalsOf(trainee, { sessions, ...days, office }), days),
    evidence: evidenceFacts(submissions, qualifications),
    placements: found.placements,
    actions: earlierActions(actions, day),
    sharedWellbeing: shared.slice(0, 3).map(({ month }) => month),
  };
}

function progressFacts({ standing }: TraineeStanding): ReviewFacts['progress'] {
  const titles = new Map(portal().content.modules.map(({ id, title }) => [id, title]));
  const late = standing.late.map(({ moduleId: id, weeksLate }) => ({ id, title: titles.get(id) ?? id, weeksLate }));
  return { sentence: standing.sentence, late };
}

function caseloadFacts(
  { load, agreement }: Caseload,
  objections: ReviewFacts['caseload']['objections'],
): ReviewFacts['caseload'] {
  return {
    sentence: load.sentence,
    isOver: load.limit === 'over',
    agreement: agreement && { id: agreement.id, startsOn: agreement.startsOn, until: agreement.until },
    objections,
  };
}

function studyFacts(
  totals: ReturnType<typeof studyTotalsOf>,
  days: { from: string; to: string },
): ReviewFacts['studyTime'] {
  const { entitledMinutes, plannedMinutes, takenMinutes, lostMinutes, madeUpMinutes, lostByCause } = totals;
  return {
    ...days,
    entitledMinutes,
    plannedMinutes,
    takenMinutes,
    lostMinutes,
    madeUpMinutes,
    lostByCause: lostByCause.map(({ cause, minutes }) => ({ cause, minutes })),
  };
}

function evidenceFacts(
  submissions: readonly StandingSubmission[],
  qualifications: Qualifications,
): ReviewFacts['evidence'] {
  const newest = submissions.filter(({ isNewest }) => isNewest);
  const states = newest.map((one) => evidenceState(stateFacts(one, qualifications)));
  const count = (...of: EvidenceState[]) => states.filter((state) => of.includes(state)).length;
  return {
    returned: count('returned'),
    waiting: count('to_sign_both', 'submitted', 'to_countersign'),
    signed: count('accepted', 'signed_off'),
  };
}

function earlierActions(actions: Awaited<ReturnType<typeof listAgreedActions>>, day: string): ReviewFacts['actions'] {
  return actions
    .map(({ id, words, part, dueOn, doneAt }) => ({ id, words, part, dueOn, doneOn: doneAt && londonDay(doneAt) }))
    .filter(({ doneOn }) => doneOn === null || doneOn >= addDays(day, -DONE_DAYS));
}
