/** What goes of an exercise when its time is over, as the beginning of a sentence. */
export const WHAT_WENT = 'The text, with what everybody wrote about it and what was agreed,';
