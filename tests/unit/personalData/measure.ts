import { findPersonalData } from '#src/domain/personalData/patterns.ts';
import { PERSONAL_DATA_KINDS, type PersonalDataKind } from '#src/domain/personalData/words.ts';
import type { Labelled, Marked } from './readCorpus.ts';

/** How the check does on one kind: marked passages it finds, those it misses, and what it finds where nothing is marked. */
export interface Figures {
  readonly kind: PersonalDataKind;
  readonly marked: number;
  readonly found: number;
  readonly wrong: number;
  /** Share of the marked passages that were found, 0 to 1. */
  readonly recall: number;
  /** Share of the hits that were marked, 0 to 1. */
  readonly precision: number;
}

const overlaps = (a: Marked, b: Marked) => a.kind === b.kind && a.start < b.end && b.start < a.end;
const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** Passages of a text that were missed, and hits that are wrong. A hit counts where kind and place overlap with a mark. */
export function differences({ text, marked }: Labelled) {
  const hits = findPersonalData(text);
  return {
    missed: marked.filter((mark) => !hits.some((hit) => overlaps(hit, mark))),
    wrong: hits.filter((hit) => !marked.some((mark) => overlaps(hit, mark))),
  };
}

/** Precision and recall of each kind over a set of texts. */
export function measure(texts: readonly Labelled[]): Figures[] {
  const all = texts.map((text) => ({ text, ...differences(text) }));
  return PERSONAL_DATA_KINDS.map((kind) => {
    const of = (passages: readonly { kind: string }[]) => passages.filter((passage) => passage.kind === kind).length;
    const marked = all.reduce((sum, { text }) => sum + of(text.marked), 0);
    const missed = all.reduce((sum, one) => sum + of(one.missed), 0);
    const wrong = all.reduce((sum, one) => sum + of(one.wrong), 0);
    const found = marked - missed;
    return { kind, marked, found, wrong, recall: share(found, marked), precision: share(found, found + wrong) };
  });
}
