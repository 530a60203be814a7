import type { APIRoute } from 'astro';
import { findExport } from '#db/queries/exports.ts';
import { authorise } from '#src/domain/access/policy.ts';
import { Refusal } from '#src/domain/errors.ts';
import { donePercent, exportState } from '#src/domain/exports/limits.ts';
import { now, read } from '#src/server/portal.ts';
import { progressWords } from '#src/components/exports/exportWords.ts';

/** How far a portfolio on its way into a file is, as JSON: `state`, `isOver`, `percent` (0 to 100) and the same in words. */
export const GET: APIRoute = async ({ locals, params }) => {
  const asked = await read((db) => findExport(db, params.id ?? ''));
  authorise(locals.viewer, 'portfolio.export', asked);
  if (!asked) throw new Refusal('not_found');
  const state = exportState(asked, now());
  const progress = { state, isOver: state !== 'making', percent: donePercent(asked), words: progressWords(asked) };
  return Response.json(progress, { headers: { 'cache-control': 'no-store' } });
};
