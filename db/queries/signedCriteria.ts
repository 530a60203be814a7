import { sql } from 'drizzle-orm';
import { submissions } from '#db/schema/index.ts';

/**
 * Claims of a snapshot, in its own version, that a signature `o` is given for: the same criterion or, where criteria changed in between,
 * those that carried over into it.
 */
export const claimsSigned = sql`iif(o.qualification_version = ${submissions.qualificationVersion}, json_array(o.subject_id), (
  with recursive earlier(version, id) as (
    select o.qualification_version, o.subject_id
    union
    select m.from_version, m.old_id from earlier e join criterion_mappings m
      on m.to_version = e.version and m.new_id = e.id and m.carries = 1)
  select json_group_array(c.criterion_id) from submission_claims c join earlier e on e.id = c.criterion_id
  where c.submission_id = ${submissions.id} and e.version = ${submissions.qualificationVersion}))`;

/** Signatures under criteria that stand and rest on a snapshot: [sign-off, criterion, version, signed at, who, assessment, claims]. */
export const signedCriteriaJson = sql<
  string | null
>`(select json_group_array(json_array(o.id, o.subject_id, o.qualification_version, o.signed_at, p.name, b.assessment_id, json(${claimsSigned})))
  from sign_off_basis b join portfolio_sign_offs o on o.id = b.sign_off_id join people p on p.id = o.signed_by
  where b.submission_id = ${submissions.id} and o.subject = 'criterion'
    and not exists (select 1 from sign_off_unlocks u where u.sign_off_id = o.id))`;

type Signed = readonly [string, string, string, number, string, string, string[]];

/** The same as the rest of the portal reads it. */
export function signedCriteriaOf(json: string | null) {
  const rows = JSON.parse(json ?? '[]') as Signed[];
  return rows.map(([signOffId, criterionId, qualificationVersion, signedAt, signerName, assessmentId, claims]) => ({
    signOffId,
    criterionId,
    qualificationVersion,
    signedAt: new Date(signedAt * 1000),
    signerName,
    assessmentId,
    /** What of this snapshot it is given for, by the numbers that the snapshot has. */
    claims,
  }));
}
