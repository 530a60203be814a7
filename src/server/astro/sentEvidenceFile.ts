import type { APIContext } from 'astro';
import { actions } from 'astro:actions';
import { fileErrors } from '#src/domain/files/problems.ts';
import { type FormErrors, formErrors } from './formErrors.ts';

/** What became of a form about files that was sent with this request: where the page leads on, or what is wrong with it. */
export interface SentEvidenceFile {
  readonly to: string | null;
  readonly errors: FormErrors;
}

/** Reads what a form of `<EvidenceFiles>` did on the page that it stands on; `page` is the page's own path. */
export function sentEvidenceFile(context: Pick<APIContext, 'getActionResult' | 'url'>, page: string): SentEvidenceFile {
  const removed = context.getActionResult(actions.files.remove);
  const justified = context.getActionResult(actions.files.justify);
  const told = (removed?.data && 'removed') ?? (justified?.data && 'answered');
  return {
    to: told ? `${page}?files=${told}#files` : null,
    errors: { ...formErrors(removed?.error ?? justified?.error), ...fileErrors(context.url) },
  };
}
