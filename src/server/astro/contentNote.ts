import type { AstroGlobal } from 'astro';
import { interrupts } from '#src/domain/modules/interruption.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { ModuleFacts } from '#src/domain/modules/state.ts';
import { isAskedForHere } from './askedHere.ts';

/** `asks`: the note stands in place of the page. `begins`: she has just gone on, which is noted. `shows`: there is nothing to ask. */
export type ContentNoteStep = 'asks' | 'begins' | 'shows';

/** Whether a page of a module is shown to its trainee, or what it is about first. `?begin` is how she goes on; a form is never stopped. */
export function contentNoteStep(
  { request, url }: Pick<AstroGlobal, 'request' | 'url'>,
  module: Pick<ModuleMeta, 'contentNote'>,
  facts: ModuleFacts,
): ContentNoteStep {
  if (request.method === 'POST' || !interrupts(module, facts)) return 'shows';
  return url.searchParams.has('begin') && isAskedForHere(request) ? 'begins' : 'asks';
}
