import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findFile, takeFileOff, updateFound } from '#db/queries/files.ts';
import { listJustifications, replaceJustifications } from '#db/queries/justifications.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { authoriseWriter } from '#src/server/files/upload.ts';
import { newId, now, portal } from '#src/server/portal.ts';
import { checkedFile, withReasons } from './personalData.ts';

const fileId = z.string().min(1).max(100);

/** The file of a draft that the viewer writes, asked inside the transaction. Throws `not_found`. */
async function ownFile(tx: Writer, id: string, viewer: Viewer) {
  const subject = await findFile(tx, id);
  if (!subject) throw new Refusal('not_found');
  await authoriseWriter(tx, subject.file.evidenceId, viewer);
  return subject;
}

export const files = {
  /** Takes a file off a draft. What was handed in keeps it; one that never was is gone. A repeat changes nothing. */
  remove: defineAction({
    accept: 'form',
    input: z.object({ id: fileId }),
    handler: guarded({
      ability: 'file.write',
      subject: ({ id }, _viewer, db) => findFile(db, id),
      run: async ({ id }, _viewer, { write }) => {
        const { evidenceId, sha256 } = await write(async (tx, viewer) => {
          const subject = await ownFile(tx, id, viewer);
          return { evidenceId: subject.file.evidenceId, sha256: await takeFileOff(tx, subject, now()) };
        });
        if (sha256) await portal().files.removeContent(sha256);
        return { evidenceId };
      },
    }),
  }),

  /** Says why what looks like a real person's may stay in a file: one reason for all of a kind. Only kinds and reasons are kept. */
  justify: defineAction({
    accept: 'form',
    input: withReasons(z.object({ id: fileId })),
    handler: guarded({
      ability: 'file.write',
      subject: ({ id }, _viewer, db) => findFile(db, id),
      run: async (form, _viewer, { write }) =>
        write(async (tx, viewer) => {
          const { file } = await ownFile(tx, form.id, viewer);
          const { evidenceId, found } = file;
          const place = `file:${file.id}`;
          const kept = (await listJustifications(tx, evidenceId)).filter((one) => one.place === place);
          const given = checkedFile(form, { place, found });
          const whole = { evidenceId, places: [place], personId: viewer.id, at: now(), newId };
          await replaceJustifications(tx, { ...whole, justifications: [...kept, ...given] });
          await updateFound(tx, file.id, []);
          return { evidenceId };
        }),
    }),
  }),
};
