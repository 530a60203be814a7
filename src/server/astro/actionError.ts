import { ActionError } from 'astro:actions';
import { wordsForBug } from '#src/domain/accounts/problem.ts';
import { isRefusal, type Refusal, REFUSALS } from '#src/domain/errors.ts';
import { portal } from '#src/server/portal.ts';
import { retryAfterSeconds } from '#src/server/throttle.ts';

/**
 * Astro passes an action's error on as JSON and keeps only code and message, except for input errors, which keep their issues.
 * A refusal that names fields therefore travels as an input error, its fields as issues.
 */
function withFields(refusal: Refusal): ActionError {
  const issues = Object.entries(refusal.fields).map(([name, message]) => ({ code: 'custom', path: [name], message }));
  const fields = Object.fromEntries(Object.entries(refusal.fields).map(([name, message]) => [name, [message]]));
  const error = new ActionError({
    code: REFUSALS[refusal.code].actionCode as ActionError['code'],
    message: refusal.message,
  });
  return Object.assign(error, { type: 'AstroActionInputError', issues, fields });
}

/** What a browser is told about an error in an action: a refusal's own words; for anything else fixed words, and a line in the log. */
export function actionErrorFor(error: unknown, locals: App.Locals): ActionError {
  if (error instanceof ActionError) return error as ActionError;
  if (!isRefusal(error)) {
    portal().log.error({ id: locals.requestId, err: error }, 'action failed');
    return new ActionError({ code: 'INTERNAL_SERVER_ERROR', message: wordsForBug(locals.requestId) });
  }
  locals.retryAfterSeconds = retryAfterSeconds(error) ?? locals.retryAfterSeconds;
  if (Object.keys(error.fields).length > 0) return withFields(error);
  return new ActionError({ code: REFUSALS[error.code].actionCode as ActionError['code'], message: error.message });
}
