/** An instant as the ledger writes it: UTC, whole seconds (the rest is cut off, as the tables do), `2026-11-21T22:03:00Z`. Throws a RangeError for an invalid date. */
export function wholeSecond(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
