import { readFileSync } from 'node:fs';
import { isPersonalDataKind, type PersonalDataKind } from '#src/domain/personalData/words.ts';

/** A passage that is marked in a text of the corpus. */
export interface Marked {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** A text of the corpus without its marks, and what is marked in it. */
export interface Labelled {
  readonly text: string;
  readonly marked: readonly Marked[];
}

const FILES = ['numbers', 'contacts', 'dates', 'names', 'negatives', 'prose'] as const;
const MARK = /\{\{(?<kind>[a-z_]+)\|(?<passage>[^}]*)\}\}/gs;

/** A text as it is written in the files, `{{kind|passage}}`. Throws for a kind that is none. */
function labelled(written: string): Labelled {
  const marked: Marked[] = [];
  let text = '';
  let from = 0;
  for (const match of written.matchAll(MARK)) {
    const { kind = '', passage = '' } = match.groups ?? {};
    if (!isPersonalDataKind(kind)) throw new Error(`"${kind}" is no kind of personal data: ${written}`);
    text += written.slice(from, match.index);
    marked.push({ kind, start: text.length, end: text.length + passage.length });
    text += passage;
    from = match.index + match[0].length;
  }
  return { text: text + written.slice(from), marked };
}

/** One text a line; a mark may run over the end of one. */
function textsIn(file: string): string[] {
  return file
    .split(/\n(?![^{]*\}\})/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Every labelled text, written for this by hand before anything was measured with it. No real person, number or case. */
export function readCorpus(): Labelled[] {
  return FILES.flatMap((name) =>
    textsIn(readFileSync(new URL(`corpus/${name}.txt`, import.meta.url), 'utf8')).map(labelled),
  );
}
