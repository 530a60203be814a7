import type { FileProblem } from '#src/domain/files/problems.ts';

/**
 * Names by which a PDF does more than show pages: scripts, programs, other files, forms that send themselves. Source: ISO 32000-2,
 * 12.6.4 (actions), 7.11.4 (embedded files), 12.7.8 (XFA).
 */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|GoToR|Rendition|XFA)(?![A-Za-z0-9])/u;
/** Too short to look for inside compressed pictures, where they come up by chance. */
const ACTIVE_SHORT = /\/JS(?![A-Za-z0-9])/u;
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/u;
const STREAM = />>\s*stream\r?\n/gu;
const HEAD = '%PDF-';
/** The end of a zip archive, which a file of two kinds would carry at its own end. */
const ZIP_END = 'PK\u0005\u0006';
const ZIP_TAIL_BYTES = 66_000;

/**
 * What is wrong with a PDF by its bytes alone: no end of its own, two kinds at once, encrypted, or active in the open. Null for nothing
 * found. The coarse net before `pdfStructureProblem`: it also sees what stands where no reader of ours looks. `text`: one byte a character.
 */
export function pdfNamesProblem(text: string): FileProblem | null {
  if (!text.startsWith(HEAD)) return 'not_what_it_says';
  if (text.slice(-ZIP_TAIL_BYTES).includes(ZIP_END)) return 'not_what_it_says';
  if (!text.slice(-2048).includes('%%EOF')) return 'damaged';
  const named = withPlainNames(text);
  if (ENCRYPTED.test(named)) return 'protected';
  if (ACTIVE.test(named) || ACTIVE_SHORT.test(withoutStreams(named))) return 'active';
  return null;
}

/** Names may spell any letter as # and two hexadecimal digits. */
function withPlainNames(text: string): string {
  if (!/#[0-9a-f]{2}/iu.test(text)) return text;
  return text.replaceAll(/#([0-9a-f]{2})/giu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What stands between the streams, where the objects themselves are. */
function withoutStreams(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(STREAM)) {
    if (match.index < from) continue;
    parts.push(text.slice(from, match.index + 2));
    const end = text.indexOf('endstream', match.index);
    from = end < 0 ? text.length : end;
  }
  return [...parts, text.slice(from)].join(' ');
}
