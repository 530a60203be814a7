import { currentIds, type CriterionOfVersion, type Qualifications, signedNow } from '../portfolio/versions.ts';

/** What one trainee has signed, however long ago. */
export interface SignedOfTrainee {
  readonly traineeId: string;
  readonly signed: readonly CriterionOfVersion[];
}

/** What a new version does to what was signed, in numbers. */
export interface VersionEffect {
  /** Trainees with at least one signed criterion. */
  readonly trainees: number;
  /** Signed criteria of the version before. */
  readonly signed: number;
  /** Criteria of the new version that are signed without another look. */
  readonly carried: number;
  /** Criteria of the new version that must be looked at again. */
  readonly again: number;
  readonly traineesToLookAgain: number;
  /** Signed criteria of the version before that have no place in the new one. */
  readonly dropped: number;
}

export const NO_EFFECT: VersionEffect = {
  trainees: 0,
  signed: 0,
  carried: 0,
  again: 0,
  traineesToLookAgain: 0,
  dropped: 0,
};

/** Adds one trainee. `before`: as it counts without the new version; `after`: with it. */
export function withTrainee(
  effect: VersionEffect,
  { signed }: Pick<SignedOfTrainee, 'signed'>,
  { before, after }: { readonly before: Qualifications; readonly after: Qualifications },
): VersionEffect {
  const then = signedNow(before, signed);
  if (then.size === 0) return effect;
  const now = [...signedNow(after, signed).values()];
  const again = now.filter(({ carries }) => !carries).length;
  const dropped = [...then.keys()].filter(
    (id) => currentIds(after, { version: before.current.version, id }).length === 0,
  );
  return {
    trainees: effect.trainees + 1,
    signed: effect.signed + then.size,
    carried: effect.carried + now.length - again,
    again: effect.again + again,
    traineesToLookAgain: effect.traineesToLookAgain + (again > 0 ? 1 : 0),
    dropped: effect.dropped + dropped.length,
  };
}
