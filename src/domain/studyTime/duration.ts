import { counted } from '../counted.ts';

const MINUTES_PER_HOUR = 60;

/** Whole minutes as people say them: "7 hours 24 minutes", "1 hour", "0 minutes". */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  const rest = minutes % MINUTES_PER_HOUR;
  if (hours === 0) return counted(rest, 'minute');
  return rest === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(rest, 'minute')}`;
}

/** The longest a session may be, in minutes. */
export const LONGEST_SESSION = 720;

/** Hours and minutes as somebody typed them, as minutes; null where they are no whole numbers or nothing was typed. Minutes alone may be more than 59. */
export function minutesTyped(hours: string, minutes: string): number | null {
  const [typedHours, typedMinutes] = [hours.trim(), minutes.trim()];
  if (typedHours === '' && typedMinutes === '') return null;
  if (!/^\d{0,3}$/.test(typedHours) || !/^\d{0,3}$/.test(typedMinutes)) return null;
  return Number(typedHours) * MINUTES_PER_HOUR + Number(typedMinutes);
}

/** Minutes as two fields hold them. */
export function typedLength(minutes: number): { hours: string; minutes: string } {
  return { hours: String(Math.floor(minutes / MINUTES_PER_HOUR)), minutes: String(minutes % MINUTES_PER_HOUR) };
}
