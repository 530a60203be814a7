import type { APIRoute } from 'astro';
import { portal } from '#src/server/portal.ts';

/** Whether the portal can work: 200, or 503 when the database does not answer. Says nothing else. HEAD is answered by it too. */
export const GET: APIRoute = async () => {
  const isWell = await portal().database.healthy();
  return Response.json({ status: isWell ? 'ok' : 'unavailable' }, { status: isWell ? 200 : 503 });
};
