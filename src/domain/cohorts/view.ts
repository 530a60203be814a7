import { STRANDS, type Strand } from '../modules/words.ts';
import { type CohortFilters, filterEntries, NO_FILTERS, readFilters } from './filters.ts';

/** What the tables of a cohort can be sorted by. */
const SORT_KEYS = ['need', 'name', 'week', 'behind', 'done', 'lost', 'caseload', 'review', 'evidence', 'seen'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** A way of looking at a cohort: the query of the page's address. */
export interface CohortView {
  readonly filters: CohortFilters;
  readonly by: SortKey;
  readonly order: 'asc' | 'desc';
  /** The one strand that the weeks show, or null for all. */
  readonly strand: Strand | null;
  /** Every week of the routes, and not only those around this one. */
  readonly isWhole: boolean;
}

/** Everybody, by name, the weeks around this one. */
export const USUAL: CohortView = { filters: NO_FILTERS, by: 'name', order: 'asc', strand: null, isWhole: false };

/** The longest query that can be kept, in characters. */
export const QUERY_MAXIMUM_CHARACTERS = 500;

/** The view that an address asks for. Whatever it does not know it leaves out. */
export function readView(query: URLSearchParams): CohortView {
  const by = SORT_KEYS.find((key) => key === query.get('sort'));
  return {
    filters: readFilters(query),
    by: by ?? USUAL.by,
    order: by !== undefined && query.get('order') === 'desc' ? 'desc' : 'asc',
    strand: STRANDS.find((strand) => strand === query.get('strand')) ?? null,
    isWhole: query.get('weeks') === 'all',
  };
}

/** The view as parts of an address, without what is usual anyway. Always the same for the same view. */
export function viewEntries({ filters, by, order, strand, isWhole }: CohortView): [name: string, value: string][] {
  const isUsual = by === USUAL.by && order === USUAL.order;
  return [
    ...filterEntries(filters),
    ...(strand === null ? [] : [['strand', strand] as [string, string]]),
    ...(isWhole ? [['weeks', 'all'] as [string, string]] : []),
    ...(isUsual
      ? []
      : ([
          ['sort', by],
          ['order', order],
        ] as [string, string][])),
  ];
}

/** The view as the query of an address, without the question mark; empty for the usual one. `readView` gives the view back. */
export function viewQuery(view: CohortView): string {
  return new URLSearchParams(viewEntries(view)).toString();
}

/** An address with a query, and without the mark where there is none. */
export function withQuery(path: string, view: CohortView): string {
  const query = viewQuery(view);
  return query === '' ? path : `${path}?${query}`;
}
