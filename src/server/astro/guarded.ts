import type { ActionAPIContext } from 'astro:actions';
import type { Reader } from '#db/client.ts';
import { type Ability, authorise, type SubjectOf } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { GuardedWrite } from '#src/server/guardedWrite.ts';
import { read, write } from '#src/server/portal.ts';
import { viewerNow } from '#src/server/viewerNow.ts';
import { actionErrorFor } from './actionError.ts';
import { refuseNul } from './nul.ts';

/** What an action may use besides its input: the only way to write, and what a new session needs. */
export interface Doing extends Pick<ActionAPIContext, 'cookies' | 'locals'> {
  readonly write: GuardedWrite;
}

/**
 * Whose record an action is about; null where there is none. Asked before anything is done and again inside every write, so it reads
 * with the database that it is handed, never with another.
 */
interface Guard<A extends Ability, Input, Output> {
  readonly ability: A;
  readonly subject: (input: Input, viewer: Viewer, db: Reader) => SubjectOf<A> | null | Promise<SubjectOf<A> | null>;
  readonly run: (input: Input, viewer: Viewer, doing: Doing) => Promise<Output>;
}

type Handler<Input, Output> = (input: Input, context: ActionAPIContext) => Promise<Output>;

/**
 * The only way to write an action for somebody who is signed in: authorises against the record, then runs. Whatever is thrown
 * becomes an ActionError with a refusal's words, or fixed words for a bug, which is logged with the request's id.
 */
export function guarded<A extends Ability, Input, Output>({
  ability,
  subject,
  run,
}: Guard<A, Input, Output>): Handler<Input, Output> {
  return answering(async (input, { cookies, locals }) => {
    const { viewer: asking } = locals;
    if (!asking) throw new Refusal('not_signed_in');
    const ask = async (viewer: Viewer, db: Reader) => authorise(viewer, ability, await subject(input, viewer, db));
    const allowed = await read((db) => ask(asking, db));
    const writeAsked: GuardedWrite = (change, options) =>
      // A password given again has put a newer session there.
      write(async (tx) => change(tx, await ask(await viewerNow(tx, locals.viewer ?? asking), tx)), options);
    return run(input, allowed, { cookies, locals, write: writeAsked });
  });
}

/** For the few actions that anybody may call, such as signing in: the same care for errors, no permission. */
export function answering<Input, Output>(run: Handler<Input, Output>): Handler<Input, Output> {
  return async (input, context) => {
    try {
      refuseNul(input);
      return await run(input, context);
    } catch (error) {
      throw actionErrorFor(error, context.locals);
    }
  };
}
