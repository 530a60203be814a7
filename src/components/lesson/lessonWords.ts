import { type MarkableHtml, markableHtml } from './markedHtml.ts';

/** A piece of a section: words as HTML, or the place of an exercise. */
export type SectionPart = { readonly html: string } | { readonly exerciseId: string };

/** The words of one section. */
export interface SectionWords extends MarkableHtml {
  readonly id: string;
  /** The same in pieces, cut where its exercises stand. */
  readonly parts: readonly SectionPart[];
}

/** The words of a module, the same for whoever reads them. */
export interface LessonWords {
  /** In the order of the text. */
  readonly sections: readonly SectionWords[];
  /** The way to the knowledge check, as HTML. */
  readonly check: string;
  readonly sources: string;
}

const SECTION = /<lesson-section id="([\w-]+)">([\s\S]*?)<\/lesson-section>/g;
const CHECK = /<lesson-check>([\s\S]*?)<\/lesson-check>/;
const SOURCES = /<lesson-sources>([\s\S]*?)<\/lesson-sources>/;
const EXERCISE = /<lesson-exercise id="([\w-]+)"><\/lesson-exercise>/;

/** The words of a module out of the HTML that its text and the components of this folder make. What stands outside of sections is left out. */
export function lessonWords(html: string): LessonWords {
  const sections = [...html.matchAll(SECTION)].map(([, id = '', words = '']) => {
    return { id, ...markableHtml(words), parts: sectionParts(words) };
  });
  return { sections, check: CHECK.exec(html)?.[1] ?? '', sources: SOURCES.exec(html)?.[1] ?? '' };
}

/** The HTML of a section, cut where its exercises stand. */
export function sectionParts(html: string): SectionPart[] {
  return html.split(EXERCISE).map((part, at) => (at % 2 === 0 ? { html: part } : { exerciseId: part }));
}
