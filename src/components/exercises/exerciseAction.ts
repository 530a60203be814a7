import { sameView } from '#src/domain/modules/address.ts';
import type { Lesson } from '#src/components/lesson/lesson.ts';

/** The address of an exercise's form on the page of a module. */
export function exerciseAction(action: unknown, lesson: Lesson | undefined): string {
  return `${String(action)}${sameView(lesson?.onlySection)}`;
}
