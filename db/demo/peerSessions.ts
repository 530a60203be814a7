import { addDays, addMonths, daysBetween } from '#src/domain/calendar.ts';
import { keptDay } from '#src/domain/peerSessions/questions.ts';
import type { PeerAttendance, PeerFormat, PeerRole } from '#src/domain/peerSessions/words.ts';
import type { BankHolidays } from '#src/domain/week/bankHolidays.ts';
import { oneOf } from './oneOf.ts';
import {
  FEEDBACK_TOLD,
  INTENTIONS_TOLD,
  PEER_SESSIONS_TOLD,
  PREPARED,
  QUESTIONS_TOLD,
  REVIEWS_TOLD,
  type ToldPeerSession,
} from './peerSessionWords.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, sessionDay, startedOn, weeksBefore } from './timing.ts';

interface Telling {
  readonly time: DemoTime;
  readonly stories: readonly Story[];
  readonly holidays: Pick<BankHolidays, 'days'>;
}

const TUTORS: Readonly<Record<string, string>> = { london: 'ruth', wales: 'gwen' };
const tutorOf = (cohortId: string) => TUTORS[cohortId] ?? cohortId.replace('cohort-', 'tutor-');

/** Peer sessions of the two cohorts, past and to come, and a few of each crowd cohort. */
export function tellPeerSessions(rows: DemoRows, telling: Telling): void {
  const present = new Set(telling.stories.map(({ id }) => id));
  for (const told of PEER_SESSIONS_TOLD.filter(({ leaderId }) => present.has(leaderId)))
    tellSession(rows, told, telling);
  tellPreparing(rows, telling, present);
  tellCrowd(rows, telling);
}

function tellSession(rows: DemoRows, told: ToldPeerSession, { time, stories, holidays }: Telling): void {
  const { id, cohortId, leaderId, state, roles, days, ...plan } = told;
  const day = sessionDay(time, days, holidays);
  const members = membersOn(stories, time, { cohortId, day });
  pushSession(rows, { id, cohortId, day, ...plan, ...stateOf(state, { day, cohortId }) }, leaderId);
  for (const [role, traineeId] of roles)
    if (members.includes(traineeId)) pushPart(rows, { sessionId: id, traineeId, role, cohortId, day });
  if (state === 'held') tellHeld(rows, { id, cohortId, day, leaderId, members }, time);
  if (state === 'held' || days === 0) tellPrepared(rows, { sessionId: id, format: plan.format, leaderId, day });
}

function tellPrepared(
  rows: DemoRows,
  { sessionId, format, leaderId, day }: { sessionId: string; format: PeerFormat | null; leaderId: string; day: string },
): void {
  if (format === null) return;
  const doneAt = noonOf(addDays(day, -22));
  for (const item of PREPARED[format]) rows.peerPreparations.push({ sessionId, item, personId: leaderId, doneAt });
}

function stateOf(state: ToldPeerSession['state'], { day, cohortId }: { day: string; cohortId: string }) {
  if (state === 'held') return { heldAt: afternoonOf(day) };
  if (state === 'planned') return {};
  return {
    cancelledAt: noonOf(addDays(day, -2)),
    cancelledBy: tutorOf(cohortId),
    cancelReason: 'A court day came in between for most of us. The next one stands.',
  };
}

const afternoonOf = (day: string) => new Date(noonOf(day).getTime() + 3 * 3_600_000);

type Session = Omit<
  DemoRows['peerSessions'][number],
  'startsAt' | 'endsAt' | 'place' | 'revision' | 'savedBy' | 'savedAt'
>;

function pushSession(rows: DemoRows, session: Session, leaderId: string): void {
  const savedAt = noonOf(addDays(session.day, -100));
  rows.peerSessions.push({
    ...{ startsAt: '14:00', endsAt: '15:15', place: 'Training room, and by video', revision: 1 },
    ...{ savedBy: tutorOf(session.cohortId), savedAt },
    ...session,
  });
  pushPart(rows, {
    sessionId: session.id,
    traineeId: leaderId,
    role: 'leader',
    cohortId: session.cohortId,
    day: session.day,
  });
}

interface Part {
  readonly sessionId: string;
  readonly traineeId: string;
  readonly role: PeerRole;
  readonly cohortId: string;
  readonly day: string;
}

function pushPart(rows: DemoRows, { sessionId, traineeId, role, cohortId, day }: Part): void {
  const givenBy = role === 'leader' ? tutorOf(cohortId) : traineeId;
  const givenAt = noonOf(addDays(day, role === 'leader' ? -100 : -20));
  rows.peerParts.push({ id: `${sessionId}-${role}-${traineeId}`, sessionId, traineeId, role, givenBy, givenAt });
}

/** Who was in the cohort on a day, in the order of the stories. */
function membersOn(
  stories: readonly Story[],
  time: DemoTime,
  { cohortId, day }: { cohortId: string; day: string },
): string[] {
  const joinedOn = (story: Story) =>
    story.joinedCohortWeeksAgo === undefined ? startedOn(time, story) : weeksBefore(time, story.joinedCohortWeeksAgo);
  return stories.filter((story) => story.cohortId === cohortId && joinedOn(story) <= day).map(({ id }) => id);
}

interface Held {
  readonly id: string;
  readonly cohortId: string;
  readonly day: string;
  readonly leaderId: string;
  readonly members: readonly string[];
}

