import type { Criterion, Qualification } from './qualification.ts';

/** What became of a criterion from one version to the next. `newId` null: dropped. */
export interface CriterionMapping {
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly oldId: string;
  readonly newId: string | null;
  /** What was met or signed under the old wording counts under the new one. */
  readonly carries: boolean;
}

/** The version that counts now, every version there was, and what became of each criterion. */
export interface Qualifications {
  readonly current: Qualification;
  /** Oldest first, as they came to count; the current one last. */
  readonly versions: readonly Qualification[];
  readonly mappings: readonly CriterionMapping[];
}

export interface CriterionNow {
  readonly id: string;
  /** False where the wording changed so much on the way that it must be looked at again. */
  readonly carries: boolean;
}

/** A criterion by its number and the version whose number that is. */
export interface CriterionOfVersion {
  readonly version: string;
  readonly id: string;
}

/** The version after another, or null for the last one and for one that is not known. */
function versionAfter({ versions }: Pick<Qualifications, 'versions'>, version: string): Qualification | null {
  const index = versions.findIndex((one) => one.version === version);
  return index < 0 ? null : (versions[index + 1] ?? null);
}

/** Ids under which criteria of one version stand in the next: none where it was dropped. The same new one is told once. */
function oneStep({ mappings }: Pick<Qualifications, 'mappings'>, from: string, to: string) {
  const steps = mappings.filter((one) => one.fromVersion === from && one.toVersion === to);
  return (known: readonly CriterionNow[]): CriterionNow[] => {
    const found = new Map<string, boolean>();
    for (const { id, carries } of known)
      for (const { oldId, newId, carries: goesOn } of steps)
        if (oldId === id && newId !== null) found.set(newId, found.get(newId) === true || (carries && goesOn));
    return [...found].map(([id, carries]) => ({ id, carries }));
  };
}

/**
 * What a criterion of some version is called in the current one: none where it was dropped, several where it was split, over as many
 * versions as there were in between. Versions follow each other in one line, so there is no way back and no circle.
 */
export function currentIds(qualifications: Qualifications, { version, id }: CriterionOfVersion): CriterionNow[] {
  const { current } = qualifications;
  let now: CriterionNow[] = [{ id, carries: true }];
  for (let at = version; at !== current.version && now.length > 0;) {
    const next = versionAfter(qualifications, at);
    if (!next) return [];
    now = oneStep(qualifications, at, next.version)(now);
    at = next.version;
  }
  return now;
}

/** What was signed, as it stands in the current version. */
export interface SignedNow<Signed> {
  readonly carries: boolean;
  /** The signatures it comes from: several where criteria were put together. */
  readonly from: readonly Signed[];
}

/**
 * Where signatures under criteria stand today, by the id of the current version. A criterion that was put together from several is
 * signed where each of them was and all of them carry; else it must be looked at again. What was signed anew counts anew.
 */
export function signedNow<Signed extends CriterionOfVersion>(
  qualifications: Qualifications,
  signed: readonly Signed[],
): Map<string, SignedNow<Signed>> {
  let standing = new Map<string, SignedNow<Signed>>();
  for (const [index, { version }] of qualifications.versions.entries()) {
    const before = qualifications.versions[index - 1];
    if (before) standing = movedOn(standing, stepsBetween(qualifications, before.version, version));
    for (const one of signed) if (one.version === version) standing.set(one.id, { carries: true, from: [one] });
  }
  return standing;
}

const stepsBetween = ({ mappings }: Qualifications, from: string, to: string) =>
  mappings.filter(({ fromVersion, toVersion, newId }) => fromVersion === from && toVersion === to && newId !== null);

