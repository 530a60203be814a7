import type { ActionAPIContext } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { portal } from '#src/server/portal.ts';
import { setSessionCookie } from './cookies.ts';

type Confirming = Pick<ActionAPIContext, 'cookies' | 'locals'>;

/**
 * Asks for the password again before something is signed: a new session and cookie, the old one ended. Gives back the viewer with
 * the fresh session. Throws `bad_input` with the field `password`, `too_many`, `not_signed_in`, `busy`.
 */
export async function confirmPassword(context: Confirming, viewer: Viewer, password: string): Promise<Viewer> {
  const { viewer: fresh, token } = await portal().sessions.confirmPassword(viewer, password);
  setSessionCookie(context.cookies, token);
  context.locals.viewer = fresh;
  return fresh;
}

/**
 * The same for a form whose page answers by itself, because its answer is a file: the field `password` of what was sent. Errors by
 * field where it is not right. Throws `too_many`, `not_signed_in`, `busy`.
 */
export async function confirmOnPage(
  page: Pick<AstroGlobal, 'cookies' | 'locals' | 'request'>,
  viewer: Viewer,
): Promise<{ viewer: Viewer; errors: null } | { viewer: null; errors: Readonly<Record<string, string>> }> {
  const password = (await page.request.clone().formData()).get('password');
  if (typeof password !== 'string' || password === '' || password.length > PASSWORD_MAXIMUM)
    return { viewer: null, errors: { password: 'Enter your password' } };
  try {
    return { viewer: await confirmPassword(page, viewer, password), errors: null };
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'bad_input') throw error;
    return { viewer: null, errors: error.fields };
  }
}

const PASSWORD_MAXIMUM = 1024;
