import { and, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { cohortMemberships, cohorts, enrolments, people, programmePauses } from '#db/schema/index.ts';
import type { TraineeSubject } from '#src/domain/access/viewer.ts';
import { contactFactsOf, readContactFacts } from './contacts/summary.ts';
import { type GridBeside, gridBeside, gridBesideOf } from './gridBeside.ts';
import type { ContactFacts } from '#src/domain/contacts/log.ts';
import type { Enrolment } from '#src/domain/programme/place.ts';

/** A trainee as other pages need her: who, which cohort, and her place on a route with its pauses. */
export interface TraineeRecord extends TraineeSubject {
  readonly name: string;
  readonly cohortName: string | null;
  readonly lastSeenAt: Date | null;
  /** The day of her last supervision review whose record is ready to sign or signed. */
  readonly lastReviewOn: string | null;
  readonly enrolment: Enrolment;
}

const lastReviewOn = sql<
  string | null
>`(select max(v.held_on) from supervision_reviews v where v.trainee_id = ${people.id} and v.ready_at is not null)`;
const endedOn = sql<
  string | null
>`(select x.ended_on from programme_endings x where x.trainee_id = ${people.id} and x.reopened_at is null)`;
const openMembership = and(eq(cohortMemberships.traineeId, people.id), isNull(cohortMemberships.leftOn));

/** The shared shape: one row a trainee and pause. What stands beside her grid is read for one trainee alone. */
export function traineeRows(db: Reader, beside = sql<string>`''`) {
  return db
    .select({
      beside,
      traineeId: people.id,
      name: people.name,
      lastSeenAt: people.lastSeenAt,
      lastReviewOn,
      cohortId: cohortMemberships.cohortId,
      cohortName: cohorts.name,
      routeId: enrolments.routeId,
      startedOn: enrolments.startedOn,
      hoursPerWeek: enrolments.hoursPerWeek,
      endedOn,
      pauseStartsOn: programmePauses.startsOn,
      pauseEndsOn: programmePauses.endsOn,
      pauseReason: programmePauses.reason,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.traineeId))
    .leftJoin(cohortMemberships, openMembership)
    .leftJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
    .leftJoin(programmePauses, eq(programmePauses.traineeId, enrolments.traineeId))
    .orderBy(people.name, people.id, programmePauses.startsOn)
    .$dynamic();
}

type TraineeRow = Awaited<ReturnType<typeof traineeRows>>[number];

function pauseOf({ pauseStartsOn, pauseEndsOn, pauseReason }: TraineeRow) {
  if (pauseStartsOn === null || pauseReason === null) return [];
  return [{ startsOn: pauseStartsOn, endsOn: pauseEndsOn, reason: pauseReason }];
}

function recordOf(row: TraineeRow, rows: TraineeRow[]): TraineeRecord {
  const { traineeId, name, lastSeenAt, lastReviewOn: reviewed, cohortId, cohortName } = row;
  const { routeId, startedOn, hoursPerWeek } = row;
  const enrolment = {
    traineeId,
    routeId,
    startedOn,
    hoursPerWeek,
    pauses: rows.flatMap(pauseOf),
    endedOn: row.endedOn,
  };
  return { traineeId, name, lastSeenAt, lastReviewOn: reviewed, cohortId, cohortName, enrolment };
}

/** Rows of one trainee and pause each -> one record a trainee, in the rows' order. */
export function traineesOf(rows: TraineeRow[]): TraineeRecord[] {
  const grouped = Map.groupBy(rows, (row) => row.traineeId);
  return [...grouped.values()].flatMap((own) => own.slice(0, 1).map((first) => recordOf(first, own)));
}

const oneTrainee = prepared((db) =>
  traineeRows(db)
    .where(eq(enrolments.traineeId, sql.placeholder('traineeId')))
    .prepare(),
);
/** As a list of two texts, each JSON: what stands beside her grid, and what is told of her contact log. */
const besideOf = sql<string>`json_array(${gridBesideOf} || '', ${contactFactsOf(sql`${people.id}`)} || '')`;
const oneWithGrid = prepared((db) =>
  traineeRows(db, besideOf)
    .where(eq(enrolments.traineeId, sql.placeholder('traineeId')))
    .prepare(),
);

/** One trainee, or null where there is none with that id. One query. */
export async function findTrainee(db: Reader, traineeId: string): Promise<TraineeRecord | null> {
  return traineesOf(await oneTrainee(db).all({ traineeId }))[0] ?? null;
}

/** The same with what stands beside her grid (her own ratings, and which units are signed), and her contact log in short. One query. */
export async function findTraineeWithGrid(
  db: Reader,
  traineeId: string,
): Promise<{ trainee: TraineeRecord | null; beside: GridBeside | null; contacts: ContactFacts }> {
  const rows = await oneWithGrid(db).all({ traineeId });
  const [first] = rows;
  const trainee = traineesOf(rows)[0] ?? null;
  if (!first) return { trainee, beside: null, contacts: { lastOn: null, due: [] } };
  const [beside, contacts] = JSON.parse(first.beside) as [string, string];
  return { trainee, beside: gridBeside(beside), contacts: readContactFacts(contacts) };
}

/** Everybody on a route, by name: for counts over the programme alone, never to be shown by name. One query. */
export async function listEveryTrainee(db: Reader): Promise<TraineeRecord[]> {
  return traineesOf(await traineeRows(db));
}

const someTrainees = prepared((db) =>
  traineeRows(db)
    .where(sql`${enrolments.traineeId} in (select value from json_each(${sql.placeholder('traineeIds')}))`)
    .prepare(),
);

/** Some trainees, by name; ids that are nobody's are left out. Whoever calls says which the viewer may see. One query. */
export async function listTrainees(db: Reader, traineeIds: readonly string[]): Promise<TraineeRecord[]> {
  return traineesOf(await someTrainees(db).all({ traineeIds: JSON.stringify(traineeIds) }));
}

/** Whose record it is and which cohort that person is in now, for `authorise`; null where there is no such trainee. */
export async function findTraineeSubject(db: Reader, traineeId: string): Promise<TraineeSubject | null> {
  const [row] = await db
    .select({ traineeId: enrolments.traineeId, cohortId: sql<string | null>`${cohortMemberships.cohortId}` })
    .from(enrolments)
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, enrolments.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .where(eq(enrolments.traineeId, traineeId));
  return row ?? null;
}
