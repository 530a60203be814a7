import type { CaseFile } from '#src/domain/cases/schema.ts';
import type { GlossaryEntry } from '#src/domain/glossary/schema.ts';
import { lineAt } from './lessonTags.ts';
import { anchorsOf, linksIn } from './linkRules.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';
import type { WrittenModule } from './readModule.ts';

/** Pages of the portal that are made from content, by path: the places that `#…` can lead to on each. */
export type Places = ReadonlyMap<string, ReadonlySet<string>>;

interface Parts {
  modules: readonly WrittenModule[];
  cases: readonly Filed<CaseFile>[];
  terms: readonly GlossaryEntry[];
}

function placesOf({ modules, cases, terms }: Parts): Places {
  return new Map([
    ...modules.map(({ value, text }) => [`/modules/${value.id}`, new Set(anchorsOf(value, text.body))] as const),
    ...cases.map(({ value }) => [`/cases/${value.id}`, new Set(value.documents.map(({ id }) => id))] as const),
    ['/glossary', new Set(terms.map(({ id }) => id))] as const,
  ]);
}

function placeProblem(href: string, places: Places): string | null {
  const [address = '', anchor = ''] = href.split('#');
  const path = address.replace(/\?.*$/, '');
  const anchors = places.get(path);
  if (path.startsWith('/cases/') && !anchors) return 'There is no such case in src/content/cases.';
  if (!anchors || anchor === '' || anchors.has(anchor)) return null;
  return `There is nothing called "${anchor}" on that page.`;
}

/** Links into another module, a case or the glossary that find no such place there. */
export function placeProblems(parts: Parts): ContentProblem[] {
  const places = placesOf(parts);
  return parts.modules.flatMap(({ file, text }) =>
    linksIn(text.body).flatMap(({ href, position }) => {
      const message = placeProblem(href, places);
      return message === null
        ? []
        : [{ file, line: lineAt(text.body, position, text.bodyLine), field: `link ${href}`, message }];
    }),
  );
}
