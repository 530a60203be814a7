/**
 * True for text that comes back from the database as it went in, so that its hash still fits: no half characters (kept as U+FFFD),
 * no U+0000 (read back cut off there).
 */
export function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
