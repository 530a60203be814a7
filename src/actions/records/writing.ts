import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { replaceJustifications } from '#db/queries/justifications.ts';
import { findEvidence, insertEvidence, saveEvidence } from '#db/queries/portfolio.ts';
import { findNewestSnapshot, findRecordSubject, listRefusalsOfRecord } from '#db/queries/records.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { EVIDENCE_LIMITS } from '#src/domain/portfolio/submitting.ts';
import { RECORD_KINDS } from '#src/domain/portfolio/words.ts';
import { mayWriteRecord, recordState, writeProblem } from '#src/domain/records/rules.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { newId, now } from '#src/server/portal.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { versionOfClaims } from '#src/server/claims.ts';
import { refuseFull } from '#src/server/room.ts';
import { letGoOfContents } from '#src/server/files/letGo.ts';
import { removeEvidence } from '#src/server/removeEvidence.ts';
import { assessorNow } from '#src/server/viewerNow.ts';
import { checkedPlaces } from '../personalData.ts';
import { checkedTexts, draftForm, savedWords, type SentDraft } from '../portfolioForm.ts';
import { recordId, revision } from '../typedFields.ts';
import { neededText } from '../typedText.ts';

/** A record's draft for its writer alone. Throws `not_found` for everybody else, and for her once she assesses the trainee no more. */
export async function ownRecord(tx: Writer, viewer: Viewer, evidenceId: string) {
  const item = await findEvidence(tx, evidenceId);
  const writer = authorise(await assessorNow(tx, viewer), 'record.write', item);
  if (!item || !mayWriteRecord(writer, item)) throw new Refusal('not_found');
  return item;
}

/** The same where its words may be changed. */
async function openRecord(tx: Writer, viewer: Viewer, evidenceId: string) {
  const item = await ownRecord(tx, viewer, evidenceId);
  const newest = await findNewestSnapshot(tx, evidenceId);
  const refusals = await listRefusalsOfRecord(tx, evidenceId);
  const wasRefused = refusals.some(({ submissionId }) => submissionId === newest?.id);
  const problem = writeProblem(recordState(newest, { wasRefused, qualifications: await readQualifications(tx) }));
  if (problem) throw problem;
  return item;
}

type SentRecord = SentDraft & { id: string; basedOn: number; qualificationVersion: string };

async function save(tx: Writer, viewer: Viewer, sent: SentRecord) {
  const { kind } = await openRecord(tx, viewer, sent.id);
  const at = now();
  const texts = checkedTexts(kind, sent, 'assessor');
  await replaceJustifications(tx, {
    evidenceId: sent.id,
    places: texts.map(({ place }) => place),
    justifications: checkedPlaces({ ...sent }, texts),
    personId: viewer.id,
    at,
    newId,
  });
  const { id, basedOn, qualificationVersion } = sent;
  const saved = await saveEvidence(tx, {
    id,
    ...savedWords(kind, sent, 'assessor'),
    qualificationVersion,
    basedOn,
    at,
  });
  return { evidenceId: sent.id, revision: saved, savedAt: at };
}

export const writingActions = {
  /** An assessor begins to write an observation or a discussion down. Nobody else sees it until it is finished. A repeat changes nothing. */
  begin: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      traineeId: recordId,
      kind: z.enum(RECORD_KINDS, { error: 'Choose what you write down' }),
      title: neededText(EVIDENCE_LIMITS.titleMax, 'Say in a few words what it is about').transform((text) =>
        text.trim(),
      ),
    }),
    handler: guarded({
      ability: 'record.write',
      subject: ({ traineeId }, _viewer, db) => findTrainee(db, traineeId),
      run: async ({ id, traineeId, kind, title }, _viewer, { write }) => {
        await write(async (tx, viewer) => {
          authorise(await assessorNow(tx, viewer), 'record.write', await findTrainee(tx, traineeId));
          const kept = await findEvidence(tx, id);
          if (kept?.writerId === viewer.id && kept.traineeId === traineeId && kept.kind === kind) return;
          if (kept) throw new Refusal('conflict');
          await refuseFull(tx, 'records', viewer.id);
          const words = { title, text: '', claims: [], at: now() };
          await insertEvidence(tx, { id, traineeId, kind, writerId: viewer.id, ...words });
        });
        return { evidenceId: id };
      },
    }),
  }),

  /** Saves the draft of a record. Two tabs cannot overwrite each other unnoticed. */
  save: defineAction({
    accept: 'form',
    input: draftForm({ id: recordId, basedOn: revision }),
    handler: guarded({
      ability: 'record.write',
      subject: ({ id }, _viewer, db) => findRecordSubject(db, id),
      run: async (sent, _viewer, { write }) => {
        const qualificationVersion = await versionOfClaims(sent);
        return write((tx, viewer) => save(tx, viewer, { ...sent, qualificationVersion }));
      },
    }),
  }),

  /** Takes a record away that is not finished. What was finished once is kept with the reason it came back, so it stays. */
  remove: defineAction({
    accept: 'form',
    input: z.object({ id: recordId }),
    handler: guarded({
      ability: 'record.write',
      subject: ({ id }, _viewer, db) => findRecordSubject(db, id),
      run: async ({ id }, _viewer, { write }) => {
        await write(async (tx, viewer) => {
          const { traineeId } = (await findRecordSubject(tx, id)) ?? {};
          const item = await ownRecord(tx, viewer, id);
          if ((await findNewestSnapshot(tx, id)) !== null || traineeId === undefined)
            throw new Refusal('conflict', {
              words: 'A version of this record was finished, so it stays. Change it instead.',
            });
          await removeEvidence(tx, { evidenceId: item.id, removedBy: viewer.id, at: now() });
        });
        await letGoOfContents(id);
        return { evidenceId: id };
      },
    }),
  }),
};
