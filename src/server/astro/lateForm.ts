import type { APIContext } from 'astro';
import { carriedFields, carriedTo } from '#src/domain/accounts/carriedText.ts';
import { portal } from '#src/server/portal.ts';
import { readCookies } from './cookies.ts';
import { showInstead } from './problem.ts';

/** A form whose session had ended when it arrived, as the sign-in page carries it along. */
export interface LateForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Where it goes after signing in. */
  readonly to: string;
  /** Whom it belongs to, as a mark that only the portal can read. */
  readonly carriedFor: string;
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD';

/** Somebody who has to sign in first: sent there and back for a page; a form gets the sign-in page itself, which keeps what was typed. */
export async function askToSignIn(context: APIContext): Promise<Response> {
  const { url, request, locals } = context;
  const address = url.pathname + url.search;
  if (isSafe(request.method)) return context.redirect(`/sign-in?to=${encodeURIComponent(address)}`, 303);
  const { device } = readCookies(context.cookies);
  locals.lateForm = {
    fields: carriedFields(locals.posted),
    to: carriedTo(address, locals.asksPassword === true),
    carriedFor: portal().sessions.ownerMark(device),
  };
  return showInstead(context, '/sign-in');
}
