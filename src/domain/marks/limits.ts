/** Characters of a highlighted passage: more than the longest paragraph that a section of 400 words can have. */
export const MARK_QUOTE_MAXIMUM_CHARACTERS = 2000;

/** Characters of the note on a mark. */
export const MARK_NOTE_MAXIMUM_CHARACTERS = 4000;

/** Marks that one trainee may have in one module: far more than anybody reads again. */
export const MARKS_PER_MODULE = 500;

/** Marks that one trainee may have altogether, so that the page and the files of all of them stay a page and files. */
export const MARKS_PER_TRAINEE = 2000;

/** Characters of the text before and after a passage that are kept with it. */
export const CONTEXT_CHARACTERS = 40;
