import { splitFrontMatter } from './frontMatter.ts';
import { readTags, tagsNamed } from './lessonTags.ts';
import type { NamedFile } from './readFiles.ts';

/** Which terms and which case files the text of a module names, in the order of the text. */
export interface ModuleUses {
  file: string;
  moduleId: string;
  terms: { id: string; line: number }[];
  cases: { id: string; documents: string[]; line: number }[];
}

/** What a module file names. Empty where the file has no front matter, which another rule reports. */
export function usesOf({ file, name, source }: NamedFile): ModuleUses {
  const parts = splitFrontMatter(source);
  const tags = parts ? readTags(parts.body, parts.bodyLine) : [];
  return {
    file,
    moduleId: name,
    terms: tagsNamed(tags, 'Term').map(({ attributes, line }) => ({ id: attributes['id'] ?? '', line })),
    cases: tagsNamed(tags, 'CaseFile').map(({ attributes: { id = '', show = '' }, line }) => ({
      id,
      documents: documentsOf(show),
      line,
    })),
  };
}

/** The names in `show`, which spaces separate. */
function documentsOf(show: string): string[] {
  return show.split(/\s+/).filter((name) => name !== '');
}

/** Which modules name what: id of a term or a case -> ids of modules. */
export interface ContentUses {
  terms: ReadonlyMap<string, readonly string[]>;
  cases: ReadonlyMap<string, readonly string[]>;
}

function byId(uses: readonly ModuleUses[], idsOf: (one: ModuleUses) => readonly string[]): Map<string, string[]> {
  const modules = new Map<string, string[]>();
  for (const one of uses)
    for (const id of new Set(idsOf(one))) modules.set(id, [...(modules.get(id) ?? []), one.moduleId]);
  return modules;
}

/** The uses of all modules, turned round. Modules keep the order they come in. */
export function contentUses(uses: readonly ModuleUses[]): ContentUses {
  return {
    terms: byId(uses, ({ terms }) => terms.map(({ id }) => id)),
    cases: byId(uses, ({ cases }) => cases.map(({ id }) => id)),
  };
}
