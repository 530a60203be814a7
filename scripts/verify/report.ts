/** What verifying came to. A finding is something wrong; a note is worth knowing and not wrong. */
export interface Report {
  readonly findings: readonly string[];
  readonly notes: readonly string[];
  readonly entries: number;
  readonly anchors: number;
  /** Time of the newest anchor that counts, or null. */
  readonly anchoredAt: string | null;
}

/** The sentence that ends a report without findings. */
export function verdict({ entries, anchors, anchoredAt }: Report): string {
  const newest = anchoredAt ? `, newest anchored at ${anchoredAt}` : '';
  return `Ledger verified: ${entries} ${entries === 1 ? 'entry' : 'entries'}, ${anchors} ${anchors === 1 ? 'anchor' : 'anchors'}${newest}`;
}

/** A list with its first lines only, so that one lost row does not bury the rest. */
export function shortened(lines: readonly string[], most = 40): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most), `… and ${lines.length - most} more.`];
}
