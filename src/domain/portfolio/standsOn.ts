interface Signature {
  readonly id: string;
  readonly ledgerSeq: number;
  /** Entries of the signatures under it. */
  readonly rests: readonly number[];
}

/** The signatures that stand on another: the unit on a criterion, the qualification on a unit. Nearest first; `standing` are those that stand. */
export function standsOn<S extends Signature>(opened: Signature, standing: readonly S[]): S[] {
  const nearest = standing.filter(({ rests }) => rests.includes(opened.ledgerSeq));
  const above = nearest.flatMap((one) => standsOn(one, standing));
  const seen = new Set<string>();
  return [...nearest, ...above].filter(({ id }) => !seen.has(id) && Boolean(seen.add(id)));
}
