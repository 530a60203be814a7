import type { CaseFile } from '#src/domain/cases/schema.ts';
import { meaningSentence } from '#src/domain/glossary/letters.ts';
import type { GlossaryEntry } from '#src/domain/glossary/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { SearchEntry } from '#src/domain/search/entry.ts';
import type { Content } from '../content.ts';
import type { SectionText, TextBlock } from '../content/lessonText.ts';

/** The parts of the content that can be searched. Checks, exercises and everything in the database are not among them. */
export type Searchable = Pick<Content, 'modules' | 'texts' | 'cases' | 'glossary'>;

type Whole = Pick<SearchEntry, 'whole' | 'kind' | 'title' | 'titleHref'>;

/** Sentences end, titles and list items do not: a sign keeps them apart in an excerpt. */
function joined(parts: readonly string[]): string {
  const signAfter = (part: string, next = '') => {
    if (/[.!?:;,”]$/.test(part)) return '';
    return /^\p{Ll}/u.test(next) ? ';' : '.';
  };
  return parts.map((part, index) => `${part}${signAfter(part, parts[index + 1])}`).join(' ');
}

/** The words that anybody may see: what stays folded until it is opened is left out. */
function shownText(blocks: readonly TextBlock[]): string {
  return joined(blocks.filter(({ kind, isFolded }) => kind !== 'heading' && !isFolded).map(({ text }) => text));
}

/** A section up to its first heading, then each heading of it. */
function sectionEntries(whole: Whole, section: SectionText, title: string): SearchEntry[] {
  const headings = section.blocks.filter(({ kind }) => kind === 'heading');
  const under = (id: string | null) => shownText(section.blocks.filter(({ headingId }) => headingId === id));
  const at = (id: string, place: string, text: string): SearchEntry => ({
    ...whole,
    place,
    href: `${whole.titleHref}#${id}`,
    name: place,
    also: '',
    text,
  });
  return [
    at(section.id, title, under(null)),
    ...headings.map(({ text, headingId }) => at(headingId ?? section.id, text, under(headingId))),
  ];
}

function moduleEntries(module: ModuleMeta, sections: readonly SectionText[]): SearchEntry[] {
  const { id, title, summary, outcomes } = module;
  const whole: Whole = { whole: `module:${id}`, kind: 'module', title, titleHref: `/modules/${id}` };
  const text = joined([summary, ...outcomes]);
  const titleOf = (sectionId: string) =>
    module.sections.find((section) => section.id === sectionId)?.title ?? sectionId;
  return [
    { ...whole, place: null, href: whole.titleHref, name: title, also: '', text },
    ...sections.flatMap((section) => sectionEntries(whole, section, titleOf(section.id))),
  ];
}

/** Documents that could distress a reader are found by their titles and by who wrote them. */
function caseEntries({ id, title, summary, documents }: CaseFile): SearchEntry[] {
  const whole: Whole = { whole: `case:${id}`, kind: 'case', title, titleHref: `/cases/${id}` };
  return [
    { ...whole, place: null, href: whole.titleHref, name: title, also: '', text: summary },
    ...documents.map((document) => ({
      ...whole,
      place: document.title,
      href: `${whole.titleHref}#${document.id}`,
      name: document.title,
      also: '',
      text: [`${document.by}.`, ...(document.about === null ? document.text : [])].join(' '),
    })),
  ];
}

function termEntry(entry: GlossaryEntry): SearchEntry {
  const { id, term, longForm = '', more = '' } = entry;
  const href = `/glossary#${id}`;
  const text = [...(longForm ? [`${longForm}.`] : []), meaningSentence(entry), more].join(' ').trim();
  const whole: Whole = { whole: `term:${id}`, kind: 'term', title: term, titleHref: href };
  return { ...whole, place: null, href, name: term, also: longForm, text };
}

/** Everything that can be found. */
export function searchEntries({ modules, texts, cases, glossary }: Searchable): SearchEntry[] {
  return [
    ...modules.flatMap((module) => moduleEntries(module, texts.get(module.id) ?? [])),
    ...cases.flatMap(caseEntries),
    ...[...glossary.values()].map(termEntry),
  ];
}
