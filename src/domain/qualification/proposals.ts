import type { Criterion, QualificationUnit } from '../portfolio/qualification.ts';
import type { Becomes } from './words.ts';

/** From this share of words in common on, two texts are taken for the same criterion in other words. */
const NEAR = 0.6;

/** What a criterion of the version before most likely became. The administrator decides. */
export interface Proposal {
  readonly old: Criterion;
  readonly becomes: Becomes;
  readonly newIds: readonly string[];
  /** Word for word the same under the same number, with the same evidence wanted: nothing is to be decided. */
  readonly isIdentical: boolean;
}

export const criteriaOf = (units: readonly Pick<QualificationUnit, 'criteria'>[]): Criterion[] =>
  units.flatMap(({ criteria }) => criteria);

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** How alike two texts are, 0 to 1: words in common, twice, out of the words of both. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size;
  return all === 0 ? 0 : (2 * common) / all;
}

/** Whether the same evidence is wanted. */
const wantsTheSame = (one: Criterion, other: Criterion): boolean =>
  one.neededTimes === other.neededTimes &&
  one.currentForMonths === other.currentForMonths &&
  sameList(one.kinds, other.kinds) &&
  sameList(one.mustInclude, other.mustInclude);

const sameList = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join() === [...other].sort().join();

/** What became of every criterion, as it looks from number and wording. */
export function proposals(before: readonly QualificationUnit[], after: readonly QualificationUnit[]): Proposal[] {
  const candidates = criteriaOf(after).map((criterion) => ({ criterion, words: wordsOf(criterion.text) }));
  return criteriaOf(before).map((old) => {
    const same = candidates.find(({ criterion }) => criterion.id === old.id)?.criterion;
    if (same?.text === old.text)
      return { old, becomes: 'same', newIds: [same.id], isIdentical: wantsTheSame(old, same) };
    return { old, ...nearest(old, candidates), isIdentical: false };
  });
}

interface Candidate {
  readonly criterion: Criterion;
  readonly words: ReadonlySet<string>;
}

function nearest(old: Criterion, candidates: readonly Candidate[]): Pick<Proposal, 'becomes' | 'newIds'> {
  const elsewhere = candidates.find(({ criterion }) => criterion.text === old.text)?.criterion;
  if (elsewhere) return { becomes: 'same', newIds: [elsewhere.id] };
  const words = wordsOf(old.text);
  const ranked = candidates
    .map((candidate) => ({ id: candidate.criterion.id, likeness: likeness(words, candidate.words) }))
    .toSorted((a, b) => b.likeness - a.likeness || Number(b.id === old.id) - Number(a.id === old.id));
  const [best] = ranked;
  if (best && best.likeness >= NEAR) return { becomes: 'reworded', newIds: [best.id] };
  return ranked.some(({ id }) => id === old.id)
    ? { becomes: 'changed', newIds: [old.id] }
    : { becomes: 'dropped', newIds: [] };
}
