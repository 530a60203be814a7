import type { APIRoute } from 'astro';
import { findImportState } from '#db/queries/people/imports.ts';
import { authorise } from '#src/domain/access/policy.ts';
import { Refusal } from '#src/domain/errors.ts';
import { importPercent, importProgressWords } from '#src/domain/people/importing.ts';
import { progressOf } from '#src/server/people/importing.ts';
import { read } from '#src/server/portal.ts';

/** How far an import is, as JSON: `isOver`, `percent` (0 to 100) and the same in words. */
export const GET: APIRoute = async ({ locals, params }) => {
  authorise(locals.viewer, 'import.administer', {});
  const record = await read((db) => findImportState(db, params.id ?? ''));
  if (!record) throw new Refusal('not_found');
  const progress = progressOf(record);
  const isOver = !(progress.state === 'running' && progress.isLive);
  const answer = { isOver, percent: importPercent(progress), words: importProgressWords(progress) };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
