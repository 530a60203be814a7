import { counted } from '../counted.ts';

/** A step's clock: running towards an instant in milliseconds, or standing with seconds left. */
export type Timer =
  { readonly kind: 'running'; readonly endsAt: number } | { readonly kind: 'paused'; readonly secondsLeft: number };

export const wholeTimer = (minutes: number): Timer => ({ kind: 'paused', secondsLeft: minutes * 60 });

/**
 * Seconds left, below nought once the time is over. Worked out from the instant at which it ends, so a tab in the background, which
 * browsers slow down, and a page that was loaded again show the same.
 */
export function secondsLeft(timer: Timer, nowMilliseconds: number): number {
  return timer.kind === 'paused' ? timer.secondsLeft : Math.ceil((timer.endsAt - nowMilliseconds) / 1000);
}

export function started(timer: Timer, nowMilliseconds: number): Timer {
  return { kind: 'running', endsAt: nowMilliseconds + secondsLeft(timer, nowMilliseconds) * 1000 };
}

export function paused(timer: Timer, nowMilliseconds: number): Timer {
  return { kind: 'paused', secondsLeft: secondsLeft(timer, nowMilliseconds) };
}

/** Minutes more for a step that needs them. */
export function extended(timer: Timer, minutes: number): Timer {
  if (timer.kind === 'running') return { kind: 'running', endsAt: timer.endsAt + minutes * 60_000 };
  return { kind: 'paused', secondsLeft: timer.secondsLeft + minutes * 60 };
}

/** Large digits: `04:30`, and `+01:00` where the time is over. */
export function clockFace(seconds: number): string {
  const [minutes, rest] = [Math.trunc(Math.abs(seconds) / 60), Math.abs(seconds) % 60];
  return `${seconds < 0 ? '+' : ''}${twoDigits(minutes)}:${twoDigits(rest)}`;
}

const twoDigits = (count: number) => String(count).padStart(2, '0');

/** The same in words: “4 minutes 30 seconds left”, “Time is up”, “1 minute over”. */
export function timeWords(seconds: number): string {
  if (seconds === 0) return 'Time is up';
  const [minutes, rest] = [Math.trunc(Math.abs(seconds) / 60), Math.abs(seconds) % 60];
  const parts = [minutes > 0 && counted(minutes, 'minute'), rest > 0 && counted(rest, 'second')].filter(Boolean);
  return `${parts.join(' ')} ${seconds < 0 ? 'over' : 'left'}`;
}

/** Seconds left at which the time is read out; every minute would talk over people. */
const SPOKEN = [300, 60, 0];

/** What is read out as the clock goes from one number of seconds to another, or null. After a jump it says where it stands now. */
export function spokenBetween(before: number, after: number): string | null {
  return SPOKEN.some((mark) => before > mark && after <= mark) ? timeWords(after) : null;
}

/** Where a facilitator view stands: which screen, counted from 0, and its clock. */
export interface RunPlace {
  readonly screen: number;
  readonly timer: Timer;
}

/** A place as it stands behind the `#` of the address, or null where it is none, or not of this session. */
export function keptPlace(fragment: string, screens: number): RunPlace | null {
  const kept = new URLSearchParams(fragment.replace(/^#/, ''));
  const screen = wholeNumber(kept.get('screen'));
  if (screen === null || screen < 0 || screen >= screens) return null;
  const endsAt = wholeNumber(kept.get('endsAt'));
  if (endsAt !== null) return { screen, timer: { kind: 'running', endsAt } };
  const left = wholeNumber(kept.get('secondsLeft'));
  return left === null ? null : { screen, timer: { kind: 'paused', secondsLeft: left } };
}

/** The same the other way round: in the address it outlives a reload, and nothing is kept in the browser. */
export function placeFragment({ screen, timer }: RunPlace): string {
  const clock =
    timer.kind === 'running' ? `endsAt=${String(timer.endsAt)}` : `secondsLeft=${String(timer.secondsLeft)}`;
  return `#screen=${String(screen)}&${clock}`;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}
