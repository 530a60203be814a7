/** What is wrong with a form: field name -> one sentence, `''` for the form as a whole. */
export type FormErrors = Readonly<Record<string, string>>;

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