const attendanceOf = (index: number, isLeader: boolean): PeerAttendance => {
  if (isLeader) return 'there';
  return index % 7 === 4 ? 'apologies' : index % 11 === 9 ? 'absent' : 'there';
};

/** A session that was held: who was there, what most of them will do differently, and what some wrote to whoever led. */
function tellHeld(rows: DemoRows, { id: sessionId, day, leaderId, members }: Held, time: DemoTime): void {
  const markedAt = afternoonOf(day);
  const marks = members.map((traineeId, index) => ({
    ...{ sessionId, traineeId, attendance: attendanceOf(index, traineeId === leaderId) },
    ...{ markedBy: leaderId, markedAt },
  }));
  rows.peerAttendance.push(...marks);
  const there = marks.filter(({ attendance }) => attendance === 'there').map(({ traineeId }) => traineeId);
  for (const [index, traineeId] of there.entries()) {
    const at = new Date(markedAt.getTime() + (index + 1) * 600_000);
    if (index % 4 !== 3) tellIntention(rows, { sessionId, traineeId, index, at, day }, time);
    if (index % 3 === 1 && traineeId !== leaderId)
      rows.peerFeedback.push({ sessionId, traineeId, ...oneOf(FEEDBACK_TOLD, index), givenAt: at });
  }
}

interface Said {
  readonly sessionId: string;
  readonly traineeId: string;
  readonly index: number;
  readonly at: Date;
  readonly day: string;
}

/** What somebody will do differently; who was asked a month ago or longer has mostly said what became of it. */
function tellIntention(rows: DemoRows, { sessionId, traineeId, index, at, day }: Said, { today }: DemoTime): void {
  rows.peerIntentions.push({
    sessionId,
    traineeId,
    words: oneOf(INTENTIONS_TOLD, index + daysBetween(day, today)),
    saidAt: at,
  });
  const askedOn = addMonths(day, 1);
  if (askedOn >= addDays(today, -14) || index % 4 === 0) return;
  rows.peerIntentionReviews.push({ sessionId, traineeId, ...oneOf(REVIEWS_TOLD, index), saidAt: noonOf(askedOn) });
}

const COMING = 'peer-london-5';

/** Amara prepares hers: two things done, something to read, and questions. Ella has asked Femi to swap. */
function tellPreparing(rows: DemoRows, { time }: Telling, present: ReadonlySet<string>): void {
  const session = rows.peerSessions.find(({ id }) => id === COMING);
  if (!session) return;
  const doneAt = noonOf(addDays(time.today, -4));
  for (const item of ['choose', 'aim', 'pages'])
    rows.peerPreparations.push({ sessionId: COMING, item, personId: 'amara', doneAt });
  rows.peerMaterials.push({
    ...{ id: 'peer-material-1', sessionId: COMING, addedBy: 'amara', addedAt: doneAt, address: null },
    title: 'Two pages to read, and what to look for',
    words:
      'Read only the timeline and the findings. Mark one place where somebody could have asked a question and did not. Leave out how it ends if you would rather.',
  });
  tellQuestions(rows, { time, day: session.day }, present);
  if (!present.has('ella') || !present.has('femi')) return;
  rows.peerSwaps.push({
    ...{ id: 'peer-swap-1', sessionId: 'peer-london-6', askedBy: 'ella', askedOf: 'femi', inReturnId: 'peer-london-7' },
    words: 'I am on placement that week. Would you take mine, and I take yours?',
    askedAt: noonOf(addDays(time.today, -2)),
  });
}

function tellQuestions(
  rows: DemoRows,
  { time, day }: { time: DemoTime; day: string },
  present: ReadonlySet<string>,
): void {
  for (const [index, { words, askedBy }] of QUESTIONS_TOLD.entries()) {
    if (askedBy !== null && !present.has(askedBy)) continue;
    const askedOn = keptDay({ day }, { today: addDays(time.today, -1), named: askedBy !== null });
    rows.peerQuestions.push({ id: `peer-question-${String(index + 1)}`, sessionId: COMING, words, askedBy, askedOn });
  }
}

/** Days of the sessions that each crowd cohort held and has before it. */
const CROWD_DAYS = [-66, -38, 18, 46] as const;
const WEEKS_BEFORE_LEADING = 12;

function tellCrowd(rows: DemoRows, { time, stories, holidays }: Telling): void {
  const crowd = Map.groupBy(
    stories.filter(({ cohortId }) => !(cohortId in TUTORS)),
    ({ cohortId }) => cohortId,
  );
  for (const [cohortId, members] of crowd) {
    const leaders = members.filter(({ week }) => week > WEEKS_BEFORE_LEADING + 10);
    for (const [index, days] of CROWD_DAYS.entries()) {
      const leader = leaders[index];
      if (leader) tellCrowdSession(rows, { cohortId, days, leader, index }, { time, stories: members, holidays });
    }
  }
}

interface CrowdSession {
  readonly cohortId: string;
  readonly days: number;
  readonly leader: Story;
  readonly index: number;
}

function tellCrowdSession(rows: DemoRows, { cohortId, days, leader, index }: CrowdSession, telling: Telling): void {
  const like = oneOf(PEER_SESSIONS_TOLD, index);
  tellSession(
    rows,
    {
      ...{ ...like, id: `peer-${cohortId}-${String(index + 1)}`, cohortId },
      ...{ days, leaderId: leader.id, roles: [], state: days < 0 ? 'held' : 'planned' },
    },
    telling,
  );
}
