import { createHash } from 'node:crypto';
import type { APIContext, APIRoute } from 'astro';
import { isRefusal } from '#src/domain/errors.ts';
import { PRIVATE_CACHE } from '#src/server/http/headers.ts';
import { readCalendar } from '#src/server/week/calendarAddress.ts';
import { waitSeconds } from '#src/server/week/calendarDoor.ts';

/** The same for an address that was never made, one that was taken back, and one whose owner has gone. */
const NOTHING = 'There is no calendar at this address.\n';
const TOO_MANY = 'Too many tries. Wait a little and try again.\n';

const plain = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });

/** Weak, since the answer may go out compressed. */
const tagOf = (file: string) => `W/"${createHash('sha256').update(file).digest('base64url').slice(0, 32)}"`;

/** Whether a list of tags, as a calendar sends it back, names this one. Anything else that it may hold names nothing. */
function isKnown(header: string | null, tag: string): boolean {
  const wanted = tag.replace(/^W\//u, '');
  return (header ?? '').split(',').some((given) => given.trim().replace(/^W\//u, '') === wanted);
}

function answer(file: string, { request }: APIContext): Response {
  const etag = tagOf(file);
  const headers = { etag, 'cache-control': PRIVATE_CACHE };
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const disposition = 'inline; filename="week.ics"';
  return new Response(file, {
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': disposition },
  });
}

/** A trainee's week for her calendar program, by its private address alone. HEAD is answered by it too. */
export const GET: APIRoute = async (context) => {
  const token = (context.params['token'] ?? '').replace(/\.ics$/u, '');
  try {
    const file = await readCalendar(token, context.clientAddress);
    return file === null ? plain(404, NOTHING) : answer(file, context);
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'too_many') throw error;
    return plain(429, TOO_MANY, { 'retry-after': String(waitSeconds(error) ?? 60) });
  }
};

/** A calendar is read here and written nowhere. */
export const POST: APIRoute = () => plain(405, 'A calendar is only read here.\n', { allow: 'GET, HEAD' });
