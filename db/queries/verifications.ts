import { asc, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { people, verificationDecisions, verifications } from '#db/schema/index.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';
import { removedOn } from './removedOn.ts';

const decisionsOf = sql<string>`(select json_group_array(json_array(d.criterion_id, d.outcome, d.reason)) from verification_decisions d where d.verification_id = ${verifications.id})`;

function verificationRows(db: Reader) {
  return db
    .select({
      id: verifications.id,
      submissionId: verifications.submissionId,
      assessmentId: verifications.assessmentId,
      verifierId: verifications.verifierId,
      verifierName: people.name,
      outcome: verifications.outcome,
      words: verifications.words,
      tests: verifications.tests,
      verifiedAt: verifications.verifiedAt,
      decisions: decisionsOf,
      removedAt: removedOn('verification', sql`${verifications.id}`),
    })
    .from(verifications)
    .innerJoin(people, eq(people.id, verifications.verifierId))
    .$dynamic();
}

type Triple = readonly [criterionId: string, outcome: VerificationOutcome, reason: string];

const verificationOf = ({ decisions, ...row }: Awaited<ReturnType<typeof verificationRows>>[number]) => ({
  ...row,
  decisions: (JSON.parse(decisions) as Triple[]).map(([criterionId, outcome, reason]) => ({
    criterionId,
    outcome,
    reason,
  })),
});

/** One look of a quality assurer at one assessment. */
export type VerificationRecord = ReturnType<typeof verificationOf>;

/** Every look at a submission, oldest first. One query. */
export async function listVerifications(db: Reader, submissionId: string): Promise<VerificationRecord[]> {
  const rows = await verificationRows(db)
    .where(eq(verifications.submissionId, submissionId))
    .orderBy(asc(verifications.verifiedAt), sql`${verifications}.rowid`);
  return rows.map(verificationOf);
}

/** A look by its id, or null. Has this form been sent before? */
export async function findVerification(db: Reader, verificationId: string): Promise<VerificationRecord | null> {
  const [row] = await verificationRows(db).where(eq(verifications.id, verificationId));
  return row ? verificationOf(row) : null;
}

type NewDecision = Omit<typeof verificationDecisions.$inferInsert, 'verificationId'>;

/** Keeps a look with what it says of each decision. */
export async function insertVerification(
  tx: Writer,
  look: typeof verifications.$inferInsert,
  decisions: readonly NewDecision[],
): Promise<void> {
  await tx.insert(verifications).values(look);
  await tx
    .insert(verificationDecisions)
    .values(decisions.map((decision) => ({ ...decision, verificationId: look.id })));
}

/** Who signed criteria that rest on a submission, opened ones too. One query. */
export async function listSignersOn(db: Reader, submissionId: string): Promise<string[]> {
  const rows = await db.all<{ signedBy: string }>(sql`
    select distinct o.signed_by as signedBy from sign_off_basis b join portfolio_sign_offs o on o.id = b.sign_off_id
    where b.submission_id = ${submissionId}`);
  return rows.map(({ signedBy }) => signedBy);
}

/** The plan of a verifier that a submission is in: of several an open one, and the one that is due first; or null. One query. */
export async function findPlanOf(
  db: Reader,
  { verifierId, submissionId }: { readonly verifierId: string; readonly submissionId: string },
): Promise<PlanFact | null> {
  const [row] = await db.all<PlanFact>(planOf({ verifierId, submissionId }));
  return row ?? null;
}

interface PlanFact {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
  readonly why: string;
}

const planOf = ({ verifierId, submissionId }: { verifierId: string; submissionId: string }) => sql`
  select p.id as id, p.title as title, p.due_on as dueOn, i.why as why
  from sampling_plan_items i join sampling_plans p on p.id = i.plan_id
  where i.submission_id = ${submissionId} and p.verifier_id = ${verifierId}
  order by p.closed_at is not null, p.due_on, p.created_at desc limit 1`;

interface Note {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly note: string;
}

/** Around one piece of a sample: the notes of its newest assessment in their order, who signed on it, and the verifier's plan. One query. */
export async function findSampleFacts(
  db: Reader,
  { verifierId, submissionId }: { readonly verifierId: string; readonly submissionId: string },
) {
  const rows = await db.all<{ fact: 'note' | 'signer' | 'plan'; json: string }>(sql`
    select 'note' as fact, n.json as json from (
      select json_object('startsAt', n.starts_at, 'endsAt', n.ends_at, 'note', n.note) as json from assessment_annotations n
      where n.assessment_id = (select a.id from assessments a where a.submission_id = ${submissionId} order by a.assessed_at desc, a.rowid desc limit 1)
      order by n.position) n
    union all
    select 'signer', json_quote(s.signed_by) from (select distinct o.signed_by from sign_off_basis b
      join portfolio_sign_offs o on o.id = b.sign_off_id where b.submission_id = ${submissionId}) s
    union all
    select 'plan', json_object('id', p.id, 'title', p.title, 'dueOn', p.dueOn, 'why', p.why) from (${planOf({ verifierId, submissionId })}) p`);
  const found = <T>(fact: string) => rows.filter((row) => row.fact === fact).map(({ json }) => JSON.parse(json) as T);
  return { notes: found<Note>('note'), signers: found<string>('signer'), plan: found<PlanFact>('plan')[0] ?? null };
}
