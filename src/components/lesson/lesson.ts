import type { CaseFile } from '#src/domain/cases/schema.ts';
import type { ShownExercise } from '#src/domain/exercises/shown.ts';
import type { GlossaryEntry } from '#src/domain/glossary/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { LessonMarks } from '#src/components/marks/lessonMarks.ts';
import type { FormErrors } from '#src/components/ui/types.ts';

/** What a page hands to the lesson components while it renders a module, as `Astro.locals.lesson`. */
export interface Lesson {
  module: ModuleMeta;
  /** Ids of the sections that this person has ticked as read. */
  ticks: ReadonlySet<string>;
  /** True for the trainee who is working through the module; everybody else reads it without tick forms. */
  canWork: boolean;
  /** The id of the only section to show, or null to show all of them. */
  onlySection: string | null;
  /** The section where she left off, or null. */
  position: string | null;
  glossary: ReadonlyMap<string, GlossaryEntry>;
  cases: readonly CaseFile[];
  /** What this person may see of the exercises of the module, by their ids. */
  exercises: ReadonlyMap<string, ShownExercise>;
  /** What is wrong with an exercise form that was sent, by field. */
  errors: FormErrors;
  /** The exercise about which another tab saved another text in the meantime, or null. */
  outdatedId: string | null;
  /** Her own marks in this module; null for whoever has none to make. */
  marks: LessonMarks | null;
}

/** A section as its component shows it. `isShown` is false when the page asks for another section only. */
export interface SectionView {
  title: string;
  /** "Section 3 of 6, about 5 minutes"; empty where the front matter does not know the section. */
  about: string;
  isShown: boolean;
  isTicked: boolean;
  isPosition: boolean;
  canTick: boolean;
}

/** What a section shows where the page gave no lesson, or one that does not know it: its words, under its id. */
function unknownSection(lesson: Lesson | null | undefined, id: string): SectionView {
  const isShown = !lesson?.onlySection || lesson.onlySection === id;
  return { title: id, about: '', isShown, isTicked: false, isPosition: false, canTick: false };
}

/** Works out what a section shows. Never throws: words come before ticks. */
export function sectionView(lesson: Lesson | null | undefined, id: string): SectionView {
  const index = lesson?.module.sections.findIndex((section) => section.id === id) ?? -1;
  const section = lesson?.module.sections[index];
  if (!lesson || !section) return unknownSection(lesson, id);
  return {
    title: section.title,
    about: `Section ${String(index + 1)} of ${String(lesson.module.sections.length)}, about ${String(section.minutes)} minutes`,
    isShown: lesson.onlySection === null || lesson.onlySection === id,
    isTicked: lesson.ticks.has(id),
    isPosition: lesson.position === id,
    canTick: lesson.canWork,
  };
}

/** The address of a part of this lesson: on the same page when all sections show, else the page of that section. */
export function sectionHref(lesson: Lesson | null | undefined, id: string): string {
  return lesson?.onlySection && lesson.onlySection !== id
    ? `/modules/${lesson.module.id}?section=${id}#${id}`
    : `#${id}`;
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
