import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findExport, insertExport, listExports, updateExport } from '#db/queries/exports.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { exportProblem } from '#src/domain/exports/limits.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, portal } from '#src/server/portal.ts';
import { logExport } from '#src/server/signing.ts';

/** Keeps that she asks for her portfolio, with its entry of the ledger. False where the same form came before; throws where the limit is reached. */
async function ask(
  tx: Writer,
  { id, viewer, factorAt }: { id: string; viewer: Viewer; factorAt: Date },
): Promise<boolean> {
  authorise(viewer, 'portfolio.export', { traineeId: viewer.id });
  const known = await findExport(tx, id);
  if (known?.traineeId === viewer.id) return false;
  if (known) throw new Refusal('conflict');
  const askedAt = now();
  const refusal = exportProblem(await listExports(tx, viewer.id), askedAt);
  if (refusal) throw refusal;
  await insertExport(tx, { id, traineeId: viewer.id, askedAt });
  const ledgerSeq = await logExport(tx, { viewer, exportId: id, factorAt });
  await updateExport(tx, id, { ledgerSeq });
  return true;
}

export const exports = {
  /** Asks for the whole portfolio as one file, with the password given again. It is made in the background. */
  ask: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      password: z.string({ error: 'Enter your password' }).min(1, { error: 'Enter your password' }).max(1024),
    }),
    handler: guarded({
      ability: 'portfolio.export',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ id, password }, viewer, context) => {
        await confirmPassword(context, viewer, password);
        const isNew = await context.write((tx, current) => ask(tx, { id, viewer: current, factorAt: now() }));
        if (!isNew) return { exportId: id };
        await portal().ledger.anchor();
        portal().exports.begin(id);
        return { exportId: id };
      },
    }),
  }),
};
