import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { findExport } from '#db/queries/exports.ts';
import { authorise } from '#src/domain/access/policy.ts';
import { londonDay } from '#src/domain/calendar.ts';
import { Refusal } from '#src/domain/errors.ts';
import { exportState } from '#src/domain/exports/limits.ts';
import { now, portal, read } from '#src/server/portal.ts';

/** A file that is not there any more, though its row says so: somebody cleared the folder. */
const gone = (cause: unknown): never => {
  throw new Refusal('not_found', { cause });
};

/** A finished portfolio to download. Only its trainee, and only until its time is over. */
export const GET: APIRoute = async ({ locals, params }) => {
  const asked = await read((db) => findExport(db, params.id ?? ''));
  const viewer = authorise(locals.viewer, 'portfolio.export', asked);
  if (!asked || exportState(asked, now()) !== 'ready') throw new Refusal('not_found');
  await portal().allowances.use('export', viewer.id);
  const { bytes, open } = await portal().exports.open(asked.id).catch(gone);
  return new Response(Readable.toWeb(open()) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="portfolio-${londonDay(asked.readyAt ?? now())}.zip"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
};
