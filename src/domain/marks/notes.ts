import type { ModuleMeta } from '../modules/schema.ts';
import { STRANDS } from '../modules/words.ts';
import type { MarkPlace } from './place.ts';
import type { Mark, PlacedMark } from './placed.ts';

/** One of her marks as the page of all notes shows it. `sectionTitle` is null where the section is gone. */
export interface NoteEntry {
  readonly id: string;
  readonly moduleId: string;
  readonly moduleTitle: string | null;
  readonly sectionId: string | null;
  readonly sectionTitle: string | null;
  readonly quote: string;
  readonly note: string;
  readonly markedAt: Date;
  readonly state: MarkPlace['state'];
}

/** The notes of one module in the order of reading. `title` is null for a module that is no longer there. */
export interface NotesOfModule {
  readonly moduleId: string;
  readonly title: string | null;
  readonly hasReflection: boolean;
  readonly entries: readonly NoteEntry[];
}

export interface NotesOfStrand {
  /** Null for modules that are no longer there. */
  readonly strand: ModuleMeta['strand'] | null;
  readonly modules: readonly NotesOfModule[];
}

/** Everything she marked: bookmarks, the newest first; notes by strand and module, the one she marked last first; her reflections. */
export interface Notes {
  readonly bookmarks: readonly NoteEntry[];
  readonly strands: readonly NotesOfStrand[];
  readonly reflections: readonly { readonly moduleId: string; readonly title: string }[];
}

interface Everything {
  readonly marks: readonly Mark[];
  readonly modules: readonly ModuleMeta[];
  /** Ids of the modules on which she wrote a reflection. */
  readonly reflected: readonly string[];
  /** Her marks in one module, with their places, in the order of reading. */
  readonly place: (moduleId: string, marks: readonly Mark[]) => readonly PlacedMark[];
}

const newest = (marks: readonly { readonly markedAt: Date }[]) =>
  Math.max(0, ...marks.map(({ markedAt }) => markedAt.getTime()));

function entryOf({ mark, place }: PlacedMark, module: ModuleMeta | undefined): NoteEntry {
  const section = module?.sections.find(({ id }) => id === place.sectionId);
  return {
    id: mark.id,
    moduleId: mark.moduleId,
    moduleTitle: module?.title ?? null,
    sectionId: section?.id ?? null,
    sectionTitle: section?.title ?? null,
    quote: mark.quote,
    note: mark.note,
    markedAt: mark.markedAt,
    state: place.state,
  };
}

const isBookmark = ({ quote }: NoteEntry) => quote === '';

function strandsOf(modules: readonly NotesOfModule[], strandOf: (moduleId: string) => NotesOfStrand['strand']) {
  const newestOf = (own: readonly NotesOfModule[]) => newest(own.flatMap(({ entries }) => entries));
  return [...STRANDS, null]
    .map((strand) => ({ strand, modules: modules.filter(({ moduleId }) => strandOf(moduleId) === strand) }))
    .filter((group) => group.modules.length > 0)
    .sort((one, other) => newestOf(other.modules) - newestOf(one.modules));
}

/** Puts her marks together for the page of all notes and for the export: both show the same. */
export function notesOf({ marks, modules, reflected, place }: Everything): Notes {
  const moduleOf = (id: string) => modules.find((module) => module.id === id);
  const byModule = [...Map.groupBy(marks, ({ moduleId }) => moduleId)].map(([moduleId, own]) => ({
    moduleId,
    entries: place(moduleId, own).map((placed) => entryOf(placed, moduleOf(moduleId))),
  }));
  const noted = byModule
    .map(({ moduleId, entries }) => ({
      moduleId,
      title: moduleOf(moduleId)?.title ?? null,
      hasReflection: reflected.includes(moduleId),
      entries: entries.filter((entry) => !isBookmark(entry)),
    }))
    .filter(({ entries }) => entries.length > 0)
    .sort((one, other) => newest(other.entries) - newest(one.entries));
  return {
    bookmarks: byModule
      .flatMap(({ entries }) => entries.filter(isBookmark))
      .sort((one, other) => other.markedAt.getTime() - one.markedAt.getTime()),
    strands: strandsOf(noted, (moduleId) => moduleOf(moduleId)?.strand ?? null),
    reflections: modules.filter(({ id }) => reflected.includes(id)).map(({ id, title }) => ({ moduleId: id, title })),
  };
}

/** Whether there is nothing of hers yet, reflections apart. */
export const isEmpty = ({ bookmarks, strands }: Notes) => bookmarks.length === 0 && strands.length === 0;
