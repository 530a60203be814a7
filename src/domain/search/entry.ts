import type { Piece } from './excerpt.ts';

/** What a result is, as its tag says. */
export type ResultKind = 'module' | 'case' | 'term';

/** One place that can be found: the head of a module, a section, a heading, a document, a term. */
export interface SearchEntry {
  /** What it belongs to, the same for all places of one module: `module:parole-recall`. */
  readonly whole: string;
  readonly kind: ResultKind;
  /** Name of the whole: the title of the module, the person of the case, the term. */
  readonly title: string;
  readonly titleHref: string;
  /** The heading of the place within the whole; null for the whole itself. */
  readonly place: string | null;
  readonly href: string;
  /** What the place is called, for finding it. */
  readonly name: string;
  /** Other names it goes by. */
  readonly also: string;
  /** The words of the place. */
  readonly text: string;
}

/** A place that was found. */
export interface SearchHit {
  readonly whole: string;
  readonly kind: ResultKind;
  readonly title: string;
  readonly titleHref: string;
  readonly place: readonly Piece[] | null;
  readonly href: string;
  readonly excerpt: readonly Piece[];
}

/** What was found in one module, case or term, best place first. */
export interface SearchGroup {
  readonly whole: string;
  readonly kind: ResultKind;
  readonly title: string;
  readonly titleHref: string;
  readonly hits: readonly SearchHit[];
}

/** Puts the places of one whole together. Groups stand in the order of their best place. */
export function groupHits(hits: readonly SearchHit[]): SearchGroup[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) groups.set(hit.whole, [...(groups.get(hit.whole) ?? []), hit]);
  return [...groups.values()].flatMap((own) => {
    const [best] = own;
    return best
      ? [{ whole: best.whole, kind: best.kind, title: best.title, titleHref: best.titleHref, hits: own }]
      : [];
  });
}
