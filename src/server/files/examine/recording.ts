import { FileRefused } from '../fileProblem.ts';

/** The end of an archive, which a reader of archives looks for so far from the end of a file. */
const ARCHIVE_END = 'PK\u0005\u0006';
const ARCHIVE_TAIL_BYTES = 66_000;

/** Throws `FileRefused` for a recording that is an archive as well. */
export function refuseArchive(bytes: Buffer): void {
  if (bytes.subarray(-ARCHIVE_TAIL_BYTES).includes(ARCHIVE_END)) throw new FileRefused('not_what_it_says');
}

/** Neither a letter nor a sign: what parts the texts of a tag. */
const BETWEEN = /(?:(?![\t\n\r])[\p{Cc}\ufffd])+/u;
/** Letters of the alphabet in two bytes each, whichever comes first. */
const WIDE = /(?:\0[\x20-\x7e]){4,}|(?:[\x20-\x7e]\0){4,}/gu;
const FEWEST_CHARACTERS = 4;

/**
 * What can be read in the tags of a recording, in UTF-8 and in two bytes a letter, a paragraph for each text. Programs write tags in many
 * ways; this asks none of them what it meant.
 */
export function readableText(bytes: Buffer): string {
  const plain = bytes.toString('utf8').split(BETWEEN);
  const wide = [...bytes.toString('latin1').matchAll(WIDE)].map(([text]) => text.replaceAll('\0', ''));
  return [...plain, ...wide].filter((text) => text.trim().length >= FEWEST_CHARACTERS).join('\n\n');
}
