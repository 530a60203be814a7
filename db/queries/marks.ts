import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { marks } from '#db/schema/index.ts';
import { Refusal } from '#src/domain/errors.ts';
import { MARKS_PER_MODULE, MARKS_PER_TRAINEE } from '#src/domain/marks/limits.ts';
import type { MarkedWords } from '#src/domain/marks/place.ts';
import { nextRevision } from '#src/domain/revision.ts';

const marksInOneModule = prepared((db) =>
  db
    .select()
    .from(marks)
    .where(and(eq(marks.traineeId, sql.placeholder('traineeId')), eq(marks.moduleId, sql.placeholder('moduleId'))))
    .orderBy(asc(marks.markedAt), asc(marks.id))
    .prepare(),
);

/** A trainee's marks in a module, oldest first. */
export async function listMarks(db: Reader | Writer, traineeId: string, moduleId: string) {
  return marksInOneModule(db).all({ traineeId, moduleId });
}

/** A mark as it is kept. */
export type MarkRow = Awaited<ReturnType<typeof listMarks>>[number];

/** All marks of a trainee, newest first. */
export async function listAllMarks(db: Reader, traineeId: string): Promise<MarkRow[]> {
  return db.select().from(marks).where(eq(marks.traineeId, traineeId)).orderBy(desc(marks.markedAt), asc(marks.id));
}

/** Whose mark it is, or null. */
export async function findMarkSubject(db: Reader, markId: string): Promise<{ traineeId: string } | null> {
  const [row] = await db.select({ traineeId: marks.traineeId }).from(marks).where(eq(marks.id, markId));
  return row ?? null;
}

interface NewMark extends MarkedWords {
  id: string;
  traineeId: string;
  moduleId: string;
  moduleVersion: string;
  note: string;
  at: Date;
}

const isSamePlace = (one: MarkedWords, other: MarkedWords) =>
  one.sectionId === other.sectionId &&
  one.quote === other.quote &&
  one.before === other.before &&
  one.after === other.after;

function full(where: string): Refusal {
  return new Refusal('bad_input', { fields: { quote: `You have ${where}. Remove one before you add another` } });
}

async function refuseTooMany(tx: Writer, traineeId: string, inModule: number): Promise<void> {
  if (inModule >= MARKS_PER_MODULE) throw full(`${String(MARKS_PER_MODULE)} marks in this module`);
  const total = await tx.$count(marks, eq(marks.traineeId, traineeId));
  if (total >= MARKS_PER_TRAINEE) throw full(`${MARKS_PER_TRAINEE.toLocaleString('en-GB')} marks altogether`);
}

/**
 * Keeps a mark and gives back its id. A place is marked once: the same again changes nothing, and a note for a place that has
 * none yet becomes its note. Throws `bad_input` where she has as many as one may have.
 */
export async function insertMark(tx: Writer, mark: NewMark): Promise<string> {
  const { at, ...kept } = mark;
  const all = await listMarks(tx, mark.traineeId, mark.moduleId);
  const same = all.filter((own) => isSamePlace(own, mark));
  const [repeated] = same.filter(({ note }) => note === mark.note || mark.note === '');
  if (repeated) return repeated.id;
  const [bare] = same.filter(({ note }) => note === '');
  if (bare) {
    await saveMarkNote(tx, { ...kept, id: bare.id, basedOn: bare.revision, at });
    return bare.id;
  }
  await refuseTooMany(tx, mark.traineeId, all.length);
  await tx.insert(marks).values({ ...kept, revision: 1, markedAt: at, savedAt: at });
  return mark.id;
}

interface NoteSave {
  id: string;
  traineeId: string;
  note: string;
  /** The revision that was on the page when she began to write. */
  basedOn: number;
  at: Date;
}

const ownMark = ({ id, traineeId }: { id: string; traineeId: string }) =>
  and(eq(marks.id, id), eq(marks.traineeId, traineeId));

/**
 * Saves the note on a mark and gives back its new revision. The same note again changes nothing.
 * Throws `conflict` where another tab saved something else in the meantime, `not_found` where it is not hers or is gone.
 */
export async function saveMarkNote(tx: Writer, save: NoteSave): Promise<number> {
  const [stored] = await tx.select({ note: marks.note, revision: marks.revision }).from(marks).where(ownMark(save));
  if (!stored) throw new Refusal('not_found');
  if (stored.note === save.note) return stored.revision;
  const revision = nextRevision(stored.revision, save.basedOn);
  await tx.update(marks).set({ note: save.note, revision, savedAt: save.at }).where(ownMark(save));
  return revision;
}

/** Takes a mark away for good, the note with it. A repeat changes nothing. */
export async function deleteMark(tx: Writer, mark: { id: string; traineeId: string }): Promise<void> {
  await tx.delete(marks).where(ownMark(mark));
}
