/** More pages than any list has. */
const PAGES_MOST = 10_000;

/** The page that an address asks for with `page`, from 1; what is no page is the first. */
export function pageAsked(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= PAGES_MOST ? page : 1;
}
