import { asc, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { criterionMappings, people, qualificationVersions } from '#db/schema/index.ts';
import type { CriterionMapping } from '#src/domain/portfolio/versions.ts';
import type { SignedOfTrainee } from '#src/domain/qualification/effect.ts';

const inOrder = [
  asc(qualificationVersions.effectiveFrom),
  asc(qualificationVersions.importedAt),
  sql`${qualificationVersions}.rowid`,
];

/** Every version that was brought in, in the order in which they come to count. */
export async function listQualificationVersions(db: Reader) {
  return db
    .select()
    .from(qualificationVersions)
    .orderBy(...inOrder);
}

/** What became of each criterion from version to version. */
export async function listCriterionMappings(db: Reader) {
  return db
    .select()
    .from(criterionMappings)
    .orderBy(sql`${criterionMappings}.rowid`);
}

/** Who brought each version in. */
export async function listImporters(db: Reader) {
  return db
    .select({ version: qualificationVersions.version, name: people.name })
    .from(qualificationVersions)
    .innerJoin(people, eq(people.id, qualificationVersions.importedBy));
}

/** Keeps a version with what became of each criterion of the one before. */
export async function insertQualificationVersion(
  tx: Writer,
  version: typeof qualificationVersions.$inferInsert,
  mappings: readonly (CriterionMapping & { readonly id: string })[],
): Promise<void> {
  await tx.insert(qualificationVersions).values(version);
  for (let first = 0; first < mappings.length; first += 100)
    await tx.insert(criterionMappings).values(mappings.slice(first, first + 100));
}

/** Every trainee with a signature under a criterion that stands, in the version it was signed in. One query; one row a trainee. */
export async function listSignedCriteria(db: Reader): Promise<SignedOfTrainee[]> {
  const rows = await db.all<{ traineeId: string; signed: string }>(sql`
    select trainee_id as traineeId, json_group_array(json_array(version, criterion)) as signed from (
      select o.trainee_id, o.qualification_version as version, o.subject_id as criterion from portfolio_sign_offs o
        where o.subject = 'criterion' and not exists (select 1 from sign_off_unlocks u where u.sign_off_id = o.id)
      union
      select s.trainee_id, s.qualification_version, d.criterion_id from sign_offs g
        join submissions s on s.id = g.submission_id join criterion_decisions d on d.assessment_id = g.assessment_id and d.outcome = 'met'
    ) group by trainee_id`);
  return rows.map(({ traineeId, signed }) => ({
    traineeId,
    signed: (JSON.parse(signed) as [version: string, id: string][]).map(([version, id]) => ({ version, id })),
  }));
}

/** Claims in live evidence by version and criterion; null is the first version there was. One query. */
export async function listLiveClaims(db: Reader) {
  return db.all<{ version: string | null; criterionId: string; claims: number }>(sql`
    select e.qualification_version as version, c.criterion_id as criterionId, count(*) as claims
    from evidence_claims c join evidence_items e on e.id = c.evidence_id
    where e.removed_at is null group by e.qualification_version, c.criterion_id`);
}

/** Submissions that wait for a first decision: they keep the version they were handed in under. One query. */
export async function countWaitingForDecision(db: Reader): Promise<number> {
  const [row] = await db.all<{ waiting: number }>(sql`
    select count(*) as waiting from submissions s
    where s.number = (select max(n.number) from submissions n where n.evidence_id = s.evidence_id)
      and not exists (select 1 from assessments a where a.submission_id = s.id)
      and not exists (select 1 from withdrawals w where w.submission_id = s.id)`);
  return row?.waiting ?? 0;
}
