import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { people, samples, samplingPlanItems, samplingPlans } from '#db/schema/index.ts';

/** A look of the plan's own verifier at the newest assessment of a piece, within the query of its row `i`. */
const lookedAt = sql.raw(`exists (select 1 from verifications v where v.submission_id = i.submission_id
  and v.verifier_id = sampling_plans.verifier_id and v.assessment_id = (select a.id from assessments a
    where a.submission_id = i.submission_id order by a.assessed_at desc, a.rowid desc limit 1))`);
const itemCount = sql<number>`(select count(*) from sampling_plan_items i where i.plan_id = ${samplingPlans.id})`;
const lookedCount = sql<number>`(select count(*) from sampling_plan_items i where i.plan_id = ${samplingPlans.id} and ${lookedAt})`;

function planRows(db: Reader) {
  return db
    .select({
      id: samplingPlans.id,
      verifierId: samplingPlans.verifierId,
      verifierName: people.name,
      title: samplingPlans.title,
      stage: samplingPlans.stage,
      dueOn: samplingPlans.dueOn,
      assessors: samplingPlans.assessors,
      seed: samplingPlans.seed,
      createdAt: samplingPlans.createdAt,
      closedAt: samplingPlans.closedAt,
      items: itemCount,
      lookedAt: lookedCount,
    })
    .from(samplingPlans)
    .innerJoin(people, eq(people.id, samplingPlans.verifierId))
    .$dynamic();
}

export type PlanRecord = Awaited<ReturnType<typeof planRows>>[number];

/** Plans, open ones first by the day they are due, then closed ones, newest first. One query. */
export async function listPlans(db: Reader): Promise<PlanRecord[]> {
  return planRows(db).orderBy(
    sql`${samplingPlans.closedAt} is not null`,
    sql`case when ${samplingPlans.closedAt} is null then ${samplingPlans.dueOn} end`,
    desc(samplingPlans.closedAt),
    asc(samplingPlans.id),
  );
}

const openPlans = prepared((db) =>
  planRows(db).where(isNull(samplingPlans.closedAt)).orderBy(asc(samplingPlans.dueOn), asc(samplingPlans.id)).prepare(),
);

/** Plans that are not closed, by the day they are due. One query. */
export async function listOpenPlans(db: Reader): Promise<PlanRecord[]> {
  return openPlans(db).all();
}

/** One plan, or null. One query. */
export async function findPlan(db: Reader, planId: string): Promise<PlanRecord | null> {
  const [row] = await planRows(db).where(eq(samplingPlans.id, planId));
  return row ?? null;
}

interface ItemRow {
  readonly planId: string;
  readonly submissionId: string;
  readonly evidenceId: string;
  readonly title: string;
  readonly kind: string;
  readonly number: number;
  readonly traineeId: string;
  readonly traineeName: string;
  readonly assessorId: string | null;
  readonly assessorName: string | null;
  readonly criteria: string | null;
  readonly why: string;
  readonly addedAt: number;
  readonly dueOn: string;
  readonly planTitle: string;
  readonly verifierId: string;
  /** What the plan's verifier said of the newest assessment; null: not looked at. */
  readonly outcome: 'agree' | 'reject' | null;
  readonly verifiedAt: number | null;
}

/** Items with what a page shows of them; `i` is the item, `p` its plan. */
const itemRows =
  sql.raw(`select i.plan_id as planId, i.submission_id as submissionId, s.evidence_id as evidenceId, s.title as title,
    s.kind as kind, s.number as number, s.trainee_id as traineeId, t.name as traineeName, a.assessor_id as assessorId,
    (select name from people where id = a.assessor_id) as assessorName,
    (select group_concat(d.criterion_id, ' ') from criterion_decisions d where d.assessment_id = a.id) as criteria,
    i.why as why, i.added_at as addedAt, p.due_on as dueOn, p.title as planTitle, p.verifier_id as verifierId,
    v.outcome as outcome, v.verified_at as verifiedAt
  from sampling_plan_items i join sampling_plans p on p.id = i.plan_id join submissions s on s.id = i.submission_id
    join people t on t.id = s.trainee_id
    left join assessments a on a.id = (select n.id from assessments n where n.submission_id = s.id order by n.assessed_at desc, n.rowid desc limit 1)
    left join verifications v on v.id = (select w.id from verifications w where w.assessment_id = a.id and w.verifier_id = p.verifier_id
      order by w.verified_at desc, w.rowid desc limit 1)`);

const itemOf = ({ criteria, addedAt, verifiedAt, ...row }: ItemRow) => ({
  ...row,
  criteria: criteria === null ? [] : criteria.split(' ').sort(),
  addedAt: new Date(addedAt * 1000),
  verifiedAt: verifiedAt === null ? null : new Date(verifiedAt * 1000),
});

