import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { listCarriedCases } from '#db/queries/caseload.ts';
import {
  findObjectionSubject,
  hasAnswer,
  insertObjection,
  insertObjectionAnswer,
  listObjections,
} from '#db/queries/caseloadObjections.ts';
import type { Writer } from '#db/client.ts';
import { isSettled } from '#src/domain/caseload/objection.ts';
import { Refusal } from '#src/domain/errors.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { neededText, orEmpty } from '../typedText.ts';

/** So many may be open at a time: enough for every case, and no way to fill a table. */
const MOST_OPEN = 50;

async function refuseTooMany(tx: Writer, traineeId: string): Promise<void> {
  const open = (await listObjections(tx, [traineeId])).filter((objection) => !isSettled(objection));
  if (open.length >= MOST_OPEN)
    throw new Refusal('bad_input', {
      fields: { objectionWords: 'A lot is open already. Wait for an answer, or speak to your tutor' },
    });
}

async function refuseOthersCase(tx: Writer, traineeId: string, caseId: string): Promise<void> {
  if (caseId === '') return;
  const carried = await listCarriedCases(tx, [traineeId], today());
  if (!carried.some((own) => own.caseId === caseId))
    throw new Refusal('bad_input', { fields: { caseId: 'Choose a case that you carry, or the caseload as a whole' } });
}

/** "This is not what was agreed", and what is said to it. Nothing of it is ever changed. */
export const objecting = {
  /** A trainee says so; her tutor and her manager have it on their first page at once. A repeat changes nothing. */
  object: defineAction({
    accept: 'form',
    input: z.object({
      objectionId: z.uuid(),
      caseId: orEmpty(z.string().max(100)),
      objectionWords: neededText(2000, 'Say what was agreed, and what it is now'),
    }),
    handler: guarded({
      ability: 'case.object',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ objectionId, caseId, objectionWords }, viewer, { write }) => {
        await write(async (tx) => {
          if (await findObjectionSubject(tx, objectionId)) return;
          await refuseOthersCase(tx, viewer.id, caseId);
          await refuseTooMany(tx, viewer.id);
          await refuseFull(tx, 'objections', viewer.id);
          await insertObjection(tx, {
            id: objectionId,
            traineeId: viewer.id,
            caseId: caseId || null,
            words: objectionWords,
            raisedAt: now(),
          });
        });
        return { objectionId };
      },
    }),
  }),

  /** Tutor or manager answers; an answer may settle it. A repeat changes nothing. */
  answer: defineAction({
    accept: 'form',
    input: z.object({
      answerId: z.uuid(),
      objectionId: z.string().min(1).max(100),
      answer: neededText(2000, 'Write an answer'),
      settles: z.literal('yes').optional(),
    }),
    handler: guarded({
      ability: 'objection.answer',
      subject: ({ objectionId }, _viewer, db) => findObjectionSubject(db, objectionId),
      run: async ({ answerId, objectionId, answer, settles }, viewer, { write }) => {
        await write(async (tx) => {
          if (await hasAnswer(tx, answerId)) return;
          const objection = await findObjectionSubject(tx, objectionId);
          if (objection?.isSettled)
            throw new Refusal('conflict', { words: 'Somebody settled this in the meantime. Read the thread again.' });
          await refuseFull(tx, 'answers', objectionId);
          await insertObjectionAnswer(tx, {
            id: answerId,
            objectionId,
            personId: viewer.id,
            words: answer,
            settles: settles === 'yes',
            answeredAt: now(),
          });
        });
        return { objectionId };
      },
    }),
  }),
};
