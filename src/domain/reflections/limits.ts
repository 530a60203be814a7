/** The longest reflection that is kept, in words: about four pages. */
export const REFLECTION_MAXIMUM_WORDS = 2_000;

/** The longest that is taken from a form at all, in characters; far more than so many words need. */
export const REFLECTION_MAXIMUM_CHARACTERS = 20_000;
