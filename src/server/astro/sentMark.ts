import type { APIContext } from 'astro';
import { actions } from 'astro:actions';
import { moduleAddress } from '#src/domain/modules/address.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { type FormErrors, savingErrors } from './formErrors.ts';

/** What became of a form about marks that was sent with this request: where the page leads on, or what is wrong with it. */
export interface SentMark {
  readonly to: string | null;
  readonly errors: FormErrors;
}

interface Place {
  readonly module: ModuleMeta;
  /** The only section that is shown, or null. */
  readonly onlySection: string | null;
}

/** The section that a mark was removed from, if it is one of the module; else the top of the page. */
function removedAnchor({ locals }: Context, { module }: Place): string {
  const from = locals.posted['sectionId']?.[0] ?? '';
  return module.sections.some(({ id }) => id === from) ? `marks-${from}` : 'main-content';
}

/** The place in the page that it leads on to, or null where nothing was done. */
function anchorOf(context: Context, place: Place): string | null {
  const added = context.getActionResult(actions.marks.add)?.data;
  if (added) return added.isPassage ? `mark-${added.markId}` : `marks-${added.sectionId}`;
  const saved = context.getActionResult(actions.marks.save)?.data;
  if (saved) return `note-${saved.markId}`;
  return context.getActionResult(actions.marks.remove)?.data ? removedAnchor(context, place) : null;
}

function errorsOf({ getActionResult }: Context): FormErrors {
  const [error] = [actions.marks.save, actions.marks.add, actions.marks.remove].flatMap(
    (action) => getActionResult(action)?.error ?? [],
  );
  return savingErrors(error, 'note') ?? {};
}

type Context = Pick<APIContext, 'getActionResult' | 'locals'>;

/** Reads what a form about marks on the page of a module did. */
export function sentMark(context: Context, place: Place): SentMark {
  const anchor = anchorOf(context, place);
  return {
    to: anchor === null ? null : `${moduleAddress(place.module.id, place.onlySection)}#${anchor}`,
    errors: errorsOf(context),
  };
}
