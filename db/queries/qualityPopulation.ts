import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '#src/domain/portfolio/words.ts';
import type { UnitNow } from '#src/domain/portfolio/earlierCriteria.ts';
import type { DecidedPiece, Population, Tally } from '#src/domain/quality/population.ts';
import type { SamplingStage } from '#src/domain/quality/words.ts';

/** In anybody's sample. */
const isSampled = sql.raw('exists (select 1 from samples m where m.submission_id = s.id)');
/** A signature that stands rests on it. */
const isSigned = sql.raw(`(exists (select 1 from sign_off_basis b where b.submission_id = s.id
    and not exists (select 1 from sign_off_unlocks u where u.sign_off_id = b.sign_off_id))
  or exists (select 1 from sign_offs o where o.submission_id = s.id))`);

/**
 * Pieces whose newest decisions count: not while a countersignature is wanted, nor once it was sent back, nor what its trainee took
 * out. `stage` 0: nothing is signed on them, 1: a signature rests on them.
 */
function decided(assessorIds: readonly string[] | null): SQL {
  const some =
    assessorIds === null
      ? sql``
      : sql`and a.assessor_id in (select value from json_each(${JSON.stringify(assessorIds)}))`;
  return sql`select s.id as submission_id, s.qualification_version as version, a.id as assessment_id, a.assessor_id as assessor_id, s.trainee_id as trainee_id, s.kind as kind,
      ${isSampled} as sampled, ${isSigned} as stage
    from assessments a join submissions s on s.id = a.submission_id
    where not exists (select 1 from assessments n where n.submission_id = a.submission_id
        and (n.assessed_at, n.rowid) > (a.assessed_at, a.rowid))
      and not exists (select 1 from evidence_items i where i.id = s.evidence_id and i.removed_at is not null)
      and (a.needs_countersign = 0 or exists (select 1 from countersignatures c where c.assessment_id = a.id and c.outcome = 'agreed'))
      ${some}`;
}

/** Units of criteria of earlier versions as a table `now`: see `unitsNow`. */
const unitsTable = (units: readonly UnitNow[]) => sql`now(version, id, unit) as materialized (
      select json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
      from json_each(${JSON.stringify(units.map(({ version, id, unit }) => [version, id, unit]))}))`;

/** The unit of a criterion is what stands before its full stop: see `qualificationSchema`. Of an earlier version, where it stands today. */
const unitOf = sql.raw(
  "case when p.version in (select version from now) then u.unit else substr(d.criterion_id, 1, instr(d.criterion_id, '.') - 1) end",
);
const decidedUnits = sql.raw(
  'criterion_decisions d on d.assessment_id = p.assessment_id left join now u on u.version = p.version and u.id = d.criterion_id',
);

const pieceUnits = sql.raw(
  'criterion_decisions d left join now u on u.version = p.version and u.id = d.criterion_id where d.assessment_id = p.assessment_id',
);

interface CountRow {
  /** 0: an assessor with pieces and trainees; 1: an assessor with units; 2: a kind of evidence. */
  readonly what: 0 | 1 | 2;
  readonly key: string;
  readonly stage: 0 | 1;
  readonly n: number;
  readonly sampled: number;
  readonly trainees: number;
  readonly sampledTrainees: number;
}

const STAGES: readonly SamplingStage[] = ['interim', 'final'];
const NONE: Tally = { of: 0, sampled: 0 };

function populationFrom(rows: readonly CountRow[], stage: SamplingStage): Population {
  const own = rows.filter((row) => STAGES[row.stage] === stage);
  const tally = ({ n, sampled }: CountRow): Tally => ({ of: n, sampled });
  const units = new Map(own.filter(({ what }) => what === 1).map((row) => [row.key, tally(row)]));
  const kinds = new Map(own.filter(({ what }) => what === 2).map((row) => [row.key, tally(row)]));
  return {
    stage,
    assessors: own
      .filter(({ what }) => what === 0)
      .map((row) => ({
        assessorId: row.key,
        pieces: tally(row),
        trainees: { of: row.trainees, sampled: row.sampledTrainees },
        units: units.get(row.key) ?? NONE,
      })),
    methods: Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, kinds.get(kind) ?? NONE])) as Record<
      EvidenceKind,
      Tally
    >,
  };
}

/** What was decided, counted for each stage, by some assessors or by all of them. Opens nothing that was written. One query. */
export async function countDecided(db: Reader, assessorIds: readonly string[] | null, units: readonly UnitNow[]) {
  const rows = await db.all<CountRow>(sql`
    with pieces as materialized (${decided(assessorIds)}), ${unitsTable(units)}
    select 0 as what, assessor_id as "key", stage, count(*) as n, sum(sampled) as sampled, count(distinct trainee_id) as trainees,
        count(distinct case when sampled then trainee_id end) as sampledTrainees
      from pieces group by assessor_id, stage
    union all
    select 1, p.assessor_id, p.stage, count(distinct ${unitOf}), count(distinct case when p.sampled then ${unitOf} end), 0, 0
      from pieces p join ${decidedUnits} group by p.assessor_id, p.stage
    union all
    select 2, kind, stage, count(*), sum(sampled), 0, 0 from pieces group by kind, stage
    order by 1, 2`);
  return { interim: populationFrom(rows, 'interim'), final: populationFrom(rows, 'final') };
}

interface PieceRow {
  readonly submission_id: string;
  readonly assessor_id: string;
  readonly trainee_id: string;
  readonly kind: EvidenceKind;
  readonly sampled: number;
  readonly units: string | null;
}

interface WantedPieces {
  readonly stage: SamplingStage;
  readonly assessorIds: readonly string[] | null;
  /** Who is to look: nothing that she wrote, decided or countersigned herself, and nothing of her own. */
  readonly verifierId: string;
  readonly units: readonly UnitNow[];
}

/** Every piece that was decided at a stage, for a rule to choose from: ids, kind and units, nothing that was written. One query. */
export async function listDecidedPieces(
  db: Reader,
  { stage, assessorIds, verifierId, units }: WantedPieces,
): Promise<DecidedPiece[]> {
  const rows = await db.all<PieceRow>(sql`
    with pieces as materialized (${decided(assessorIds)}), ${unitsTable(units)}
    select p.submission_id, p.assessor_id, p.trainee_id, p.kind, p.sampled,
      (select group_concat(distinct ${unitOf}) from ${pieceUnits}) as units
    from pieces p where p.stage = ${STAGES.indexOf(stage)} and p.assessor_id <> ${verifierId} and p.trainee_id <> ${verifierId}
      and not exists (select 1 from submissions w where w.id = p.submission_id and w.writer_id = ${verifierId})
      and not exists (select 1 from countersignatures c where c.assessment_id = p.assessment_id and c.person_id = ${verifierId})
    order by p.submission_id`);
  return rows.map((row) => ({
    submissionId: row.submission_id,
    assessorId: row.assessor_id,
    traineeId: row.trainee_id,
    kind: row.kind,
    units: row.units === null ? [] : row.units.split(','),
    isSampled: row.sampled === 1,
  }));
}
