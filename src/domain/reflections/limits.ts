/** The longest reflection that is kept, in characters: about 2,000 words. */
export const REFLECTION_MAXIMUM_CHARACTERS = 12_000;
