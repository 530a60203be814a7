import { withSigns, type Passage } from '#src/domain/marks/passage.ts';
import { type HtmlBlock, htmlBlocks, letterPlaces, type TextRun } from './htmlBlocks.ts';

/** A passage to be marked. `id` is that of the mark, letters, digits and hyphens only; `number` is what the reader sees of it. */
export interface MarkToShow {
  readonly id: string;
  readonly number: number;
  readonly passage: Passage;
}

/** Some HTML with its blocks of text, found once however often something is marked in it. */
export interface MarkableHtml {
  readonly html: string;
  readonly blocks: readonly HtmlBlock[];
}

/** Never throws: what is no tag is text. */
export const markableHtml = (html: string): MarkableHtml => ({ html, blocks: htmlBlocks(html) });

/** An id becomes an attribute as it is. */
const SAFE_ID = /^[\w-]+$/;

/** Something to put into the HTML at a position. */
interface Insert {
  readonly at: number;
  readonly text: string;
}

/** A mark's part of one run of text. */
interface Piece {
  readonly mark: MarkToShow;
  readonly from: number;
  readonly to: number;
  readonly isFirst: boolean;
}

const openTag = ({ mark, isFirst }: Piece) => `<mark class="lesson-mark"${isFirst ? ` id="mark-${mark.id}"` : ''}>`;

/** The small number behind a passage, which leads to what she wrote about it. */
const noteLink = ({ id, number }: MarkToShow) =>
  `<sup class="lesson-mark-link" data-added><a href="#note-${id}"><span class="govuk-visually-hidden">Your note </span>${String(number)}</a></sup>`;

/** The block of the page in which a passage stands, found by its letters and its turn. */
function blockOf(blocks: readonly HtmlBlock[], { block, nth }: Passage): HtmlBlock | undefined {
  return blocks.filter(({ letters }) => letters === block)[nth];
}

/** A passage's range of the HTML, with the signs that belong to it where they stand in the same run. */
function rangeOf(html: string, block: HtmlBlock, { start, end }: Passage): { from: number; to: number } {
  const places = letterPlaces(html, block);
  const letters = { from: places.from[start] ?? 0, to: places.to[end - 1] ?? 0 };
  const first = block.runs.find((run) => run.to > letters.from)?.from ?? letters.from;
  const last = block.runs.find((run) => run.to >= letters.to)?.to ?? letters.to;
  const range = withSigns(html.slice(first, last), { from: letters.from - first, to: letters.to - first });
  return { from: range.from + first, to: range.to + first };
}

/** Everywhere a run has to be cut so that no mark begins or ends within a part of it. */
function cutsOf(run: TextRun, pieces: readonly Piece[]): number[] {
  const edges = pieces.flatMap(({ from, to }) => [from, to]).filter((at) => at > run.from && at < run.to);
  return [...new Set([run.from, ...edges, run.to])].sort((one, other) => one - other);
}

/** The HTML of one run of text with the marks that cover parts of it, each part in as many `<mark>`s as cover it. */
function runInserts(run: TextRun, pieces: readonly Piece[]): Insert[] {
  const own = pieces.filter(({ from, to }) => from < run.to && to > run.from);
  const cuts = cutsOf(run, own);
  return cuts.slice(0, -1).flatMap((from, index) => {
    const to = cuts[index + 1] ?? run.to;
    const covering = own.filter((piece) => piece.from <= from && piece.to >= to);
    if (covering.length === 0) return [];
    const open = covering.map((piece) => openTag({ ...piece, isFirst: piece.isFirst && piece.from === from })).join('');
    return [
      { at: from, text: open },
      { at: to, text: '</mark>'.repeat(covering.length) },
    ];
  });
}

/** A mark's parts, one for each run of text that it touches. */
function piecesOf(mark: MarkToShow, block: HtmlBlock, range: { from: number; to: number }): Piece[] {
  return block.runs
    .filter((run) => run.from < range.to && run.to > range.from)
    .map((run, index) => ({
      mark,
      from: Math.max(run.from, range.from),
      to: Math.min(run.to, range.to),
      isFirst: index === 0,
    }));
}

/** The link stands behind the last part, or behind the link that it stands in: a link holds no other. */
function linkInsert(pieces: readonly Piece[], block: HtmlBlock): Insert[] {
  const last = pieces.at(-1);
  const run = block.runs.find(({ from, to }) => last !== undefined && from < last.to && to >= last.to);
  return last && run ? [{ at: run.linkEnd ?? last.to, text: noteLink(last.mark) }] : [];
}

function blockInserts(html: string, block: HtmlBlock, marks: readonly MarkToShow[]): Insert[] {
  const parts = marks.map((mark) => piecesOf(mark, block, rangeOf(html, block, mark.passage)));
  return [
    ...block.runs.flatMap((run) => runInserts(run, parts.flat())),
    ...parts.flatMap((pieces) => linkInsert(pieces, block)),
  ];
}

/** Closing tags first, then links, then opening tags, where several stand at one place. */
const rank = ({ text }: Insert) => (text.startsWith('</') ? 0 : text.startsWith('<sup') ? 1 : 2);

function insertAll(html: string, inserts: readonly Insert[]): string {
  const inOrder = inserts.toSorted((one, other) => one.at - other.at || rank(one) - rank(other));
  let at = 0;
  let result = '';
  for (const insert of inOrder) {
    result += html.slice(at, insert.at) + insert.text;
    at = insert.at;
  }
  return result + html.slice(at);
}

/**
 * The HTML of a section with passages in `<mark>`s, each followed by a link to the note on it. Marks may overlap and may go across
 * tags within a line; nothing else of the HTML changes, and a passage that is not there is left out. Never throws.
 */
export function markedHtml({ html, blocks }: MarkableHtml, marks: readonly MarkToShow[]): string {
  const byBlock = new Map<HtmlBlock, MarkToShow[]>();
  for (const mark of marks) {
    const block = SAFE_ID.test(mark.id) ? blockOf(blocks, mark.passage) : undefined;
    if (block) byBlock.set(block, [...(byBlock.get(block) ?? []), mark]);
  }
  if (byBlock.size === 0) return html;
  return insertAll(
    html,
    [...byBlock].flatMap(([block, own]) => blockInserts(html, block, own)),
  );
}
