import { type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { cohortMemberships } from '#db/schema/index.ts';
import { londonDay } from '#src/domain/calendar.ts';
import { NOTHING_PAST, type SignalPast } from '#src/domain/signals/past.ts';
import type { SignalNote } from '#src/domain/signals/signal.ts';
import { historyRows } from '../caseloadHistory.ts';
import { PIECES } from './pieces.ts';
import { FACTS, LOOKING_BACK } from './sources.ts';

/** trainee id -> what her signals are worked out from; those about whom nothing is known are left out. */
export type SignalPasts = ReadonlyMap<string, SignalPast>;

/** All facts of a kind about one trainee, as a list of JSON. */
interface Row {
  readonly traineeId: string;
  readonly fact: keyof SignalPast;
  readonly json: string;
}

/**
 * Every fact of the people that `who` selects as `id`, a row for each trainee and kind: hundreds of rows cost more to hand over than
 * to find. `back`: with what only a look back asks for.
 */
function pastQuery(db: Reader, who: SQL, back: boolean) {
  const sources = sql.join([...FACTS, ...(back ? LOOKING_BACK : []), PIECES], sql` union all `);
  return db
    .select({
      traineeId: sql<string>`f.trainee_id`,
      fact: sql<Row['fact']>`f.fact`,
      json: sql<string>`'[' || group_concat(f.json) || ']'`,
    })
    .from(
      sql`(with who as materialized (${who})
        select * from ${historyRows(sql`select id from who`)} union all ${sources}) f`,
    )
    .groupBy(sql`f.trainee_id`, sql`f.fact`)
    .prepare();
}

function pastsOf(rows: readonly Row[]): SignalPasts {
  const found = new Map<string, Record<keyof SignalPast, unknown[]>>();
  for (const { traineeId, fact, json } of rows) {
    const own = found.get(traineeId) ?? emptyPast();
    found.set(traineeId, own);
    const facts = JSON.parse(json) as unknown[];
    own[fact] = fact === 'note' ? (facts as KeptNote[]).map(noteOf) : facts;
  }
  return found as ReadonlyMap<string, unknown> as SignalPasts;
}

type KeptNote = Omit<SignalNote, 'notedOn'> & { readonly notedAt: number };

function noteOf({ notedAt, ...note }: KeptNote): SignalNote {
  return { ...note, notedOn: londonDay(new Date(notedAt * 1000)) };
}

const emptyPast = () =>
  Object.fromEntries(Object.keys(NOTHING_PAST).map((fact) => [fact, [] as unknown[]])) as Record<
    keyof SignalPast,
    unknown[]
  >;

const membersNow = sql`select trainee_id as id from ${cohortMemberships} where cohort_id = ${sql.placeholder('cohortId')} and left_on is null`;
const theseOnly = sql`select value as id from json_each(${sql.placeholder('traineeIds')})`;

const ofCohort = prepared((db) => pastQuery(db, membersNow, false));
const ofSome = prepared((db) => pastQuery(db, theseOnly, false));
const ofSomeBack = prepared((db) => pastQuery(db, theseOnly, true));

/** What is looked at: study time and evidence from long ago decide nothing today, and everything for a look back. */
const LIVE = { everything: 0 } as const;
const BACK = { everything: 1, studyFrom: '0000-00-00', leaveFrom: '0000-00-00', monthFrom: '0000-00' } as const;

/** From which day on facts are looked at: `YYYY-MM-DD`, and `YYYY-MM` for check-ins. */
export interface LookedAt {
  readonly studyFrom: string;
  readonly leaveFrom: string;
  readonly monthFrom: string;
}

/** Everything that signals about the people in a cohort now are worked out from. Whose cohort it may be is the caller's. One query. */
export async function listCohortPasts(db: Reader, cohortId: string, from: LookedAt): Promise<SignalPasts> {
  return pastsOf(await ofCohort(db).all({ cohortId, ...from, ...LIVE }));
}

/** The same of some trainees. Whoever calls says which the viewer may see. One query. */
export async function listPasts(db: Reader, traineeIds: readonly string[], from: LookedAt): Promise<SignalPasts> {
  return pastsOf(await ofSome(db).all({ traineeIds: JSON.stringify(traineeIds), ...from, ...LIVE }));
}

/** The same with everything that ever was, for a look back. One query. */
export async function listWholePasts(db: Reader, traineeIds: readonly string[]): Promise<SignalPasts> {
  return pastsOf(await ofSomeBack(db).all({ traineeIds: JSON.stringify(traineeIds), ...BACK }));
}
