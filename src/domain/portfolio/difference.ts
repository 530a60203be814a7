/** A run of text that both versions have, or only one of them. */
export interface Run {
  readonly kind: 'same' | 'added' | 'taken_out';
  readonly text: string;
}

/** Changed words up to which the difference is worked out word by word; beyond it the whole passage counts as changed. */
const MOST_CHANGES = 400;

/** Words with the blanks after them, so that putting them together gives the text again. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*?(?=\s|$)|\s+/g) ?? [];

/** What changed from one text to the next, in words: runs that are the same, were added or were taken out, in reading order. */
export function difference(before: string, after: string): Run[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const head = commonLength(a, b, (index) => index);
  const tail = commonLength(a.slice(head), b.slice(head), (index, length) => length - 1 - index);
  const middle = changes(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([...a.slice(0, head).map(same), ...middle, ...a.slice(a.length - tail).map(same)]);
}

const same = (text: string): Run => ({ kind: 'same', text });
const added = (text: string): Run => ({ kind: 'added', text });
const takenOut = (text: string): Run => ({ kind: 'taken_out', text });

/** How many words agree from one end; `at` says which is the index-th from there. */
function commonLength(
  a: readonly string[],
  b: readonly string[],
  at: (index: number, length: number) => number,
): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a[at(count, a.length)] === b[at(count, b.length)]) count += 1;
  return count;
}

/** The shortest way from one list of words to the other (Myers, 1986), or all of one and then all of the other. */
function changes(a: readonly string[], b: readonly string[]): Run[] {
  const ways = furthestWays(a, b);
  return ways ? walkBack({ a, b, ways }) : [...a.map(takenOut), ...b.map(added)];
}

type Furthest = ReadonlyMap<number, number>;

/** For every number of changes: how far along `a` each diagonal was reached. Null where there are too many changes. */
function furthestWays(a: readonly string[], b: readonly string[]): Furthest[] | null {
  const ways: Furthest[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let made = 0; made <= Math.min(a.length + b.length, MOST_CHANGES); made += 1) {
    ways.push(reached);
    const next = new Map(reached);
    for (let diagonal = -made; diagonal <= made; diagonal += 2) {
      const x = slide(a, b, { diagonal, x: step(reached, diagonal, made) });
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return ways;
    }
    reached = next;
  }
  return null;
}

/** Whether the way to a diagonal goes on with a word added; else with one taken out. Whichever got further. */
function isByAdding(reached: Furthest, diagonal: number, made: number): boolean {
  if (diagonal === -made) return true;
  return diagonal !== made && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1);
}

function step(reached: Furthest, diagonal: number, made: number): number {
  return isByAdding(reached, diagonal, made)
    ? (reached.get(diagonal + 1) ?? -1)
    : (reached.get(diagonal - 1) ?? -1) + 1;
}

function slide(a: readonly string[], b: readonly string[], { diagonal, x }: { diagonal: number; x: number }): number {
  let at = x;
  while (at < a.length && at - diagonal < b.length && a[at] === b[at - diagonal]) at += 1;
  return at;
}

interface Walk {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly ways: readonly Furthest[];
}

function walkBack({ a, b, ways }: Walk): Run[] {
  const runs: Run[] = [];
  let [x, y] = [a.length, b.length];
  for (let made = ways.length - 1; made >= 0; made -= 1) {
    const reached = ways[made] ?? new Map<number, number>();
    const diagonal = x - y;
    const from = step(reached, diagonal, made);
    while (x > from && y > from - diagonal) {
      x -= 1;
      y -= 1;
      runs.push(same(a[x] ?? ''));
    }
    if (made === 0) break;
    if (isByAdding(reached, diagonal, made)) {
      y -= 1;
      runs.push(added(b[y] ?? ''));
    } else {
      x -= 1;
      runs.push(takenOut(a[x] ?? ''));
    }
  }
  return runs.reverse();
}

/** Neighbours of one kind put together. */
function joined(runs: readonly Run[]): Run[] {
  const together: Run[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    if (last?.kind === run.kind) together[together.length - 1] = { kind: run.kind, text: last.text + run.text };
    else together.push(run);
  }
  return together;
}

/** How many words were added and taken out, in a sentence; null where the texts are the same. */
export function differenceWords(runs: readonly Run[]): string | null {
  const count = (kind: Run['kind']) =>
    runs.filter((run) => run.kind === kind).reduce((sum, { text }) => sum + wordsOf(text.trim()).length, 0);
  const [more, less] = [count('added'), count('taken_out')];
  if (more === 0 && less === 0)
    return runs.some(({ kind }) => kind !== 'same') ? 'Only blanks or line breaks changed.' : null;
  const said = (number: number) => `${number.toLocaleString('en-GB')} ${number === 1 ? 'word' : 'words'}`;
  return `${said(more)} added, ${said(less)} taken out.`;
}
