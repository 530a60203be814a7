/** Text that is HTML already: made by `html`, never from a record. Its field is its own, so that no other object passes for one. */
export class Html {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  get text(): string {
    return this.#text;
  }
}

type Value = Html | string | number | null | false | undefined | readonly Value[];

const MEANS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const MUST_BE_WRITTEN_OTHERWISE = /[&<>"']/g;

function textOf(value: Value): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === false || value === undefined) return '';
  if (typeof value === 'object') return value.map(textOf).join('');
  return String(value).replace(MUST_BE_WRITTEN_OTHERWISE, (character) => MEANS[character] ?? '');
}

const written = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The words of a template without the indentation it has in the source, worked out once: on a page it would stand 46 times. */
function wordsOf(parts: TemplateStringsArray): readonly string[] {
  const known = written.get(parts);
  if (known) return known;
  const words = parts.map((part) => part.replaceAll(/\n\s+/g, '\n'));
  written.set(parts, words);
  return words;
}

/**
 * HTML from a template: whatever is put in stands there as text. For files, and for long tables of pages, where a component for each
 * cell costs more than all else (docs/performance.md).
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const words = wordsOf(parts);
  let made = words[0] ?? '';
  for (const [index, value] of values.entries()) made += textOf(value) + (words[index + 1] ?? '');
  return new Html(made);
}
