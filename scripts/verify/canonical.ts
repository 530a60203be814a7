import { createHash } from 'node:crypto';

/** Writes a value the one way the ledger allows: sorted keys, nothing between. The verifier's own, so that a mistake in the writer's shows. */
export function oneWay(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneWay).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${pairs.map(([key, held]) => `${JSON.stringify(key)}:${oneWay(held)}`).join(',')}}`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Seconds since 1970 as the ledger writes an instant, `2026-11-21T22:03:00Z`; a number that is none gives a text that fits nothing. */
export function instantText(seconds: unknown): string {
  const instant = new Date(Number(seconds) * 1000);
  return Number.isNaN(instant.getTime()) ? 'no instant' : instant.toISOString().replace('.000Z', 'Z');
}
