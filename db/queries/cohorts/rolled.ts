import { asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { assignments, peerSessions, weekPatterns } from '#db/schema/index.ts';
import type { RollingSession } from '#src/domain/cohorts/rolling.ts';
import { type WeekDays, weekDaysSchema } from '#src/domain/week/pattern.ts';

/** What of a cohort may be taken along: its usual weeks, and the days of its sessions without what anybody wrote. Two queries in one round trip. */
export async function readRolling(db: Reader, cohortId: string) {
  const [weeks, sessions] = await Promise.all([
    db
      .select({
        ...{ id: weekPatterns.id, startsOn: weekPatterns.startsOn, endsOn: weekPatterns.endsOn },
        days: weekPatterns.days,
      })
      .from(weekPatterns)
      .where(eq(weekPatterns.cohortId, cohortId))
      .orderBy(asc(weekPatterns.startsOn)),
    db
      .select({
        ...{ id: peerSessions.id, day: peerSessions.day, startsAt: peerSessions.startsAt },
        ...{ endsAt: peerSessions.endsAt, place: peerSessions.place, cancelledAt: peerSessions.cancelledAt },
      })
      .from(peerSessions)
      .where(eq(peerSessions.cohortId, cohortId))
      .orderBy(asc(peerSessions.day)),
  ]);
  return {
    weeks: weeks.map((week) => ({ ...week, days: weekDaysSchema.parse(week.days) })),
    sessions: sessions.map(({ cancelledAt, ...session }): RollingSession => ({
      ...session,
      cancelled: cancelledAt !== null,
    })),
  };
}

interface NewRows {
  readonly cohortId: string;
  readonly by: string;
  readonly at: Date;
}

export async function insertCohortWeeks(
  tx: Writer,
  { cohortId, by, at }: NewRows,
  weeks: readonly { id: string; startsOn: string; endsOn: string | null; days: WeekDays }[],
): Promise<void> {
  if (weeks.length === 0) return;
  await tx.insert(weekPatterns).values(
    weeks.map(({ id, startsOn, endsOn, days }) => ({
      ...{ id: `${cohortId}:week:${id}`, cohortId, startsOn, endsOn, days, enteredBy: by, enteredAt: at },
    })),
  );
}

/** Sessions without a leader, a format or a word: the tutor of the new cohort finds who leads them. */
export async function insertCohortSessions(
  tx: Writer,
  { cohortId, by, at }: NewRows,
  sessions: readonly { id: string; day: string; startsAt: string; endsAt: string; place: string }[],
): Promise<void> {
  if (sessions.length === 0) return;
  await tx.insert(peerSessions).values(
    sessions.map(({ id, day, startsAt, endsAt, place }) => ({
      ...{ id: `${cohortId}:session:${id}`, cohortId, day, startsAt, endsAt, place },
      ...{ revision: 1, savedBy: by, savedAt: at },
    })),
  );
}

/** Assigns tutors to a cohort from a day on. */
export async function insertTutors(
  tx: Writer,
  { cohortId, startsOn }: { cohortId: string; startsOn: string },
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await tx.insert(assignments).values(
    personIds.map((personId) => ({
      ...{ id: `${cohortId}:tutor:${personId}`, kind: 'tutor' as const, personId, cohortId, startsOn },
    })),
  );
}

/** The usual weeks of a cohort, the one that begins last at the end: a template takes it over. One query. */
export async function listWeekDays(db: Reader, cohortId: string): Promise<WeekDays[]> {
  const rows = await db
    .select({ days: weekPatterns.days })
    .from(weekPatterns)
    .where(eq(weekPatterns.cohortId, cohortId))
    .orderBy(asc(weekPatterns.startsOn));
  return rows.map(({ days }) => weekDaysSchema.parse(days));
}
