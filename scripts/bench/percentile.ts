/** The smallest of the values that `percent` % of them do not exceed (nearest rank). `sorted` ascends; 0 where there are none. */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  const rank = Math.max(1, Math.ceil((sorted.length * percent) / 100));
  return sorted[rank - 1] ?? 0;
}
