import { findOwnReading, type ReadingPosition } from '#db/queries/progress.ts';
import { listStandingSubmissions, type StandingSubmission } from '#db/queries/standingSubmissions.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import { listWeekFacts } from '#db/queries/week.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays } from '#src/domain/calendar.ts';
import { NO_FACTS, type NextSection, nextSection, minutesLeft } from '#src/domain/modules/state.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { type EvidenceState, evidenceState, stateFacts } from '#src/domain/portfolio/evidenceState.ts';
import type { Qualifications } from '#src/domain/portfolio/versions.ts';
import { type PracticeGap, practiceGaps } from '#src/domain/progress/practice.ts';
import type { StandingRow } from '#src/domain/progress/standing.ts';
import type { Agenda } from '#src/domain/week/agenda.ts';
import { type PeerSessionAhead, peerSessionAhead } from '#src/domain/week/peerSessionAhead.ts';
import { type PeerAsk, peerAsks } from '#src/domain/week/peerAsks.ts';
import { type SupervisionAhead, supervisionAhead } from '#src/domain/week/supervisionAhead.ts';
import { type Caseload, readCaseloads } from './caseload.ts';
import { claimsNow, modulesNow } from './criteriaNow.ts';
import { qualificationsNow } from './qualification.ts';
import { readStudySummary, type StudySummaryFigures } from './studyTime/studySummary.ts';
import { standingOf, type TraineeStanding } from './standings.ts';
import { portal, today } from './portal.ts';
import { agendaOf } from './week.ts';

/** Where to carry on reading: the section she left off in, else this week's module, else the next one. */
export interface CarryOn {
  readonly module: ModuleMeta;
  /** Null where every section is read and only the knowledge check is left. */
  readonly section: NextSection | null;
  readonly minutes: number;
}

export interface TraineeHome extends TraineeStanding {
  /** The programme day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly carryOn: CarryOn | null;
  /** What is late and what falls in this week, in the order of the route; nothing that is done. */
  readonly due: readonly { readonly module: ModuleMeta; readonly row: StandingRow }[];
  readonly returned: readonly StandingSubmission[];
  readonly waiting: readonly StandingSubmission[];
  readonly practice: readonly PracticeGap[];
  readonly caseload: Caseload;
  readonly study: StudySummaryFigures;
  /** Today and the next six days. */
  readonly agenda: Agenda;
  readonly supervision: SupervisionAhead;
  readonly peerSession: PeerSessionAhead;
  /** What past sessions ask of her. */
  readonly peerAsks: readonly PeerAsk[];
}

function carryOn({ standing, facts }: TraineeStanding, positions: readonly ReadingPosition[]): CarryOn | null {
  const isOpen = (moduleId: string) => standing.rows.some((row) => row.moduleId === moduleId && row.state !== 'done');
  const left = positions.find(({ moduleId }) => isOpen(moduleId));
  const moduleId = left?.moduleId ?? standing.thisWeek.find(isOpen) ?? standing.late[0]?.moduleId ?? standing.next;
  const module = portal().content.modules.find(({ id }) => id === moduleId);
  if (!module) return null;
  const own = facts.get(module.id) ?? NO_FACTS;
  return { module, section: nextSection(module, own, left?.sectionId ?? null), minutes: minutesLeft(module, own) };
}

function dueNow({ standing }: TraineeStanding): TraineeHome['due'] {
  const rows = standing.rows.filter(
    (row) => row.weeksLate > 0 || (row.state !== 'done' && standing.thisWeek.includes(row.moduleId)),
  );
  return rows.flatMap((row) =>
    portal()
      .content.modules.filter(({ id }) => id === row.moduleId)
      .map((module) => ({ row, module })),
  );
}

const WAITING: readonly EvidenceState[] = ['to_sign_both', 'submitted', 'to_countersign'];

/** Newest snapshots that stand in one of these states. */
function standingIn(
  states: readonly EvidenceState[],
  submissions: readonly StandingSubmission[],
  qualifications: Qualifications,
): StandingSubmission[] {
  const newest = submissions.filter(({ isNewest }) => isNewest);
  return newest.filter((submission) => states.includes(evidenceState(stateFacts(submission, qualifications))));
}

/** Today and the next six days: on a Sunday the week that comes. */
const shownDays = (day: string) => ({ from: day, to: addDays(day, 6), audience: 'self' as const });

/** Everything a trainee's first page shows, or null where she is on no route yet. Six queries in one round trip. */
export async function loadTraineeHome(db: Reader, { id }: Viewer): Promise<TraineeHome | null> {
  const day = today();
  const days = shownDays(day);
  const qualifications = await qualificationsNow();
  const [trainee, { facts, positions }, submissions, week, caseloadFor, studyFor] = await Promise.all([
    findTrainee(db, id),
    findOwnReading(db, id),
    listStandingSubmissions(db, id),
    listWeekFacts(db, id, days),
    readCaseloads(db, [id]),
    readStudySummary(db, id),
  ]);
  if (!trainee) return null;
  const mine = standingOf(trainee, facts);
  return {
    ...mine,
    today: day,
    due: dueNow(mine),
    carryOn: carryOn(mine, positions),
    returned: standingIn(['returned'], submissions, qualifications),
    waiting: standingIn(WAITING, submissions, qualifications),
    practice: practiceGaps({
      modules: modulesNow(qualifications, portal().content.modules),
      facts,
      shown: claimsNow(qualifications, submissions),
      today: day,
    }),
    caseload: caseloadFor(trainee),
    study: studyFor(trainee),
    agenda: agendaOf(trainee, { facts: week, qualifications }, days),
    supervision: supervisionAhead(week, day),
    peerSession: peerSessionAhead(week, portal().content.peerFormats, day),
    peerAsks: peerAsks(week, day),
  };
}
