import { findCalendarAddress } from '#db/queries/calendar.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import { listWeekFacts } from '#db/queries/week.ts';
import { listExceptions, listPatternsFor } from '#db/queries/weekChanges.ts';
import type { Reader } from '#db/client.ts';
import type { AgendaItem } from '#src/domain/week/agenda.ts';
import { isTakenOut } from '#src/domain/week/changes.ts';
import type { AppointmentFact } from '#src/domain/week/facts.ts';
import { type WeekDays, weekDaysSchema } from '#src/domain/week/pattern.ts';
import type { WeekView } from '#src/domain/week/show.ts';
import { agendaOf } from '../week.ts';
import { portal, today } from '../portal.ts';
import { qualificationsNow } from '../qualification.ts';

/** Two weeks of her own, or null where she is on no route yet. Two queries in one round trip. */
export async function loadOwnWeek(db: Reader, traineeId: string, view: WeekView) {
  const range = { from: view.from, to: view.to, audience: 'self' as const };
  const [qualifications, trainee, facts] = await Promise.all([
    qualificationsNow(),
    findTrainee(db, traineeId),
    listWeekFacts(db, traineeId, range),
  ]);
  if (!trainee) return null;
  const appointments = facts.filter((fact) => fact.fact === 'appointment');
  return { trainee, agenda: agendaOf(trainee, { facts, qualifications }, range), appointments };
}

/** The appointment that is to be changed, by its id; null for none. */
export function appointmentNamed(
  appointments: readonly AppointmentFact[],
  id: string | null | undefined,
): AppointmentFact | null {
  return appointments.find((appointment) => appointment.id === id) ?? null;
}

/** What may move of an agenda, by the id of its item or of its record; null for none. */
export function movableNamed(items: readonly AgendaItem[], id: string | null | undefined): AgendaItem | null {
  return items.find((item) => item.movable && (item.id === id || item.recordId === id)) ?? null;
}

/** A pattern as pages show it. One whose days cannot be read is left out: nobody could have entered it. */
export interface ShownPattern {
  readonly id: string;
  readonly isOwn: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly days: WeekDays;
}

type PatternRow = Awaited<ReturnType<typeof listPatternsFor>>[number];

export function shownPatterns(rows: readonly PatternRow[]): ShownPattern[] {
  return rows.flatMap((row) => {
    const days = weekDaysSchema.safeParse(row.days);
    const { id, startsOn, endsOn, traineeId } = row;
    return days.success && !isTakenOut(row)
      ? [{ id, isOwn: traineeId !== null, startsOn, endsOn, days: days.data }]
      : [];
  });
}

/** Her usual weeks, her own and those of her cohort, that are not over, and the one the portal takes where there is none. One query. */
export async function loadUsualWeeks(db: Reader, traineeId: string) {
  const patterns = shownPatterns(await listPatternsFor(db, traineeId));
  const running = patterns.filter(({ endsOn }) => endsOn === null || endsOn > today());
  return {
    own: running.filter(({ isOwn }) => isOwn),
    cohort: running.filter(({ isOwn }) => !isOwn),
    usual: portal().content.defaultPattern,
  };
}

/** Days that are not as usual, from today on. One query. */
export const loadExceptions = (db: Reader, traineeId: string) => listExceptions(db, traineeId, today());

/** Her calendar address. One query. */
export const loadCalendarAddress = (db: Reader, personId: string) => findCalendarAddress(db, personId);
