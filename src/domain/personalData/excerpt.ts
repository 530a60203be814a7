import type { PersonalDataHit } from './patterns.ts';

/** A passage with a little of what stands around it, on one line. */
export interface Excerpt {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

const AROUND = 60;

const onOneLine = (text: string) => text.replace(/\s+/g, ' ');

/** The words before a passage, from a whole word on; dots where something was left out. */
function leadingTo(text: string, start: number): string {
  const from = Math.max(0, start - AROUND);
  const words = text.slice(from, start);
  return from === 0 ? onOneLine(words) : `… ${onOneLine(words.replace(/^\S*\s/, ''))}`;
}

function following(text: string, end: number): string {
  const to = Math.min(text.length, end + AROUND);
  const words = text.slice(end, to);
  return to === text.length ? onOneLine(words) : `${onOneLine(words.replace(/\s\S*$/, ''))} …`;
}

/** A hit as a preview shows it, marked in its place. */
export function excerptOf(text: string, { start, end }: Pick<PersonalDataHit, 'start' | 'end'>): Excerpt {
  return { before: leadingTo(text, start), found: onOneLine(text.slice(start, end)), after: following(text, end) };
}
