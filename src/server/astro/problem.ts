import type { APIContext } from 'astro';
import { BUG_HEADING, type Problem, problemHeading, wordsForBug } from '#src/domain/accounts/problem.ts';
import { isRefusal, Refusal, REFUSALS } from '#src/domain/errors.ts';
import { portal } from '#src/server/portal.ts';
import { retryAfterSeconds } from '#src/server/throttle.ts';

/** What Astro itself throws over a body that is no JSON, an address with a broken escape, and the name of a noun in place of an action. */
function refusalOfAstro(error: unknown): Refusal | null {
  if (error instanceof SyntaxError || error instanceof URIError) return new Refusal('malformed', { cause: error });
  const isNoun = error instanceof TypeError && error.message.startsWith('Expected handler for action ');
  return isNoun ? new Refusal('not_found', { cause: error }) : null;
}

/** Whether an action was asked for, by an island or a form. */
const wantsAction = ({ routePattern, url }: APIContext) =>
  routePattern.startsWith('/_actions/') || url.searchParams.has('_action');

function asRefusal(error: unknown, context: APIContext): Refusal | null {
  if (isRefusal(error)) return error;
  return wantsAction(context) ? refusalOfAstro(error) : null;
}

/** The page for whatever was thrown; a bug is written to the log with the request's id and told in fixed words. */
export function problemFor(error: unknown, context: APIContext): Problem {
  const { locals, url, request } = context;
  const refusal = asRefusal(error, context);
  const again = ['GET', 'HEAD'].includes(request.method) ? url.pathname + url.search : null;
  if (!refusal) {
    portal().log.error({ id: locals.requestId, err: error }, 'page failed');
    return {
      status: 500,
      heading: BUG_HEADING,
      words: wordsForBug(locals.requestId),
      reference: locals.requestId,
      again,
    };
  }
  locals.retryAfterSeconds = retryAfterSeconds(refusal) ?? locals.retryAfterSeconds ?? null;
  const { status } = REFUSALS[refusal.code];
  const heading = refusal.code === 'cross_site' ? 'That form came from elsewhere' : problemHeading(status);
  const canRepeat = status === 503 || status === 429 || status === 409;
  return { status, heading, words: refusal.message, reference: locals.requestId, again: canRepeat ? again : null };
}

/** The same for an island, in the form in which Astro's client expects an action's error. */
export function problemAsJson({ status, words, reference }: Problem): Response {
  const refusal = Object.values(REFUSALS).find((known) => known.status === status);
  const code = refusal?.actionCode ?? 'INTERNAL_SERVER_ERROR';
  const body = JSON.stringify({ type: 'AstroActionError', code, status, message: words, reference });
  return new Response(body, { status, headers: { 'content-type': 'application/json' } });
}

/** Renders one of the portal's own pages in place of the one that was asked for. No body goes along: it may have been read. */
export function showInstead(context: APIContext, path: '/404' | '/500' | '/sign-in'): Promise<Response> {
  return context.rewrite(new Request(new URL(path, context.url)));
}

/** The error page; should that fail too, its words alone. */
export async function showProblem(context: APIContext, problem: Problem): Promise<Response> {
  context.locals.problem = problem;
  try {
    const page = await showInstead(context, problem.status === 404 ? '/404' : '/500');
    // Astro gives its page for errors status 500 whatever that page says.
    return new Response(page.body, { status: problem.status, headers: page.headers });
  } catch (error) {
    portal().log.error({ id: problem.reference, err: error }, 'error page failed');
    return new Response(problem.words, {
      status: problem.status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
}
