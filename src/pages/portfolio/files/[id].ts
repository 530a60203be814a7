import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { type FileSubject, findFile } from '#db/queries/files.ts';
import { authorise, can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { attachmentHeader } from '#src/domain/files/fileName.ts';
import { refuseUnread, refuseWithheld } from '#src/domain/files/reading.ts';
import { TYPE_FACTS } from '#src/domain/files/types.ts';
import { readingOf } from '#src/domain/portfolio/visible.ts';
import { portal, read } from '#src/server/portal.ts';

/** Whoever may have it: by her part in the portfolio, or as the colleague who countersigns a decision about it. Throws where she may not. */
function readerOf(viewer: Viewer | null, subject: FileSubject | null): Viewer {
  const { traineeId = '', inTraining = [] } = subject ?? {};
  if (viewer && subject && inTraining.some((id) => can(viewer, 'countersign.write', { traineeId, assessorId: id }))) {
    refuseWithheld(subject.file);
    return viewer;
  }
  const reader = authorise(viewer, 'evidence.read', subject);
  if (!subject) throw new Refusal('not_found');
  refuseUnread(readingOf(reader, subject), subject);
  return reader;
}

/** A file of evidence, to be saved and never to be shown here: whatever is in it runs nowhere near the portal. HEAD is answered by it too. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { id = '' } = params;
  const subject = await read((db) => findFile(db, id));
  const viewer = readerOf(locals.viewer, subject);
  if (!subject) throw new Refusal('not_found');
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
