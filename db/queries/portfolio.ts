import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { assessments, criterionDecisions, evidenceClaims, evidenceItems, justifications } from '#db/schema/index.ts';
import { removalNote, type RemovalNote } from './submissionRows.ts';
import { Refusal } from '#src/domain/errors.ts';
import { nextRevision } from '#src/domain/revision.ts';

const claimsOf = sql<string>`(select json_group_array(json_array(c.criterion_id, c.where_shown)) from evidence_claims c where c.evidence_id = ${evidenceItems.id})`;

const removalOf = sql<
  string | null
>`(select json_array(r.removed_at, r.reason, r.sha256) from content_removals r where r.kind = 'draft' and r.record_id = ${evidenceItems.id})`;

function evidenceRows(db: Reader) {
  return db
    .select({ item: evidenceItems, claims: claimsOf, removal: removalOf })
    .from(evidenceItems)
    .orderBy(asc(evidenceItems.createdAt), asc(evidenceItems.id))
    .$dynamic();
}

const withClaims = ({ item, claims, removal }: Awaited<ReturnType<typeof evidenceRows>>[number]) => {
  const claimed = JSON.parse(claims) as [criterionId: string, whereShown: string][];
  return {
    ...item,
    claims: claimed.map(([criterionId]) => criterionId),
    /** By criterion; empty where she did not say. */
    whereShown: Object.fromEntries(claimed) as Readonly<Record<string, string>>,
    ...removedOf(removal),
  };
};

/** That the words of the draft were removed because their time was over. */
const removedOf = (json: string | null): { contentRemoved?: RemovalNote | null } => ({
  contentRemoved: removalNote(json),
});

/** A draft as its writer sees it. */
export type EvidenceRecord = ReturnType<typeof withClaims>;

/** A draft as a list of many tells of it. */
export interface DraftHead extends Pick<EvidenceRecord, 'id' | 'title' | 'kind' | 'happenedOn' | 'claims'> {
  readonly qualificationVersion: string | null;
}

type DraftCells = readonly [string, string, DraftHead['kind'], string | null, string | null, string | null];

