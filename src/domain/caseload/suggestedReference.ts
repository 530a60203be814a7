/** Plain words for made-up references: nothing that is a name of a person or a place. */
const WORDS = [
  'ACORN',
  'BARLEY',
  'CLOVER',
  'DAHLIA',
  'FERN',
  'GRANITE',
  'HEATHER',
  'KESTREL',
  'LANTERN',
  'MEADOW',
  'NUTMEG',
  'ORCHARD',
  'PEBBLE',
  'QUILL',
  'SAFFRON',
  'THIMBLE',
  'VELVET',
  'WILLOW',
] as const;
const NUMBERS = 99;

/** A reference that none of `taken` is, the same for the same `seed` (any text, such as an id); a manager or the trainee may choose another. */
export function suggestedReference(seed: string, taken: ReadonlySet<string>): string {
  const start = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % (WORDS.length * NUMBERS), 7);
  for (let step = 0; step < WORDS.length * NUMBERS; step += 1) {
    const place = (start + step) % (WORDS.length * NUMBERS);
    const reference = `${WORDS[place % WORDS.length] ?? 'ACORN'}-${String(Math.floor(place / WORDS.length) + 1)}`;
    if (!taken.has(reference)) return reference;
  }
  return '';
}
