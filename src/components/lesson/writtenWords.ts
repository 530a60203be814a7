import { type LessonWords, lessonWords } from './lessonWords.ts';
import type { LessonText } from './lessonText.ts';

/** Twice for each module of the build and never more: a module that is not in the programme has no page. */
const written = new Map<string, LessonWords>();

const nameOf = ({ module, isSingle }: LessonText) => `${module.id} ${isSingle ? 'single' : 'whole'}`;

/** The words of a module, if they were written since the portal started: a build holds the same texts for good. */
export function writtenWords(text: LessonText): LessonWords | null {
  return written.get(nameOf(text)) ?? null;
}

/** Takes the words as HTML and keeps them for every reader; while modules are being edited, for this one only. */
export function keepWords(text: LessonText, html: string): LessonWords {
  const words = lessonWords(html);
  if (!import.meta.env.DEV) written.set(nameOf(text), words);
  return words;
}
