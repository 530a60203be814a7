import { type CriterionOfVersion, criterionOf, currentIds, type Qualifications } from './versions.ts';

/** A criterion as somebody kept it, and what became of it. */
export interface KeptCriterion {
  /** Number and words of its time; the words are empty where that version is not known. */
  readonly id: string;
  readonly text: string;
  /** What it is called today: none where it was dropped, several where it was split. */
  readonly now: readonly { readonly id: string; readonly text: string }[];
  /** True where number and words are those of its time. */
  readonly isSame: boolean;
}

/** Criteria that were agreed or planned in some version, with their old words and what they are today. `version` null: the first one. */
export function keptCriteria(
  qualifications: Qualifications,
  { version, ids }: { readonly version: string | null; readonly ids: readonly string[] },
): KeptCriterion[] {
  const { versions, current } = qualifications;
  const kept = version ?? versions[0]?.version ?? current.version;
  const textOf = (one: CriterionOfVersion) => criterionOf(qualifications, one)?.text ?? '';
  return ids.map((id) => {
    const text = textOf({ version: kept, id });
    const now = currentIds(qualifications, { version: kept, id }).map((one) => ({
      id: one.id,
      text: textOf({ version: current.version, id: one.id }),
    }));
    const [only] = now;
    return { id, text, now, isSame: now.length === 1 && only?.id === id && only.text === text };
  });
}
