/** What a table is sorted by, and where its headings lead. `keep` holds the other parts of the query. */
export interface Sort {
  readonly by: string;
  readonly order: 'asc' | 'desc';
  readonly path: string;
  readonly keep?: Readonly<Record<string, string>> | undefined;
  /** The id that the headings lead to on the page, where the table does not stand at its top. */
  readonly anchor?: string | undefined;
}

/** The address a column heading leads to: the other way round where the table is sorted by it already. */
export function sortHref(sort: Sort, key: string): string {
  const order = sort.by === key && sort.order === 'asc' ? 'desc' : 'asc';
  const query = new URLSearchParams({ ...sort.keep, sort: key, order }).toString();
  return `${sort.path}?${query}${sort.anchor === undefined ? '' : `#${sort.anchor}`}`;
}

/** The value of `aria-sort` for a column; undefined where the table is sorted by another one. */
export function ariaSort(sort: Sort | undefined, key: string | undefined): 'ascending' | 'descending' | undefined {
  if (sort === undefined || key === undefined || sort.by !== key) return undefined;
  return sort.order === 'asc' ? 'ascending' : 'descending';
}
