import type { ShownExercise } from '#src/domain/exercises/shown.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { LessonMarks } from '#src/components/marks/lessonMarks.ts';
import type { FormErrors } from '#src/components/ui/types.ts';

/** What this reader has of a module while its page is rendered, as `Astro.locals.lesson`. Its words know nothing of it: see lessonText.ts. */
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
  /** What this person may see of the exercises of the module, by their ids. */
  exercises: ReadonlyMap<string, ShownExercise>;
  /** What is wrong with an exercise form that was sent, by field. */
  errors: FormErrors;
  /** The exercise about which another tab saved another text in the meantime, or null. */
  outdatedId: string | null;
  /** Her own marks in this module; null for whoever has none to make. */
  marks: LessonMarks | null;
}

/** A section as its component shows it. */
export interface SectionView {
  title: string;
  /** "Section 3 of 6, about 5 minutes"; empty where the front matter does not know the section. */
  about: string;
  isTicked: boolean;
  isPosition: boolean;
  canTick: boolean;
}

/** Works out what a section shows; one that the front matter does not know is called by its id. Never throws: words come before ticks. */
export function sectionView(lesson: Lesson, id: string): SectionView {
  const { sections } = lesson.module;
  const index = sections.findIndex((section) => section.id === id);
  const section = sections[index];
  return {
    title: section?.title ?? id,
    about: section ? `Section ${index + 1} of ${sections.length}, about ${section.minutes} minutes` : '',
    isTicked: lesson.ticks.has(id),
    isPosition: lesson.position === id,
    canTick: lesson.canWork && section !== undefined,
  };
}
