import type { Door } from './door.ts';

/** Most addresses: letters, digits and single slashes. Nothing in them needs a second look. */
const PLAIN = /^(?:\/|(?:\/[\w-]+)+)$/u;
const VISIBLE_ASCII = /^\/[\x21-\x7e]*$/u;
/** Backslashes, a second slash, dot segments: two programs could read them as two different addresses. */
const AMBIGUOUS_PATH = /\\|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/u;
const ENCODED_SLASH = /%2f|%5c/iu;
const CONTROL = /[\u0000-\u001f\u007f]/u;
/** A query may hold tabs and line breaks. */
const CONTROL_BUT_BREAKS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** Astro's own names for its error pages. Shown in place of a page, never asked for. */
const ERROR_PAGES = /^\/(?:404|500)(?:\?|$)/u;

/** An address that can be read in one way only. Otherwise 400, or 414 where it is too long; 404 for what nobody asks for. */
export const addressDoor: Door = ({ url = '' }, _address, { addressCharacters }) => {
  if (url.length > addressCharacters) return { status: 414 };
  if (ERROR_PAGES.test(url)) return { status: 404 };
  return PLAIN.test(url) || isClean(url) ? null : { status: 400 };
};

function isClean(url: string): boolean {
  const [path = '', query = ''] = splitOnce(url);
  return VISIBLE_ASCII.test(url) && !url.includes('#') && isCleanPath(path) && isCleanQuery(query);
}

function splitOnce(url: string): string[] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url] : [url.slice(0, mark), url.slice(mark + 1)];
}

function isCleanPath(path: string): boolean {
  const decoded = decodedText(path);
  return decoded !== null && !ENCODED_SLASH.test(path) && !CONTROL.test(decoded) && !AMBIGUOUS_PATH.test(decoded);
}

function isCleanQuery(query: string): boolean {
  const decoded = decodedText(query);
  return decoded !== null && !CONTROL_BUT_BREAKS.test(decoded);
}

/** Null where a percent escape is broken or does not make UTF-8. */
export function decodedText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
