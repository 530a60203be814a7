import { type CriterionOfVersion, currentIds, type Qualifications } from './versions.ts';

/**
 * Criteria of earlier versions that were put together with others since: a signature under one of them settles nothing alone, so what
 * was decided on it is asked about still.
 */
export function reshaped(qualifications: Qualifications): CriterionOfVersion[] {
  const { versions, current } = qualifications;
  return versions
    .filter(({ version }) => version !== current.version)
    .flatMap(({ version, units }) => {
      const all = units.flatMap(({ criteria }) => criteria);
      const now = all.map(({ id }) => ({ id, ids: currentIds(qualifications, { version, id }).map((one) => one.id) }));
      const parts = Map.groupBy(
        now.flatMap(({ ids }) => ids),
        (id) => id,
      );
      return now
        .filter(({ ids }) => ids.some((id) => (parts.get(id)?.length ?? 0) > 1))
        .map(({ id }) => ({ version, id }));
    });
}

/** The unit that a criterion of an earlier version stands in today; null where it was dropped. One that was split has a row for each. */
export interface UnitNow extends CriterionOfVersion {
  readonly unit: string | null;
}

/** Every criterion of every earlier version with its unit of today: what was decided then counts in it. None while there is one version. */
export function unitsNow(qualifications: Qualifications): UnitNow[] {
  const { versions, current } = qualifications;
  const unitOf = (id: string) =>
    current.units.find(({ criteria }) => criteria.some((one) => one.id === id))?.id ?? null;
  return versions
    .filter(({ version }) => version !== current.version)
    .flatMap(({ version, units }) => units.flatMap(({ criteria }) => criteria.map(({ id }) => ({ version, id }))))
    .flatMap((one) => {
      const units = new Set(currentIds(qualifications, one).map(({ id }) => unitOf(id)));
      return units.size === 0 ? [{ ...one, unit: null }] : [...units].map((unit) => ({ ...one, unit }));
    });
}
