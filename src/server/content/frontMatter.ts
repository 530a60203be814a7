import { LineCounter, parseDocument } from 'yaml';

/** A module file taken apart. `body` keeps the line numbers of the file: `bodyLine` is the number of its first line. */
export interface ModuleFile {
  data: unknown;
  body: string;
  bodyLine: number;
  yamlErrors: { line: number; message: string }[];
}

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
    yamlErrors: document.errors.map(({ message, pos }) => ({ line: lineCounter.linePos(pos[0]).line + 1, message })),
  };
}
