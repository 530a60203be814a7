import type { APIContext } from 'astro';
import { actions } from 'astro:actions';
import { nowAnchor, partField } from '#src/domain/exercises/fields.ts';
import { moduleAddress } from '#src/domain/modules/address.ts';
import type { RefusedForm, Worked } from '#src/server/exercises.ts';
import { type FormError, type FormErrors, isOutdated, savingErrors } from './formErrors.ts';

const { choose, startAgain, sort, order, compare } = actions.exercises;

/** What became of an exercise form that was sent with this request. All is empty where none was sent. */
export interface SentExercise {
  /** What was done; the page leads on to `workedAddress`. */
  readonly worked: Worked | null;
  /** What was sent and not taken, so that it stays on the page. */
  readonly refused: RefusedForm | null;
  readonly errors: FormErrors;
  /** The exercise whose text was saved in another tab in the meantime: both versions are shown. */
  readonly outdatedId: string | null;
}

const NOTHING: SentExercise = { worked: null, refused: null, errors: {}, outdatedId: null };

/** Part id -> what was given for it. The text of a comparison is a part like the others here. */
function partsSent(exerciseId: string, posted: App.Locals['posted']): Map<string, string> {
  const prefix = partField(exerciseId, '');
  const parts = Object.entries(posted).flatMap(([name, [value = '']]): [string, string][] =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : name === 'text' ? [['text', value]] : [],
  );
  return new Map(parts);
}

/** Fields of a form by the names that they have on the page, where `text` is the field of the reflection. */
function errorsOnPage(exerciseId: string, error: FormError): FormErrors {
  const { text, ...others } = savingErrors(error, 'text') ?? {};
  return text === undefined ? others : { ...others, [partField(exerciseId, 'text')]: text };
}

/** Reads what an exercise form on the page of a module did. */
export function sentExercise({
  getActionResult,
  locals,
}: Pick<APIContext, 'getActionResult' | 'locals'>): SentExercise {
  const result = [choose, startAgain, sort, order, compare].map((action) => getActionResult(action)).find(Boolean);
  if (!result) return NOTHING;
  if (!result.error) return { ...NOTHING, worked: result.data };
  const exerciseId = locals.posted['exerciseId']?.[0] ?? '';
  return {
    worked: null,
    refused: { exerciseId, parts: partsSent(exerciseId, locals.posted) },
    errors: errorsOnPage(exerciseId, result.error),
    outdatedId: isOutdated(result.error) ? exerciseId : null,
  };
}

/** Where an exercise shows what came of it, with only the section that was open, where there was only one. */
export function workedAddress({ moduleId, exerciseId }: Worked, onlySection: string | null): string {
  return `${moduleAddress(moduleId, onlySection)}#${nowAnchor(exerciseId)}`;
}
