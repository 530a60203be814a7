/** Below so many, one more or one less changes a share so much that it says little. */
export const SMALL_NUMBER = 10;

/** How much of something, with what it is out of. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** Rounded; null where there is nothing. */
  readonly percent: number | null;
  /** Too few to conclude anything from. */
  readonly isSmall: boolean;
}

export function shareOfAll(count: number, of: number): Share {
  return { count, of, percent: of === 0 ? null : Math.round((count * 100) / of), isSmall: of < SMALL_NUMBER };
}

/** "18 of 20 criteria (90%)"; a small number says that it is one. */
export function shareWords({ count, of, percent, isSmall }: Share, [one, many]: readonly [string, string]): string {
  if (percent === null) return `No ${many} yet`;
  const words = `${String(count)} of ${String(of)} ${of === 1 ? one : many} (${String(percent)}%)`;
  return isSmall ? `${words}, a small number` : words;
}

/** Days as people read them, to half a day: "under half a day", "2½ days". */
export function daysWords(days: number): string {
  const halves = Math.round(days * 2);
  if (halves < 1) return 'under half a day';
  const whole = Math.floor(halves / 2);
  const half = halves % 2 === 1;
  if (whole === 0) return 'half a day';
  const text = `${String(whole)}${half ? '½' : ''}`;
  return `${text} ${text === '1' ? 'day' : 'days'}`;
}
