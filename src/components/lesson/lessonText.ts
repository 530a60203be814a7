import type { CaseFile } from '#src/domain/cases/schema.ts';
import type { GlossaryEntry } from '#src/domain/glossary/schema.ts';
import { moduleAddress } from '#src/domain/modules/address.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';

/**
 * What the words of a module are written from, as `Astro.locals.lessonText`. There is nothing in it of whoever reads them: the words
 * are written once, and every reader gets the same.
 */
export interface LessonText {
  readonly module: ModuleMeta;
  readonly glossary: ReadonlyMap<string, GlossaryEntry>;
  readonly cases: readonly CaseFile[];
  /** Its sections are shown one at a time, each at an address of its own. */
  readonly isSingle: boolean;
}

/** Where whoever would rather not read a part goes on, and what is read there. */
export function wayPast(text: LessonText | undefined, sectionId: string): { href: string; title: string } {
  const section = text?.module.sections.find(({ id }) => id === sectionId);
  const page = text?.isSingle ? moduleAddress(text.module.id, sectionId) : '';
  return { href: `${page}#${sectionId}`, title: section?.title ?? sectionId };
}

/** Made once: a new formatter for every date was an eighth of the time a module page took. */
const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** A day as people write it: "21 November 2026", or "November 2026" and "2026" where only so much is known. */
export function writtenDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  const words = monthNames.format(new Date(`${year}-${month}-01T00:00:00Z`));
  return `${day ? `${String(Number(day))} ` : ''}${words} ${year}`;
}
