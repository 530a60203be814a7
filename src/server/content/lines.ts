import type { Document, Node } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/**
 * The line that a field stands on, counted from 1, by its dotted path: `questions.2.options.0.text`. Where there is no such field, the
 * line of the nearest part around it that there is.
 */
export type LineOf = (field: string) => number;

interface Place {
  node: unknown;
  position: number;
}

const positionOf = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0;

function entryOf(node: unknown, key: string): Place | null {
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return item === undefined ? null : { node: item, position: positionOf(item) };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key: name }) => isScalar(name) && String(name.value) === key);
  return pair ? { node: pair.value, position: positionOf(pair.key) } : null;
}

function positionAt(root: unknown, field: string): number {
  let place: Place = { node: root, position: positionOf(root) };
  for (const key of field === '' ? [] : field.split('.')) {
    const entry = entryOf(place.node, key);
    if (!entry) return place.position;
    place = entry;
  }
  return place.position;
}

/** Lines of the fields of a parsed document. `firstLine` is the number of its first line in the file. */
export function linesOf(document: Document, lineCounter: LineCounter, firstLine = 1): LineOf {
  return (field) => Math.max(1, lineCounter.linePos(positionAt(document.contents, field)).line) + firstLine - 1;
}

/** Lines of the fields of a JSON file. Parsed a second time, and only when a line is asked for: only what is wrong needs one. */
export function linesOfJson(source: string): LineOf {
  let lineOf: LineOf | null = null;
  return (field) => {
    if (!lineOf) {
      const lineCounter = new LineCounter();
      lineOf = linesOf(parseDocument(source, { lineCounter, prettyErrors: false }), lineCounter);
    }
    return lineOf(field);
  };
}

function saysWrongSign(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return error instanceof Error && error.message.startsWith('Unexpected token');
  }
}

/** How much of the text it takes to come to the sign that does not belong there: Node names it, but not where it is. */
function upToWrongSign(source: string): string {
  let [fine, wrong] = [0, source.length];
  while (wrong - fine > 1) {
    const middle = Math.floor((fine + wrong) / 2);
    if (saysWrongSign(source.slice(0, middle))) wrong = middle;
    else fine = middle;
  }
  return source.slice(0, wrong);
}

/** The line that a sentence of JSON.parse speaks of; the last one where the file ends too early. */
export function lineOfJsonError(message: string, source: string): number {
  const named = /\bline (\d+)/.exec(message)?.[1];
  if (named !== undefined) return Number(named);
  const before = message.startsWith('Unexpected token') ? upToWrongSign(source) : source;
  return before.trimEnd().split('\n').length;
}
