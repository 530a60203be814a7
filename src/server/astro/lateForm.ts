import type { APIContext } from 'astro';
import { carriedFields, carriedTo } from '#src/domain/accounts/carriedText.ts';
import { portal } from '#src/server/portal.ts';
import { readCookies } from './cookies.ts';
import { showInstead } from './problem.ts';

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
