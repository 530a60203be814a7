import type { APIRoute } from 'astro';
import { Refusal } from '#src/domain/errors.ts';
import { clearSessionCookie, readCookies } from '#src/server/astro/cookies.ts';
import { portal } from '#src/server/portal.ts';

export const POST: APIRoute = async ({ cookies, redirect }) => {
  await portal().sessions.signOut(readCookies(cookies).token);
  clearSessionCookie(cookies);
  return redirect('/sign-in?signed-out', 303);
};

/** A link or a picture must not sign anybody out. */
export const GET: APIRoute = () => {
  throw new Refusal('wrong_method', { words: 'To sign out, use the button at the top of any page.' });
};
