import { and, desc, eq, gt, lt, lte, ne, type Placeholder, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { assignments, auditEntries, cohortMemberships, people, personRoles, sessions } from '#db/schema/index.ts';
import { unreadOf } from './notices/stillHers.ts';
import { isStillShown } from './stillShown.ts';
import { waitsForCountersignature } from './waitingDecisions.ts';

/** With its table's name: where only one table is asked, Drizzle leaves it out, and a question inside would mean a column of its own. */
const person = sql.raw('"people"."id"');

const rolesOf = sql<string>`(select json_group_array(${personRoles.role}) from ${personRoles} where ${personRoles.personId} = ${person})`;

/** A day, or where one will stand. */
type Day = Placeholder | string;

/** As JSON: [kind, cohort or trainee] of every assignment that counts on `day`. `endsOn` is the first day without it. */
const assignedOn = (day: Day) => sql<string>`(
  select json_group_array(json_array(${assignments.kind}, coalesce(${assignments.cohortId}, ${assignments.traineeId})))
  from ${assignments}
  where ${assignments.personId} = ${person} and ${assignments.startsOn} <= ${day}
    and (${assignments.endsOn} is null or ${assignments.endsOn} > ${day}))`;

/** As JSON: the cohort she is in, for whoever is a trainee. */
const memberOf = sql<string>`(
  select json_group_array(m.cohort_id) from ${cohortMemberships} m where m.trainee_id = ${person} and m.left_on is null)`;

/** Assessors for whom this person was ever named as the one who countersigns. */
const everCountersigned = sql`(select n.assessor_id from assessor_standings n where n.countersigner_id = ${person})`;

/** As JSON: [assessor, standing, countersigner, first day] of all that has begun on `day` about those assessors, as it was entered. */
const standingsOn = (day: Day) => sql<string>`(
  select json_group_array(json_array(t.assessor_id, t.standing, t.countersigner_id, t.effective_from)) from (
    select * from assessor_standings s where s.assessor_id in ${everCountersigned} and s.effective_from <= ${day}
    order by s.entered_at, s.rowid) t)`;

/** As JSON: those of them of whom decisions wait for a countersignature. */
const waitingOf = sql<string>`(
  select json_group_array(distinct a.assessor_id) from assessments a join submissions s on s.id = a.submission_id
  where a.assessor_id in ${everCountersigned} and ${waitsForCountersignature})`;

/** As JSON: the submissions that an external quality assurer may read on `day`: never more than is in the sample of whoever gave the view. */
const shownOn = (day: Day) => sql<string>`(
  select json_group_array(i.submission_id) from external_grant_items i join external_grants g on g.id = i.grant_id
  where g.person_id = ${person} and g.revoked_at is null and g.starts_on <= ${day} and g.ends_on >= ${day}
    and ${isStillShown})`;

/** What decides what somebody may do on a day, her assignments and standings among it. */
const personFacts = (day: Day) => ({
  personId: people.id,
  name: people.name,
  language: people.language,
  readingView: people.readingView,
  disabledAt: people.disabledAt,
  roles: rolesOf,
  memberOf,
  assigned: assignedOn(day),
  standings: standingsOn(day),
  waiting: waitingOf,
  shown: shownOn(day),
});

const sessionWithPerson = prepared((db) => {
  const day = sql.placeholder('day');
  return db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      authenticatedAt: sessions.authenticatedAt,
      expiresAt: sessions.expiresAt,
      unread: unreadOf(person, day),
      ...personFacts(day),
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, sql.placeholder('sessionId')))
    .prepare();
});

/** A session with all that a request must know of its person, seen at one moment: one query. Null where there is none with that id. */
export async function findSession(db: Reader, sessionId: string, day: string) {
  const [row] = await sessionWithPerson(db).all({ sessionId, day });
  return row ?? null;
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** Somebody as she stands on a day, with her address, though nobody is signed in: for an e-mail to her. Null for nobody. One query. */
export async function findReceiver(db: Reader, personId: string, day: string) {
  const [row] = await db
    .select({ email: people.email, ...personFacts(day) })
    .from(people)
    .where(eq(people.id, personId));
  return row ?? null;
}

/** What sign-in needs, the only query that reads a password hash. Null for an address nobody has. */
export async function findCredentials(db: Reader | Writer, where: { email: string } | { personId: string }) {
  const condition = 'email' in where ? eq(people.email, where.email) : eq(people.id, where.personId);
  const [row] = await db
    .select({ id: people.id, passwordHash: people.passwordHash, disabledAt: people.disabledAt, roles: rolesOf })
    .from(people)
    .where(condition);
  return row ?? null;
}

/** A person's sessions that are not over, the one seen last first. */
export async function listSessions(db: Reader, personId: string, at: Date) {
  return db
    .select({
      id: sessions.id,
      personId: sessions.personId,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, at)))
    .orderBy(desc(sessions.lastSeenAt));
}

export async function insertSession(tx: Writer, session: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(session);
}

/** Moves a session on, never back. Nothing happens where it has been ended in the meantime. */
export async function updateSessionSeen(tx: Writer, seen: { id: string; at: Date; expiresAt: Date }): Promise<void> {
  await tx
    .update(sessions)
    .set({ lastSeenAt: seen.at, expiresAt: seen.expiresAt })
    .where(and(eq(sessions.id, seen.id), lt(sessions.lastSeenAt, seen.at)));
}

export async function updatePersonSeen(tx: Writer, personId: string, at: Date): Promise<void> {
  await tx.update(people).set({ lastSeenAt: at }).where(eq(people.id, personId));
}

/** Replaces a hash by one that takes more work; only where it is still the one that was checked. */
export async function updatePasswordHash(
  tx: Writer,
  change: { personId: string; from: string; to: string },
): Promise<void> {
  await tx
    .update(people)
    .set({ passwordHash: change.to })
    .where(and(eq(people.id, change.personId), eq(people.passwordHash, change.from)));
}

/** True where there was one to delete. */
export async function deleteSession(tx: Writer, sessionId: string): Promise<boolean> {
  const gone = await tx.delete(sessions).where(eq(sessions.id, sessionId)).returning({ id: sessions.id });
  return gone.length > 0;
}

/** Ends one session of one person: another person's id changes nothing. */
export async function deleteOwnSession(tx: Writer, personId: string, sessionId: string): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId)));
}

/** Ends all sessions of a person, one excepted where that is asked for. */
export async function deleteSessionsOf(tx: Writer, personId: string, except = ''): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, except)));
}

/** Ends what a person has beyond so many sessions, those that rested longest first and never `latest`. True where there was one. */
export async function deleteSessionsBeyond(
  tx: Writer,
  { personId, latest, most }: { personId: string; latest: string; most: number },
): Promise<boolean> {
  const kept = sql`select k.id from sessions k where k.person_id = ${personId} and k.id <> ${latest}
    order by k.last_seen_at desc, k.created_at desc, k.id limit ${most - 1}`;
  const gone = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.id, latest), sql`${sessions.id} not in (${kept})`))
    .returning({ id: sessions.id });
  return gone.length > 0;
}

/** When a session of hers was last ended because there were too many; null where that never was. */
export async function findSessionsCapped(db: Reader, personId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.personId, personId),
        eq(auditEntries.act, 'sessions.ended'),
        sql`${auditEntries.details} ->> 'why' = 'most'`,
      ),
    )
    .orderBy(desc(auditEntries.at))
    .limit(1);
  return row?.at ?? null;
}

export async function deleteExpiredSessions(tx: Writer, at: Date): Promise<void> {
  await tx.delete(sessions).where(lte(sessions.expiresAt, at));
}