const headsOfTrainee = prepared((db) =>
  db
    .select({
      heads: sql<string>`(select json_group_array(json(h.json)) from (
        select json_array(e.id, e.title, e.kind, e.happened_on, e.qualification_version,
          (select group_concat(c.criterion_id, ' ') from evidence_claims c where c.evidence_id = e.id)) as json
        from ${evidenceItems} e
        where e.trainee_id = ${sql.placeholder('traineeId')} and e.writer_id is null and e.removed_at is null
        order by e.created_at, e.id) h)`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);

/** A trainee's own drafts, oldest first; not what an assessor writes down about her, nor what she removed. Only for herself. One query. */
export async function listDraftHeads(db: Reader, traineeId: string): Promise<DraftHead[]> {
  const [found] = await headsOfTrainee(db).all({ traineeId });
  const rows = JSON.parse(found?.heads ?? '[]') as DraftCells[];
  return rows.map(([id, title, kind, happenedOn, qualificationVersion, claims]) => ({
    ...{ id, title, kind, happenedOn, qualificationVersion },
    claims: claims ? claims.split(' ') : [],
  }));
}

/** One draft, or null; null too once it was removed. Only for its writer. One query. */
export async function findEvidence(db: Reader, evidenceId: string): Promise<EvidenceRecord | null> {
  const [row] = await evidenceRows(db).where(and(eq(evidenceItems.id, evidenceId), isNull(evidenceItems.removedAt)));
  return row ? withClaims(row) : null;
}

export interface EvidenceSave {
  id: string;
  title: string;
  text: string;
  claims: readonly string[];
  /** Where each criterion is shown, by its id. */
  whereShown?: Readonly<Record<string, string>> | undefined;
  /** As kept: JSON, from `detailsText`. */
  details?: string | undefined;
  /** `YYYY-MM-DD`. */
  happenedOn?: string | null | undefined;
  /** The version its claims are told in; left out where they are in the one they were kept in. */
  qualificationVersion?: string | undefined;
  /** The revision on the page when she began to write. */
  basedOn: number;
  at: Date;
}

type EvidenceStart = Omit<EvidenceSave, 'basedOn'> &
  Pick<EvidenceRecord, 'traineeId' | 'kind'> & { writerId?: string | undefined };

/** What a draft is begun without. */
const BLANK = { writerId: null, details: '{}', happenedOn: null, qualificationVersion: null };

const isBegunAlike = (
  stored: EvidenceRecord,
  { traineeId, writerId, kind }: Pick<EvidenceRecord, 'traineeId' | 'writerId' | 'kind'>,
): boolean => stored.traineeId === traineeId && stored.writerId === writerId && stored.kind === kind;

/** Starts a piece of evidence. A repeat changes nothing; throws `conflict` where the id is taken by something else, so that no text is lost unsaid. */
export async function insertEvidence(tx: Writer, item: EvidenceStart): Promise<void> {
  const { id, at } = item;
  const { claims, whereShown, ...words } = { ...BLANK, ...item };
  const inserted = await tx
    .insert(evidenceItems)
    .values({ ...words, revision: 1, createdAt: at, savedAt: at })
    .onConflictDoNothing()
    .returning({ id: evidenceItems.id });
  if (inserted.length > 0) return replaceClaims(tx, id, { claims, whereShown });
  const stored = await findEvidence(tx, id);
  if (stored && isBegunAlike(stored, words) && isSame(stored, item)) return;
  throw new Refusal('conflict', {
    words: 'This draft was saved before, with other words. Save once more to keep these as a draft of their own.',
  });
}

const OVER = 'The time to keep this evidence is over, so nothing is written into it any more.';

/** Saves a draft and gives back its new revision. Throws `not_found`, or `conflict` where another tab saved something else in the meantime. */
export async function saveEvidence(tx: Writer, save: EvidenceSave): Promise<number> {
  const stored = await findEvidence(tx, save.id);
  if (!stored) throw new Refusal('not_found');
  if (stored.contentRemoved) throw new Refusal('conflict', { words: OVER });
  if (isSame(stored, save)) return stored.revision;
  const revision = nextRevision(stored.revision, save.basedOn);
  const { title, text, details = stored.details, happenedOn = stored.happenedOn } = save;
  const { qualificationVersion = stored.qualificationVersion } = save;
  await tx
    .update(evidenceItems)
    .set({ title, text, details, happenedOn, qualificationVersion, revision, savedAt: save.at })
    .where(eq(evidenceItems.id, save.id));
  await replaceClaims(tx, save.id, save);
  return revision;
}

/** Takes a piece of evidence out of its writer's portfolio with the words of its draft; false where it was gone already. */
export async function emptyDraft(tx: Writer, evidenceId: string, at: Date): Promise<boolean> {
  const emptied = await tx
    .update(evidenceItems)
    .set({ title: '', text: '', details: '{}', happenedOn: null, removedAt: at })
    .where(and(eq(evidenceItems.id, evidenceId), isNull(evidenceItems.removedAt)))
    .returning({ id: evidenceItems.id });
  if (emptied.length === 0) return false;
  await tx.delete(evidenceClaims).where(eq(evidenceClaims.evidenceId, evidenceId));
  await tx.delete(justifications).where(eq(justifications.evidenceId, evidenceId));
  return true;
}

const WORDS = ['title', 'text', 'details', 'happenedOn'] as const;

function isSame(stored: EvidenceRecord, save: Omit<EvidenceSave, 'basedOn' | 'at' | 'id'>): boolean {
  const { whereShown = {} } = save;
  const words = WORDS.every((word) => save[word] === undefined || save[word] === stored[word]);
  const { qualificationVersion = stored.qualificationVersion } = save;
  const isToldAlike = stored.qualificationVersion === qualificationVersion || save.claims.length === 0;
  const claimed = (claims: readonly string[], where: Readonly<Record<string, string>>) =>
    JSON.stringify([...claims].sort().map((id) => [id, where[id] ?? '']));
  return words && isToldAlike && claimed(stored.claims, stored.whereShown) === claimed(save.claims, whereShown);
}

async function replaceClaims(
  tx: Writer,
  evidenceId: string,
  { claims, whereShown = {} }: Pick<EvidenceSave, 'claims' | 'whereShown'>,
): Promise<void> {
  await tx.delete(evidenceClaims).where(eq(evidenceClaims.evidenceId, evidenceId));
  if (claims.length === 0) return;
  await tx
    .insert(evidenceClaims)
    .values(claims.map((criterionId) => ({ evidenceId, criterionId, whereShown: whereShown[criterionId] ?? '' })));
}

/** An assessment by its id, or null. Has this form been sent before? */
export async function findAssessment(db: Reader, assessmentId: string) {
  const [row] = await db.select().from(assessments).where(eq(assessments.id, assessmentId));
  return row ?? null;
}

/** The decisions of one assessment, by criterion. */
export async function listDecisions(db: Reader, assessmentId: string) {
  return db
    .select({
      criterionId: criterionDecisions.criterionId,
      outcome: criterionDecisions.outcome,
      feedback: criterionDecisions.feedback,
    })
    .from(criterionDecisions)
    .where(eq(criterionDecisions.assessmentId, assessmentId))
    .orderBy(asc(criterionDecisions.criterionId));
}
