/** What is wrong with a form: field name -> one sentence, `''` for the form as a whole. */
export type FormErrors = Readonly<Record<string, string>>;

/** An action's error as `Astro.getActionResult` gives it. */
export interface FormError {
  readonly message: string;
  readonly code: string;
}

interface Issue {
  readonly path?: readonly (string | number)[];
  readonly message: string;
}

/**
 * What an action's error says about the form it came from; null without an error. Input errors and refusals that name fields say
 * it per field (the first for each), everything else for the form as a whole. Takes what `Astro.getActionResult` gives.
 */
export function formErrors(error: { readonly message: string } | null | undefined): FormErrors | null {
  if (!error) return null;
  if (!('issues' in error) || !Array.isArray(error.issues)) return { '': error.message };
  const sentences = new Map<string, string>();
  for (const { path = [], message } of error.issues as Issue[]) {
    const field = String(path[0] ?? '');
    if (!sentences.has(field)) sentences.set(field, message);
  }
  return Object.fromEntries(sentences);
}

/** Whether another tab saved something else in the meantime: the page shows both versions then. */
export const isOutdated = (error: FormError | null | undefined): boolean => error?.code === 'CONFLICT';

/** The same for a form that saves a text: that it is outdated is said at the field of the text. */
export function savingErrors(error: FormError | null | undefined, textField: string): FormErrors | null {
  return error && isOutdated(error) ? { [textField]: error.message } : formErrors(error);
}
