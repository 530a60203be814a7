import { listPeerSessions, type PeerSessionRow } from '#db/queries/peerSessions/sessions.ts';
import { listSwaps } from '#db/queries/peerSessions/swaps.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays } from '#src/domain/calendar.ts';
import { formatOf, planGaps, whyPlanFixed } from '#src/domain/peerSessions/planning.ts';
import { fairRota, leadingObstacle, programmeObstacle, type RotaMember } from '#src/domain/peerSessions/rota.ts';
import { rotaDays } from '#src/domain/peerSessions/rotaDays.ts';
import { type RotaWish, wishProblems } from '#src/domain/peerSessions/rotaForm.ts';
import { newId, portal, today } from '../portal.ts';
import { loadRotaMembers, plannedDays } from './rota.ts';

const MONTHS = 6;
const WEEKS_AHEAD = 4;

/** What the form for a rota begins with: the month after the last session, on its weekday, at its time and place. */
function wishAfter(sessions: readonly PeerSessionRow[]): RotaWish {
  const last = sessions.findLast(({ cancelledAt }) => cancelledAt === null);
  const earliest = addDays(today(), 7 * WEEKS_AHEAD);
  const [, after = earliest] = last ? rotaDays(last.day, 2, portal().content.bankHolidays) : [];
  const first = after < today() ? earliest : after;
  const { startsAt = '10:00', endsAt = '11:00', place = '' } = last ?? {};
  return { first, months: MONTHS, startsAt, endsAt, place };
}

/** A wish as the address says it, what is not said as in `given`; null where no rota is asked for. */
function wishAsked(query: URLSearchParams, given: RotaWish): RotaWish | null {
  if (!query.has('first')) return null;
  const text = (name: string, fallback: string) => (query.get(name) ?? fallback).trim();
  return {
    first: text('first', given.first),
    months: Number(text('months', String(given.months))),
    startsAt: text('startsAt', given.startsAt).slice(0, 5),
    endsAt: text('endsAt', given.endsAt).slice(0, 5),
    place: text('place', given.place),
  };
}

/** The rota that a wish leads to, a line a session, each with an id of its own made now. */
function proposed(wish: RotaWish, members: readonly RotaMember[], sessions: readonly PeerSessionRow[]) {
  const planned = plannedDays(sessions);
  const taken = new Set(planned.map(({ day }) => day));
  const days = rotaDays(wish.first, wish.months, portal().content.bankHolidays).filter((day) => !taken.has(day));
  return fairRota(days, members, planned).map((line) => ({ ...line, id: newId() }));
}

/** How often each member led or is to lead, and why the rota does not ask her today. */
function shares(members: readonly RotaMember[]) {
  return members.map((member) => ({
    traineeId: member.traineeId,
    name: member.name,
    led: member.ledOn.filter((day) => day < today()).length,
    coming: member.ledOn.filter((day) => day >= today()).length,
    lastOn: member.ledOn.findLast((day) => day < today()) ?? null,
    obstacle: programmeObstacle(member, today()),
  }));
}

/** A session as its tutor sees it, with what is missing. */
function tutorSession(session: PeerSessionRow, members: readonly RotaMember[], sessions: readonly PeerSessionRow[]) {
  const leader = members.find(({ traineeId }) => traineeId === session.leaderId);
  const others = plannedDays(sessions.filter(({ id }) => id !== session.id));
  const isOpen = whyPlanFixed(session, today()) === null;
  return {
    session,
    formatName: formatOf(portal().content.peerFormats, session.format)?.name ?? null,
    isOpen,
    gaps: isOpen ? planGaps(session) : [],
    /** Why whoever leads it should be asked whether she still can. */
    obstacle: isOpen && leader ? leadingObstacle(leader, session.day, others) : null,
  };
}

export type TutorSession = ReturnType<typeof tutorSession>;

/** Everything on the page of a cohort’s rota. Four queries in one round trip. */
export async function loadRotaPage(
  db: Reader,
  viewer: Viewer,
  { cohortId, query }: { readonly cohortId: string; readonly query: URLSearchParams },
) {
  const [sessions, members, swaps] = await Promise.all([
    listPeerSessions(db, viewer, cohortId),
    loadRotaMembers(db, viewer, cohortId),
    listSwaps(db, viewer, cohortId),
  ]);
  const given = wishAfter(sessions);
  const wish = wishAsked(query, given);
  const problems = wish ? wishProblems(wish, today()) : {};
  const isClear = wish !== null && Object.keys(problems).length === 0;
  const all = sessions.map((session) => tutorSession(session, members, sessions));
  return {
    wish: wish ?? given,
    problems,
    preview: isClear ? proposed(wish, members, sessions) : null,
    coming: all.filter(({ isOpen }) => isOpen),
    past: all.filter(({ isOpen }) => !isOpen).toReversed(),
    members: members.map(({ traineeId, name }) => ({ value: traineeId, text: name })),
    shares: shares(members),
    open: swaps.filter(({ answer }) => answer === null),
  };
}

export type RotaPage = Awaited<ReturnType<typeof loadRotaPage>>;
