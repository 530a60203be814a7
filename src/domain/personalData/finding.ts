import { plainText } from './plainText.ts';
import type { PersonalDataKind } from './words.ts';

/** A passage of a plain text, and what it looks like. */
export interface Passage {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** What looks like one kind: a pattern, and what else has to hold of what it matched and of the words before it. */
export interface Shape {
  readonly kind: PersonalDataKind;
  /** Global. Every repetition in it is bounded, so that a long text takes time in proportion to its length. */
  readonly pattern: RegExp;
  readonly holds?: (found: string, around: Around) => boolean;
}

/** The words beside a passage, at most `REACH` characters. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

const REACH = 48;

/** Every passage of a plain text that a shape fits. */
export function passagesOf(text: string, { kind, pattern, holds }: Shape): Passage[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const found = match[0];
    const start = match.index;
    const end = start + found.length;
    const around = { before: text.slice(Math.max(0, start - REACH), start), after: text.slice(end, end + REACH) };
    return !holds || holds(found, around) ? [{ kind, start, end }] : [];
  });
}

/** The letters and digits alone, in capitals and in their plain form. */
export const bare = (found: string): string =>
  plainText(found)
    .text.replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** The digits alone. */
export const digitsOf = (found: string): string => found.replace(/\D/g, '');
