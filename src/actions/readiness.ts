import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  findReadinessSubject,
  insertReadinessAgreement,
  listDoneModules,
  listReadinessChecks,
  saveReadiness,
} from '#db/queries/readiness.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { type ReadinessCheck, readinessOf } from '#src/domain/readiness/standing.ts';
import { READINESS_KINDS } from '#src/domain/readiness/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, read, today } from '#src/server/portal.ts';
import { orEmpty, safeText, typedDay } from './typedText.ts';

const LINE_MAXIMUM = 120;
const CHECK_IN_MAXIMUM = 300;

/** Somebody by her job or first name: with numbers in it, it would be a number to call. */
const somebody = safeText(LINE_MAXIMUM)
  .transform((text) => text.trim())
  .refine((text) => !/\d/.test(text), { error: 'Give a job or a first name, and no numbers' });

/** The check as it stands, with what decides whether it can be agreed to. Throws `not_found` where it is gone. */
async function agreeable(tx: Writer, traineeId: string, checkId: string): Promise<ReadinessCheck> {
  const [checks, doneModules] = await Promise.all([listReadinessChecks(tx, traineeId), listDoneModules(tx, traineeId)]);
  const check = checks.find(({ id }) => id === checkId);
  if (!check) throw new Refusal('not_found');
  const { isReady, canBeAgreed } = readinessOf({ kind: check.kind, check, doneModules });
  if (isReady || canBeAgreed) return check;
  throw new Refusal('bad_input', { words: 'Something is still missing, so it cannot be agreed yet.' });
}

export const readiness = {
  /** A trainee writes what she has ready before a first time. A change asks for a new agreement. */
  save: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      kind: z.enum(READINESS_KINDS),
      shadowedOn: orEmpty(
        z.union([z.literal(''), typedDay('Give the day')], { error: 'Give the day, or leave it empty' }),
      ),
      shadowedWith: somebody,
      buddy: somebody,
      checkIn: safeText(CHECK_IN_MAXIMUM).transform((text) => text.trim()),
      basedOn: z.coerce.number().int().min(0),
    }),
    handler: guarded({
      ability: 'readiness.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ id, kind, basedOn, shadowedOn, ...written }, viewer, { write }) => {
        if (shadowedOn > today()) {
          throw new Refusal('bad_input', { fields: { shadowedOn: 'That day has not come yet' } });
        }
        const save = { id, traineeId: viewer.id, kind, basedOn, at: now() };
        const day = shadowedOn === '' ? null : shadowedOn;
        await write((tx) => saveReadiness(tx, { ...save, written: { ...written, shadowedOn: day } }));
        return { kind };
      },
    }),
  }),

  /** Her manager agrees to what stands there. `revision`: what was on the page. */
  agree: defineAction({
    accept: 'form',
    input: z.object({ checkId: z.string().max(100), revision: z.coerce.number().int().min(1) }),
    handler: guarded({
      ability: 'readiness.agree',
      subject: ({ checkId }, _viewer, db) => findReadinessSubject(db, checkId),
      run: async ({ checkId, revision }, viewer, { write }) => {
        const traineeId = (await read((db) => findReadinessSubject(db, checkId)))?.traineeId ?? '';
        await write(async (tx) => {
          const check = await agreeable(tx, traineeId, checkId);
          if (check.revision !== revision) {
            throw new Refusal('conflict', { words: 'It was changed in the meantime. Read it again before you agree.' });
          }
          await insertReadinessAgreement(tx, { checkId, revision, managerId: viewer.id, agreedAt: now() });
        });
        return { checkId, traineeId };
      },
    }),
  }),
};
