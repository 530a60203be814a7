import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { assessmentPlanItems, criterionRatings, people, portfolioSignOffs, signOffUnlocks } from '#db/schema/index.ts';
import type { KeptPlanItem } from '#src/domain/portfolio/plan.ts';
import type { KeptRating } from '#src/domain/portfolio/rating.ts';
import type { OwnRating, SignOffSubject } from '#src/domain/portfolio/words.ts';

/** A signature that stands under a unit or the whole qualification, as far as a grid tells of it. */
export interface GridSignature {
  readonly subject: SignOffSubject;
  readonly subjectId: string;
  readonly qualificationVersion: string;
  readonly signerName: string;
  readonly signedAt: Date;
  readonly unlock: null;
}

/** What a grid shows beside the criteria: how the trainee sees herself (see `ratingsNow`), and which units are signed. */
export interface GridBeside {
  readonly ratings: readonly KeptRating[];
  readonly signOffs: readonly GridSignature[];
  /** What is planned, by day, in the criteria of when it was planned: see `itemsNow`. */
  readonly plan: readonly KeptPlanItem[];
}

const planOf = sql`(select json_group_array(json(i.json)) from (
    select json_object('id', g.id, 'kind', g.kind, 'criteria', json(g.criteria), 'version', g.qualification_version, 'plannedOn', g.planned_on,
      'words', g.words, 'plannedAt', g.planned_at, 'evidenceId', g.evidence_id, 'plannedByName', w.name) as json
    from ${assessmentPlanItems} g join people w on w.id = g.planned_by
    where g.trainee_id = ${people.id} and g.removed_at is null order by g.planned_on, g.id) i)`;

/** As JSON, of the trainee of the row. For a query that reads one trainee anyway. */
export const gridBesideOf = sql<string>`(select json_object(
  'plan', ${planOf},
  'ratings', (select json_group_array(json_array(r.criterion_id, r.rating, r.qualification_version)) from ${criterionRatings} r where r.trainee_id = ${people.id}),
  'signOffs', (select json_group_array(json_array(o.subject, o.subject_id, o.qualification_version, s.name, o.signed_at))
    from ${portfolioSignOffs} o join people s on s.id = o.signed_by
    where o.trainee_id = ${people.id} and o.subject <> 'criterion'
      and not exists (select 1 from ${signOffUnlocks} u where u.sign_off_id = o.id))))`;

type Planned = Omit<KeptPlanItem, 'plannedAt'> & { readonly plannedAt: number };
type Signed = [GridSignature['subject'], string, string, string, number];

export function gridBeside(json: string): GridBeside {
  const read = JSON.parse(json) as {
    ratings: [string, OwnRating, string | null][];
    signOffs: Signed[];
    plan: Planned[];
  };
  return {
    ratings: read.ratings.map(([criterionId, rating, version]) => ({ criterionId, rating, version })),
    plan: read.plan.map((item) => ({ ...item, plannedAt: new Date(item.plannedAt * 1000) })),
    signOffs: read.signOffs.map(([subject, subjectId, qualificationVersion, signerName, signedAt]) => ({
      subject,
      subjectId,
      qualificationVersion,
      signerName,
      signedAt: new Date(signedAt * 1000),
      unlock: null,
    })),
  };
}

const ofTrainee = prepared((db) =>
  db
    .select({
      subject: portfolioSignOffs.subject,
      subjectId: portfolioSignOffs.subjectId,
      qualificationVersion: portfolioSignOffs.qualificationVersion,
      signerName: people.name,
      signedAt: portfolioSignOffs.signedAt,
      unlock: sql<null>`null`,
    })
    .from(portfolioSignOffs)
    .innerJoin(people, eq(people.id, portfolioSignOffs.signedBy))
    .where(
      and(
        eq(portfolioSignOffs.traineeId, sql.placeholder('traineeId')),
        ne(portfolioSignOffs.subject, 'criterion'),
        sql`not exists (select 1 from ${signOffUnlocks} where ${signOffUnlocks.signOffId} = ${portfolioSignOffs.id})`,
      ),
    )
    .orderBy(asc(portfolioSignOffs.ledgerSeq))
    .prepare(),
);

/** The signatures under units and the qualification that stand, in the order of the ledger. One query. */
export async function listGridSignatures(db: Reader, traineeId: string): Promise<GridSignature[]> {
  return ofTrainee(db).all({ traineeId });
}
