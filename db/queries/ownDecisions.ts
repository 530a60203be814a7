import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import {
  assessments,
  countersignatures,
  criterionDecisions,
  people,
  submissions,
  verificationDecisions,
  verifications,
} from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { AssessmentOutcome, CountersignOutcome, CriterionOutcome } from '#src/domain/portfolio/words.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';
import { removedOn } from './removedOn.ts';

/** Decisions on one page. */
export const OWN_DECISIONS = 25;

/** What an assessor released, and what was said of it. Of trainees she no longer assesses neither name nor title. */
export interface OwnDecision {
  readonly assessmentId: string;
  readonly outcome: AssessmentOutcome;
  /** Seconds since 1970, like every instant here. */
  readonly assessedAt: number;
  /** Null where she does not assess the trainee any more. */
  readonly about: {
    readonly submissionId: string;
    readonly title: string;
    readonly number: number;
    readonly traineeName: string;
  } | null;
  readonly decisions: readonly (readonly [criterionId: string, outcome: CriterionOutcome])[];
  readonly needsCountersign: 0 | 1;
  readonly countersigned: {
    readonly by: string;
    readonly outcome: CountersignOutcome;
    readonly words: string;
    readonly at: number;
    /** When the words were removed, or null. */
    readonly removedAt: number | null;
  } | null;
  readonly verified: readonly {
    readonly by: string;
    readonly outcome: VerificationOutcome;
    readonly words: string;
    readonly at: number;
    /** When the words were removed, or null. */
    readonly removedAt: number | null;
    readonly reasons: readonly (readonly [criterionId: string, outcome: VerificationOutcome, reason: string])[];
  }[];
}

const nameOf = (id: string) => sql.raw(`(select p.name from people p where p.id = ${id})`);

/** One more than fit on a page, newest first. `before`: seconds since 1970. `checkedOnly`: what quality assurance looked at. One query. */
export async function listOwnDecisions(
  db: Reader,
  viewer: Viewer,
  { before, checkedOnly }: { before: number; checkedOnly: boolean },
): Promise<OwnDecision[]> {
  const looks = sql`select json_group_array(json_object('by', ${nameOf('v.verifier_id')}, 'outcome', v.outcome, 'words', v.words, 'at', v.verified_at, 'removedAt', ${removedOn('verification', sql`v.id`)},
      'reasons', (select json_group_array(json_array(x.criterion_id, x.outcome, x.reason)) from ${verificationDecisions} x where x.verification_id = v.id)))
    from ${verifications} v where v.assessment_id = a.id`;
  const rows = await db.all<{ json: string }>(sql`
    select json_object('assessmentId', a.id, 'outcome', a.outcome, 'assessedAt', a.assessed_at,
      'about', iif(s.trainee_id in (select value from json_each(${JSON.stringify(viewer.assessorOf)})), json_object(
        'submissionId', s.id, 'title', s.title, 'number', s.number, 'traineeName', p.name), null),
      'decisions', (select json_group_array(json_array(d.criterion_id, d.outcome)) from ${criterionDecisions} d where d.assessment_id = a.id),
      'needsCountersign', a.needs_countersign,
      'countersigned', iif(c.assessment_id is null, null, json_object('by', ${nameOf('c.person_id')}, 'outcome', c.outcome, 'words', c.words, 'at', c.signed_at,
        'removedAt', ${removedOn('countersignature', sql`a.id`)})),
      'verified', (${looks})) as json
    from ${assessments} a join ${submissions} s on s.id = a.submission_id join ${people} p on p.id = s.trainee_id
      left join ${countersignatures} c on c.assessment_id = a.id
    where a.assessor_id = ${viewer.id} and a.assessed_at < ${before}
      and (${checkedOnly ? 1 : 0} = 0 or exists (select 1 from ${verifications} v where v.assessment_id = a.id))
    order by a.assessed_at desc, a.rowid desc limit ${OWN_DECISIONS + 1}`);
  return rows.map(({ json }) => JSON.parse(json) as OwnDecision);
}