function movedOn<Signed>(standing: ReadonlyMap<string, SignedNow<Signed>>, steps: readonly CriterionMapping[]) {
  const next = new Map<string, SignedNow<Signed>>();
  for (const [newId, parts] of Map.groupBy(steps, (one) => one.newId ?? '')) {
    const known = parts.map(({ oldId, carries }) => ({ signed: standing.get(oldId), carries }));
    const from = [...new Set(known.flatMap(({ signed }) => signed?.from ?? []))];
    const carries = known.every((one) => one.carries && one.signed?.carries === true);
    if (from.length > 0) next.set(newId, { carries, from });
  }
  return next;
}

const criteriaById = new WeakMap<Qualification, ReadonlyMap<string, Criterion>>();

/** A version never changes once it counts, so its criteria are put in order once. */
function criteriaOf(qualification: Qualification): ReadonlyMap<string, Criterion> {
  const known = criteriaById.get(qualification);
  if (known) return known;
  const made = new Map(qualification.units.flatMap(({ criteria }) => criteria.map((one) => [one.id, one] as const)));
  criteriaById.set(qualification, made);
  return made;
}

/** A criterion of one version, or null. */
export function criterionOf(
  { versions }: Pick<Qualifications, 'versions'>,
  { version, id }: CriterionOfVersion,
): Criterion | null {
  const found = versions.find((one) => one.version === version);
  return found ? (criteriaOf(found).get(id) ?? null) : null;
}

/** What somebody claimed or rated in an older version, told in the current one. */
export interface MovedIds {
  /** In the order of what they come from; each once. */
  readonly ids: readonly { readonly id: string; readonly from: string }[];
  /** What has no place any more, in its own words; empty words where that version is not known. */
  readonly dropped: readonly { readonly id: string; readonly text: string }[];
  /** True where anything is called or worded otherwise than when it was kept. */
  readonly isMoved: boolean;
}

/** Criteria as they were kept -> criteria of the current version. `version` null: the first one there was. */
export function movedIds(
  qualifications: Qualifications,
  { version, ids }: { readonly version: string | null; readonly ids: readonly string[] },
): MovedIds {
  const { versions, current } = qualifications;
  const kept = version ?? versions[0]?.version ?? current.version;
  if (kept === current.version)
    return { ids: [...new Set(ids)].map((id) => ({ id, from: id })), dropped: [], isMoved: false };
  const moved = ids.map((from) => ({ from, now: currentIds(qualifications, { version: kept, id: from }) }));
  const seen = new Set<string>();
  const isNew = (id: string) => !seen.has(id) && seen.add(id);
  return {
    ids: moved.flatMap(({ from, now }) => now.filter(({ id }) => isNew(id)).map(({ id }) => ({ id, from }))),
    dropped: moved
      .filter(({ now }) => now.length === 0)
      .map(({ from: id }) => ({ id, text: criterionOf(qualifications, { version: kept, id })?.text ?? '' })),
    isMoved: true,
  };
}

interface DraftClaims {
  readonly qualificationVersion: string | null;
  readonly claims: readonly string[];
  readonly whereShown: Readonly<Record<string, string>>;
}

/** A draft with its claims in the current version. `droppedClaims`: what it claimed and what is not there any more. */
export type MovedDraft<Draft> = Draft & { readonly droppedClaims: MovedIds['dropped'] };

/** Claims of a draft move along when a version begins to count; where in it each is shown goes with them. */
export function movedDraft<Draft extends DraftClaims>(qualifications: Qualifications, draft: Draft): MovedDraft<Draft> {
  const { claims: ids, whereShown, qualificationVersion: version } = draft;
  const moved = movedIds(qualifications, { version, ids });
  return {
    ...draft,
    qualificationVersion: qualifications.current.version,
    claims: moved.ids.map(({ id }) => id),
    whereShown: Object.fromEntries(moved.ids.map(({ id, from }) => [id, whereShown[from] ?? ''])),
    droppedClaims: moved.dropped,
  };
}

/** The version that a form tells its criteria in: it may have been opened before another began to count. Else the current one. */
export function versionTold({ versions, current }: Qualifications, told: unknown): Qualification {
  return versions.find(({ version }) => version === told) ?? current;
}
