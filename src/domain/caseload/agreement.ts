/** A caseload may be over its limit from a day until another, its last. */
export interface OverAgreement {
  readonly id: string;
  readonly reason: string;
  readonly startsOn: string;
  readonly until: string;
  /** The manager who agreed. */
  readonly by: string;
  /** The allocation it was agreed with, or null. */
  readonly allocationId: string | null;
  /** Seconds since 1970. */
  readonly agreedAt: number;
}

/** The agreement that stands on a day: of those that have begun the one agreed last, whether or not its last day is over; null where there is none. */
export function agreementOn(agreements: readonly OverAgreement[], day: string): OverAgreement | null {
  const begun = agreements.filter(({ startsOn }) => startsOn <= day);
  return begun.toSorted((one, other) => one.agreedAt - other.agreedAt).at(-1) ?? null;
}
