import type { z } from 'astro/zod';
import type { CaseFile } from '#src/domain/cases/schema.ts';
import type { glossarySchema } from '#src/domain/glossary/schema.ts';
import type { Route } from '#src/domain/programme/schema.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';
import { contentUses, type ModuleUses } from './uses.ts';

type Glossary = z.infer<typeof glossarySchema>;

/** What the rules below compare. */
export interface UsedParts {
  uses: readonly ModuleUses[];
  cases: readonly Filed<CaseFile>[];
  glossaries: readonly Filed<Glossary>[];
  routes: readonly Filed<Route>[];
  moduleIds: ReadonlySet<string>;
}

const listed = (words: readonly string[]) => words.join(', ');

function caseProblems({ uses, cases }: UsedParts): ContentProblem[] {
  return uses.flatMap((module) =>
    module.cases.flatMap(({ id, documents, line }) => {
      const say = (message: string) => ({ file: module.file, line, field: '<CaseFile>', message });
      const found = cases.find(({ value }) => value.id === id)?.value;
      if (!found)
        return [
          say(`There is no case "${id}" in src/content/cases. There are ${listed(cases.map(({ name }) => name))}.`),
        ];
      const known = listed(found.documents.map((document) => document.id));
      return documents
        .filter((name) => !found.documents.some((document) => document.id === name))
        .map((name) => say(`The case has no document "${name}". It has ${known}.`));
    }),
  );
}

function termProblems({ uses, glossaries }: UsedParts): ContentProblem[] {
  const known = new Set(glossaries.flatMap(({ value }) => value.terms.map(({ id }) => id)));
  return uses.flatMap(({ file, terms }) =>
    terms.flatMap(({ id, line }, index) => {
      const say = (message: string) => ({ file, line, field: '<Term>', message });
      const first = terms.findIndex((term) => term.id === id);
      if (!known.has(id)) return [say(`There is no term "${id}" in src/content/glossary. Write it there first.`)];
      if (first === index) return [];
      return [say(`It was explained in line ${String(terms[first]?.line)} already. Write the word alone here.`)];
    }),
  );
}

interface FiledTerm {
  file: string;
  line: number | null;
  id: string;
  /** The term as it is compared: without capitals, spaces and signs. */
  name: string;
}

function filedTerms({ glossaries }: UsedParts): FiledTerm[] {
  return glossaries.flatMap(({ file, value, lineOf }) =>
    value.terms.map(({ id, term }, index) => {
      const name = term.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
      return { file, line: lineOf(`terms.${String(index)}.id`), id, name };
    }),
  );
}

/** Whether every module of the programme is there. A term may wait for one that is not written yet. */
function isWhole({ routes, moduleIds }: UsedParts): boolean {
  return routes.every(({ value }) => value.modules.every(({ moduleId }) => moduleIds.has(moduleId)));
}

function glossaryProblems(parts: UsedParts): ContentProblem[] {
  const terms = filedTerms(parts);
  const used = contentUses(parts.uses).terms;
  const mayWait = !isWhole(parts);
  return terms.flatMap(({ file, line, id, name }, index) => {
    const say = (message: string) => ({ file, line, field: `term "${id}"`, message });
    const sameId = terms.findIndex((other) => other.id === id);
    const sameName = terms.findIndex((other) => other.name === name);
    if (sameId < index) return [say(`The same id stands in ${terms[sameId]?.file ?? ''} already. Use the one there.`)];
    if (sameName < index) return [say(`It is the same term as "${terms[sameName]?.id ?? ''}". Keep one of them.`)];
    return mayWait || used.has(id)
      ? []
      : [say('No module uses this term. Take it out, or mark its first use with <Term>.')];
  });
}

/** What is wrong between modules, case files and the glossary: names that lead nowhere, terms twice, terms nobody uses. */
export function useProblems(parts: UsedParts): ContentProblem[] {
  return [...caseProblems(parts), ...termProblems(parts), ...glossaryProblems(parts)];
}
