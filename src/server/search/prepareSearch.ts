import type { Logger } from '../logger.ts';
import type { Searchable } from './entries.ts';
import { openSearch, type Search } from './openSearch.ts';

/** Makes the content searchable at start, and logs how much it is and how long that took. */
export function prepareSearch(content: Searchable, log: Logger): Search {
  const began = performance.now();
  const search = openSearch(content);
  log.info({ ...search.size, ms: Math.round(performance.now() - began) }, 'search is ready');
  return search;
}
