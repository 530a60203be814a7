/** Fields that hold names and addresses, not words. */
const NOT_WORDS = new Set(['id', 'to', 'box', 'start', 'kind', 'version', 'date', 'url', 'sources', 'checkId']);

/** A text in a data file, with its dotted path. */
export interface Words {
  field: string;
  text: string;
}

/** Every text in a value that somebody reads. */
export function wordsIn(value: unknown, field = ''): Words[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    NOT_WORDS.has(key) ? [] : wordsIn(inner, field === '' ? key : `${field}.${key}`),
  );
}
