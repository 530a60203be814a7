import type { Lesson } from '#src/components/lesson/lesson.ts';

/** The address of a form on the page of a module: the action, with only the section that is open, where there is only one. */
export function exerciseAction(action: unknown, lesson: Lesson | undefined): string {
  return `${String(action)}${lesson?.onlySection ? `&section=${lesson.onlySection}` : ''}`;
}
