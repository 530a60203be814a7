import type { ActionAPIContext } from 'astro:actions';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { portal } from '#src/server/portal.ts';
import { setSessionCookie } from './cookies.ts';

/**
 * Asks for the password again before something is signed: a new session and cookie, the old one ended. Gives back the viewer with
 * the fresh session. Throws `bad_input` with the field `password`, `too_many`, `not_signed_in`, `busy`.
 */
export async function confirmPassword(context: ActionAPIContext, viewer: Viewer, password: string): Promise<Viewer> {
  const { viewer: fresh, token } = await portal().sessions.confirmPassword(viewer, password);
  setSessionCookie(context.cookies, token);
  context.locals.viewer = fresh;
  return fresh;
}
