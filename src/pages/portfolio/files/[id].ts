import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { findFile } from '#db/queries/files.ts';
import { authorise } from '#src/domain/access/policy.ts';
import { Refusal } from '#src/domain/errors.ts';
import { attachmentHeader } from '#src/domain/files/fileName.ts';
import { refuseUnread } from '#src/domain/files/reading.ts';
import { TYPE_FACTS } from '#src/domain/files/types.ts';
import { readingOf } from '#src/domain/portfolio/visible.ts';
import { portal, read } from '#src/server/portal.ts';

/** A file of evidence, to be saved and never to be shown here: whatever is in it runs nowhere near the portal. HEAD is answered by it too. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { id = '' } = params;
  const subject = await read((db) => findFile(db, id));
  const viewer = authorise(locals.viewer, 'evidence.read', subject);
  if (!subject) throw new Refusal('not_found');
  refuseUnread(readingOf(viewer, subject), subject);
  await portal().allowances.use('file', viewer.id);
  const { file } = subject;
  const { bytes, open } = await portal().files.open(file.sha256);
  locals.attach?.({ bytes, open });
  const body = locals.attach ? null : (Readable.toWeb(open()) as ReadableStream);
  return new Response(body, {
    headers: {
      'content-type': TYPE_FACTS[file.type].served,
      'content-disposition': attachmentHeader(file.name),
      'content-security-policy': "sandbox; default-src 'none'",
      'accept-ranges': 'none',
    },
  });
};
