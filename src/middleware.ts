import { randomUUID } from 'node:crypto';
import type { APIContext, MiddlewareNext } from 'astro';
import { defineMiddleware } from 'astro:middleware';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { authoriseRoute } from '#src/domain/access/routes.ts';
import { isRefusal, Refusal } from '#src/domain/errors.ts';
import { readCookies } from '#src/server/astro/cookies.ts';
import { askToSignIn } from '#src/server/astro/lateForm.ts';
import { readPosted } from '#src/server/astro/posted.ts';
import { problemAsJson, problemFor, showProblem } from '#src/server/astro/problem.ts';
import { PRIVATE_CACHE } from '#src/server/http/headers.ts';
import { portal } from '#src/server/portal.ts';
import type { ValidSession } from '#src/server/sessions/index.ts';

const ACTIONS = '/_actions/[...path]';
/** Its form is read as it comes, by the page. */
const UPLOADS = '/portfolio/files';
const REQUEST_ID = /^[\w-]{8,64}$/;

/** The doors inside Astro, in order. Those before it are in server/http/. */
export const onRequest = defineMiddleware(async (context, next) => {
  if (context.locals.problem ?? context.locals.lateForm) return next();
  arrive(context);
  const visit: Visit = { session: null };
  const response = await passDoors(context, next, visit).catch((error: unknown) => answerError(context, error));
  return leave(context, response, visit);
});

interface Visit {
  session: ValidSession | null;
}

/** What every page may count on. The id comes from the door before Astro, which overwrites what a browser sends. */
function arrive({ locals, request, routePattern }: APIContext): void {
  const given = request.headers.get('x-request-id') ?? '';
  locals.requestId ??= REQUEST_ID.test(given) ? given : randomUUID();
  locals.route = routePattern;
  locals.viewer = null;
  locals.demo = portal().settings.demo;
  locals.posted = {};
}

async function passDoors(context: APIContext, next: MiddlewareNext, visit: Visit): Promise<Response> {
  refuseBadAddress(context.url);
  visit.session = await sessionDoor(context);
  await formDoor(context);
  authoriseRoute(context.locals.viewer, context.routePattern);
  return next();
}

/** Escapes that are broken, or that stand for U+0000. */
function refuseBadAddress({ pathname, search }: URL): void {
  if (/%00/.test(pathname + search)) throw new Refusal('malformed');
}

async function sessionDoor({ cookies, locals }: APIContext): Promise<ValidSession | null> {
  const { token } = readCookies(cookies);
  const session = token === null ? null : await portal().sessions.validate(token);
  locals.viewer = session?.viewer ?? null;
  return session;
}

async function formDoor({ request, locals, routePattern, url }: APIContext): Promise<void> {
  if (routePattern === UPLOADS && !url.searchParams.has('_action')) return;
  const { posted, asksPassword } = await readPosted(request);
  if (routePattern === ACTIONS || url.searchParams.has('_action')) refuseOthersPage(locals.viewer, posted.owner?.[0]);
  if (routePattern === ACTIONS) return;
  locals.posted = posted;
  locals.asksPassword = asksPassword;
}

/** A page that stayed open while somebody else signed in on this browser writes nothing into her account. */
function refuseOthersPage(viewer: Viewer | null, owner: string | undefined): void {
  if (owner === undefined || viewer === null || viewer.id === owner) return;
  throw new Refusal('cross_site', { words: OTHERS_PAGE });
}

const OTHERS_PAGE =
  'The page you came from was opened by somebody else who was signed in on this device, so nothing of it was saved.';

/** What was thrown on the way, as the right status and a page in plain words. */
async function answerError(context: APIContext, error: unknown): Promise<Response> {
  const isCall = context.routePattern === ACTIONS;
  if (!isCall && isRefusal(error) && error.code === 'not_signed_in') return askToSignIn(context);
  const problem = problemFor(error, context);
  return isCall ? problemAsJson(problem) : showProblem(context, problem);
}

function leave({ locals }: APIContext, response: Response, { session }: Visit): Response {
  if (response.headers.get('cache-control') !== PRIVATE_CACHE) response.headers.set('cache-control', 'no-store');
  const seconds = locals.retryAfterSeconds ?? (response.status === 503 ? 5 : null);
  if (seconds !== null) response.headers.set('retry-after', String(seconds));
  if (session) {
    portal()
      .sessions.touch(session)
      .catch((error: unknown) => portal().log.warn({ id: locals.requestId, err: error }, 'last seen was not written'));
  }
  return response;
}
