import type { ActionAPIContext } from 'astro:actions';
import { type Ability, authorise, type SubjectOf } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { actionErrorFor } from './actionError.ts';
import { refuseNul } from './nul.ts';

/** Whose record an action is about, asked before anything is done; null where there is none. */
interface Guard<A extends Ability, Input, Output> {
  readonly ability: A;
  readonly subject: (input: Input, viewer: Viewer) => SubjectOf<A> | null | Promise<SubjectOf<A> | null>;
  readonly run: (input: Input, viewer: Viewer, context: ActionAPIContext) => Promise<Output>;
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
  return answering(async (input, context) => {
    const viewer = context.locals.viewer;
    if (!viewer) throw new Refusal('not_signed_in');
    const allowed = authorise(viewer, ability, await subject(input, viewer));
    return run(input, allowed, context);
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
