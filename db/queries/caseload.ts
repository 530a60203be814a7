import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  caseAllocations,
  caseChanges,
  caseloadWork,
  cases,
  overLimitAgreements,
  people,
  workloadReductions,
} from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { OverAgreement } from '#src/domain/caseload/agreement.ts';
import type { CaseFacts, Share } from '#src/domain/caseload/caseFacts.ts';
import type { DatedWork, Reduction } from '#src/domain/caseload/load.ts';

/** A case as a trainee carries it on a day: what is known of it then, and how much of it is hers. */
export interface CarriedCase extends CaseFacts, Share {
  readonly caseId: string;
  readonly allocationId: string;
  readonly traineeId: string;
  readonly reference: string;
  readonly startsOn: string;
  readonly managerName: string;
}

/** A case, a reduction, an agreement to be over the limit, or work that is not a case, of one trainee. */
export type CaseloadRow = ({ readonly fact: 'case' } & CarriedCase) | LoadFact;

/** A reduction, an agreement to be over the limit, or work that is not a case, of one trainee. */
export type LoadFact =
  | ({ readonly fact: 'reduction'; readonly traineeId: string } & Reduction)
  | ({ readonly fact: 'agreement'; readonly traineeId: string } & OverAgreement)
  | ({ readonly fact: 'work'; readonly traineeId: string } & DatedWork);

const ids = sql`(select value from json_each(${sql.placeholder('traineeIds')}))`;
const day = sql.placeholder('today');

/** Rows of these trainees that have begun; `runsNow`: and not ended. `row` is the name a table has in the query. */
const hasBegun = (row: string) => sql`${sql.raw(row)}.trainee_id in ${ids} and ${sql.raw(row)}.starts_on <= ${day}`;
const runsNow = (row: string) =>
  sql`${hasBegun(row)} and (${sql.raw(row)}.ends_on is null or ${sql.raw(row)}.ends_on > ${day})`;

/** A column of a case as it is on the day: of the newest change of the newest day that has come, else as it was first. */
const sinceChange = (column: string) => sql.raw(`iif(h.id is null, c.${column}, h.${column})`);

const carriedCases = sql`
  select a.trainee_id, 'case' as fact, ${sinceChange('reference')} as place, json_object('caseId', c.id, 'allocationId', a.id,
      'reference', ${sinceChange('reference')}, 'tier', ${sinceChange('tier')}, 'kind', ${sinceChange('kind')},
      'transitionToAdulthood', json(iif(${sinceChange('transition_to_adulthood')}, 'true', 'false')),
      'letterTier', ${sinceChange('letter_tier')}, 'activity', ${sinceChange('activity')},
      'attributes', json(${sinceChange('attributes')}), 'complexity', json(${sinceChange('complexity')}),
      'carrying', a.carrying, 'sharePercent', a.share_percent, 'startsOn', a.starts_on, 'managerName', p.name) as json
    from ${caseAllocations} a join ${cases} c on c.id = a.case_id join ${people} p on p.id = a.manager_id
      left join ${caseChanges} h on h.id = (select n.id from ${caseChanges} n
        where n.case_id = c.id and n.effective_on <= ${day} order by n.effective_on desc, n.number desc limit 1)
    where ${runsNow('a')}`;

const otherFacts = sql`
  select r.trainee_id, 'reduction', r.starts_on, json_object('id', r.id, 'reason', r.reason, 'reasonId', r.reason_id,
      'hoursPerWeek', r.hours_per_week, 'startsOn', r.starts_on, 'endsOn', r.ends_on, 'by', e.name)
    from ${workloadReductions} r join ${people} e on e.id = r.entered_by where ${runsNow('r')}
  union all
  select o.trainee_id, 'agreement', o.starts_on, json_object('id', o.id, 'reason', o.reason, 'startsOn', o.starts_on,
      'until', o.until, 'by', p.name, 'allocationId', o.allocation_id, 'agreedAt', o.agreed_at)
    from ${overLimitAgreements} o join ${people} p on p.id = o.manager_id where ${hasBegun('o')}
  union all
  select w.trainee_id, 'work', w.starts_on, json_object('id', w.id, 'kind', w.kind, 'type', w.type, 'level', w.level,
      'startsOn', w.starts_on, 'endsOn', w.ends_on)
    from ${caseloadWork} w where ${runsNow('w')}`;

const inOrder = sql`select * from (${carriedCases} union all ${otherFacts}) f order by f.fact, f.place, f.json`;

/** All of them as one list of JSON: a row for each cost more to hand over than to find (docs/performance.md). */
const caseloadRows = prepared((db) =>
  db
    .select({
      json: sql<
        string | null
      >`'[' || group_concat('[' || json_quote(o.trainee_id) || ',"' || o.fact || '",' || o.json || ']') || ']'`,
    })
    .from(sql`(${inOrder}) o`)
    .prepare(),
);

type FoundRow = readonly [traineeId: string, fact: CaseloadRow['fact'], row: object];

/** Everything that decides these trainees' loads on a day: cases by reference, then what counts beside them, earliest first. One query. */
export async function listCaseloadRows(
  db: Reader,
  traineeIds: readonly string[],
  today: string,
): Promise<CaseloadRow[]> {
  if (traineeIds.length === 0) return [];
  const [found] = await caseloadRows(db).all({ traineeIds: JSON.stringify(traineeIds), today });
  const rows = JSON.parse(found?.json ?? '[]') as FoundRow[];
  return rows.map(([traineeId, fact, row]) => ({ ...row, traineeId, fact }) as CaseloadRow);
}

/** Cases that these trainees carry on a day, by reference. One query. */
export async function listCarriedCases(
  db: Reader,
  traineeIds: readonly string[],
  today: string,
): Promise<CarriedCase[]> {
  return (await listCaseloadRows(db, traineeIds, today)).filter((row) => row.fact === 'case');
}

/** The newest allocations the viewer confirmed, newest first; only to trainees she manages now. */
export async function listLatestAllocations(db: Reader, viewer: Viewer, limit = 10) {
  return db
    .select({
      allocation: caseAllocations,
      agreement: overLimitAgreements,
      reference: cases.reference,
      tier: cases.tier,
      kind: cases.kind,
      traineeName: people.name,
    })
    .from(caseAllocations)
    .innerJoin(cases, eq(cases.id, caseAllocations.caseId))
    .innerJoin(people, eq(people.id, caseAllocations.traineeId))
    .leftJoin(overLimitAgreements, eq(overLimitAgreements.allocationId, caseAllocations.id))
    .where(and(eq(caseAllocations.managerId, viewer.id), inArray(caseAllocations.traineeId, [...viewer.managerOf])))
    .orderBy(desc(caseAllocations.allocatedAt), desc(caseAllocations.id))
    .limit(limit);
}

/** Has this allocation been confirmed before? A repeated form changes nothing. */
export async function findAllocation(db: Reader, allocationId: string) {
  const [row] = await db.select().from(caseAllocations).where(eq(caseAllocations.id, allocationId));
  return row ?? null;
}

/** Keeps an agreement to be over the limit. A repeat with the same id changes nothing. */
export async function insertAgreementOver(tx: Writer, agreement: typeof overLimitAgreements.$inferInsert) {
  await tx.insert(overLimitAgreements).values(agreement);
}
