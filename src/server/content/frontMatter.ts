import { LineCounter, parseDocument } from 'yaml';
import type { LineOf } from './lines.ts';
import { linesOf } from './lines.ts';

/** A module file taken apart. `body` keeps the line numbers of the file: `bodyLine` is the number of its first line. */
export interface ModuleFile {
  data: unknown;
  body: string;
  bodyLine: number;
  yamlErrors: { line: number; message: string }[];
  lineOf: LineOf;
}

/** What the parser means, in an author's words. */
const SENTENCES: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'A colon with a space after it stands in the text. Put the text in quotes, or under >-.',
  MULTILINE_IMPLICIT_KEY: 'This line belongs to no field. Longer text goes under >-, two spaces further in.',
  BAD_INDENT: 'The spaces at the beginning of this line do not fit the lines above it.',
  TAB_AS_INDENT: 'Begin the line with spaces, not with a tab.',
  DUPLICATE_KEY: 'This field stands in the front matter twice.',
  MISSING_CHAR: 'A quote or a bracket is opened here and not closed.',
};

const FENCED = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * Splits front matter from text. Unquoted days become dates as they do for Astro's own parser, so both complain alike.
 * Returns null where the file does not begin with front matter.
 */
export function splitFrontMatter(source: string): ModuleFile | null {
  const match = FENCED.exec(source);
  if (!match) return null;
  const lineCounter = new LineCounter();
  const document = parseDocument(match[1] ?? '', { lineCounter, customTags: ['timestamp'], prettyErrors: false });
  return {
    data: document.errors.length === 0 ? document.toJS() : null,
    body: source.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
    yamlErrors: document.errors.map(({ code, message, pos }) => ({
      line: lineCounter.linePos(pos[0]).line + 1,
      message: SENTENCES[code] ?? message,
    })),
    lineOf: linesOf(document, lineCounter, 2),
  };
}
