import { z } from 'astro/zod';

/** How somebody likes pages set. `usual` and `full` are how they come. */
export const READING_CHOICES = {
  size: ['usual', 'large', 'larger'],
  spacing: ['usual', 'wide'],
  page: ['full', 'calm'],
} as const;

type Part = keyof typeof READING_CHOICES;
export type ReadingView = { readonly [P in Part]: (typeof READING_CHOICES)[P][number] };

export const USUAL_VIEW: ReadingView = { size: 'usual', spacing: 'usual', page: 'full' };

const PARTS = Object.keys(READING_CHOICES) as Part[];

/** As it is kept, such as "size=large page=calm": what differs from usual, and null where nothing does. */
export function writeReadingView(view: ReadingView): string | null {
  const told = PARTS.filter((part) => view[part] !== USUAL_VIEW[part]).map((part) => `${part}=${view[part]}`);
  return told.length > 0 ? told.join(' ') : null;
}

/** What was kept. Never throws: what nobody knows any more is as usual. */
export function readReadingView(text: string | null | undefined): ReadingView {
  const kept = new Map(
    (text ?? '').split(' ').map((pair): [string, string] => {
      const [part = '', word = ''] = pair.split('=', 2);
      return [part, word];
    }),
  );
  const of = <P extends Part>(part: P): ReadingView[P] => {
    const known: readonly string[] = READING_CHOICES[part];
    const word = kept.get(part) ?? '';
    return known.includes(word) ? (word as ReadingView[P]) : USUAL_VIEW[part];
  };
  return { size: of('size'), spacing: of('spacing'), page: of('page') };
}

const choice = <P extends Part>(part: P) =>
  z.enum(READING_CHOICES[part], { error: 'Choose one of these' }) as unknown as z.ZodType<ReadingView[P]>;

/** `back` is the page to come back to; it is checked where it is used. */
export const readingViewForm = z.object({
  size: choice('size'),
  spacing: choice('spacing'),
  page: choice('page'),
  back: z.string().nullish(),
});

/** Choices as people say them. */
export const READING_WORDS = {
  size: { label: 'Size of the text', usual: 'Usual', large: 'Large', larger: 'Larger' },
  spacing: { label: 'Space between lines and letters', usual: 'Usual', wide: 'Wide' },
  page: { label: 'Around the text', full: 'The whole page', calm: 'Calm: only the text, in one column' },
} as const;
