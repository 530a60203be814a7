import { Refusal } from '#src/domain/errors.ts';

/** U+0000 in a text: no person typed it, and a database keeps it badly. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name.includes('\u0000') || holdsNul(inner));
}

/** Throws `malformed`. */
export function refuseNul(value: unknown): void {
  if (holdsNul(value)) throw new Refusal('malformed');
}