/** What is in a plan, as far as a page shows it; without anything that was written but the title. */
export type PlanItem = ReturnType<typeof itemOf>;

/** Everything in a plan, in the order of assessors and trainees. One query. */
export async function listPlanItems(db: Reader, planId: string): Promise<PlanItem[]> {
  const rows = await db.all<ItemRow>(
    sql`${itemRows} where i.plan_id = ${planId} order by assessorName, traineeName, s.title, s.id`,
  );
  return rows.map(itemOf);
}

/** What a verifier has in open plans and has not looked at, the one that is due first first. At most `most`. One query. */
export async function listItemsToLookAt(db: Reader, verifierId: string, most: number): Promise<PlanItem[]> {
  const rows = await db.all<ItemRow>(
    sql`${itemRows} where p.verifier_id = ${verifierId} and p.closed_at is null and v.id is null
      order by p.due_on, i.added_at, i.rowid limit ${most}`,
  );
  return rows.map(itemOf);
}

export async function insertPlan(tx: Writer, plan: typeof samplingPlans.$inferInsert): Promise<void> {
  await tx.insert(samplingPlans).values(plan);
}

const A_STATEMENT = 100;

/** Puts pieces into a plan and gives its verifier the right to read them. What is in it already stays as it is. */
export async function insertPlanItems(
  tx: Writer,
  { planId, verifierId }: { readonly planId: string; readonly verifierId: string },
  {
    chosen,
    at,
  }: { readonly chosen: readonly { readonly submissionId: string; readonly why: string }[]; readonly at: Date },
): Promise<void> {
  for (let from = 0; from < chosen.length; from += A_STATEMENT) {
    const part = chosen.slice(from, from + A_STATEMENT);
    await tx
      .insert(samplingPlanItems)
      .values(part.map(({ submissionId, why }) => ({ planId, submissionId, why, addedAt: at })))
      .onConflictDoNothing();
    await tx
      .insert(samples)
      .values(part.map(({ submissionId }) => ({ submissionId, verifierId, sampledAt: at })))
      .onConflictDoNothing();
  }
}

/** Takes a piece out of a plan, and the right to read it, where no other plan of its verifier holds it. */
export async function deletePlanItem(
  tx: Writer,
  { planId, verifierId, submissionId }: { planId: string; verifierId: string; submissionId: string },
): Promise<void> {
  await tx
    .delete(samplingPlanItems)
    .where(and(eq(samplingPlanItems.planId, planId), eq(samplingPlanItems.submissionId, submissionId)));
  await tx
    .delete(samples)
    .where(
      and(
        eq(samples.submissionId, submissionId),
        eq(samples.verifierId, verifierId),
        sql`not exists (select 1 from sampling_plan_items i join sampling_plans p on p.id = i.plan_id where i.submission_id = ${submissionId} and p.verifier_id = ${verifierId})`,
        sql`not exists (select 1 from verifications v where v.submission_id = ${submissionId} and v.verifier_id = ${verifierId})`,
      ),
    );
}

/** Closes a plan once; a repeat changes nothing. */
export async function closePlan(tx: Writer, planId: string, at: Date): Promise<void> {
  await tx
    .update(samplingPlans)
    .set({ closedAt: at })
    .where(and(eq(samplingPlans.id, planId), isNull(samplingPlans.closedAt)));
}

interface FoundRow {
  readonly submissionId: string;
  readonly criteria: string | null;
  readonly kind: string;
  readonly traineeName: string;
  readonly assessorName: string;
  readonly assessedAt: number;
}

/** Decided pieces of a trainee whose name holds some words and that are not in a plan yet, newest first; at most 20. Nothing that was written: she may not read it yet. One query. */
export async function findPiecesToAdd(db: Reader, planId: string, words: string) {
  const pattern = `%${words.replaceAll(/[!%_]/g, '!$&')}%`;
  const rows = await db.all<FoundRow>(sql`
    select s.id as submissionId, s.kind as kind,
      (select group_concat(d.criterion_id, ' ') from criterion_decisions d where d.assessment_id = a.id) as criteria, t.name as traineeName, e.name as assessorName, a.assessed_at as assessedAt
    from people t join submissions s on s.trainee_id = t.id
      join assessments a on a.id = (select n.id from assessments n where n.submission_id = s.id order by n.assessed_at desc, n.rowid desc limit 1)
      join people e on e.id = a.assessor_id
    where t.name like ${pattern} escape '!'
      and not exists (select 1 from evidence_items r where r.id = s.evidence_id and r.removed_at is not null)
      and not exists (select 1 from sampling_plan_items i where i.plan_id = ${planId} and i.submission_id = s.id)
    order by a.assessed_at desc, s.id limit 20`);
  return rows.map((row) => ({
    ...row,
    criteria: row.criteria === null ? [] : row.criteria.split(' ').sort(),
    assessedAt: new Date(row.assessedAt * 1000),
  }));
}
