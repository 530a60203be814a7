/** What canonical JSON can say. Whole numbers only: fractions are where two programs would write the same value differently. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one value: keys in the order of their UTF-16 code units, no blanks, strings as `JSON.stringify` writes them.
 * Throws a TypeError for what has no such text: fractions, numbers beyond 2^53, lone surrogates, `undefined`,
 * dates and other instances.
 * Source: RFC 8785, narrowed to whole numbers; docs/ledger.md.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return wholeNumber(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object') return members(value as { readonly [key: string]: Json });
  throw new TypeError(`No canonical JSON for ${typeof value}.`);
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0))
    throw new TypeError(`No canonical JSON for the number ${value}.`);
  return String(value);
}

function quoted(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('No canonical JSON for text with half a character in it.');
  return JSON.stringify(value);
}

function members(value: { readonly [key: string]: Json }): string {
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError('No canonical JSON for an instance of a class.');
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${quoted(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${parts.join(',')}}`;
}
