import type { APIRoute } from 'astro';
import { authorise } from '#src/domain/access/policy.ts';
import { notesAsJson, notesAsMarkdown } from '#src/domain/marks/notesFile.ts';
import { loadNotes } from '#src/server/marks.ts';
import { portal, read, today } from '#src/server/portal.ts';

/** Her notes as a file: what /notes shows, as Markdown, or as JSON with `?as=json`. */
export const GET: APIRoute = async ({ locals, url }) => {
  const viewer = authorise(locals.viewer, 'mark.write', { traineeId: locals.viewer?.id ?? '' });
  await portal().allowances.use('export', viewer.id);
  const notes = await read((db) => loadNotes(db, viewer.id));
  const isJson = url.searchParams.get('as') === 'json';
  return new Response(isJson ? notesAsJson(notes) : notesAsMarkdown(notes), {
    headers: {
      'content-type': isJson ? 'application/json; charset=utf-8' : 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="notes-${today()}.${isJson ? 'json' : 'md'}"`,
    },
  });
};
