import { formatDay, londonDay } from '../calendar.ts';
import { STRAND_NAMES } from '../modules/words.ts';
import type { NoteEntry, Notes, NotesOfModule } from './notes.ts';
import { CHANGED_WORDS, GONE_MODULE, GONE_SECTION } from './words.ts';

const dayOf = (at: Date) => formatDay(londonDay(at), { year: true, weekday: false });

/** Words as they are, so that no reader of Markdown takes part of them for a tag, not even behind backslashes of her own. */
const asTyped = (text: string) =>
  text.replace(/\\+<?|</g, (run) => (run.endsWith('<') ? `${run.slice(0, -1).repeat(2)}\\<` : run));
const quoted = (text: string) =>
  asTyped(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

function entryLines({ sectionTitle, quote, note, state, markedAt }: NoteEntry): string[] {
  return [
    `**${asTyped(sectionTitle ?? GONE_SECTION)}**, ${dayOf(markedAt)}`,
    ...(state === 'changed' ? [`${CHANGED_WORDS}.`] : []),
    ...(quote === '' ? [] : [quoted(quote)]),
    ...(note === '' ? [] : [asTyped(note)]),
  ];
}

const moduleLines = ({ title, entries }: NotesOfModule) => [
  `### ${asTyped(title ?? GONE_MODULE)}`,
  ...entries.flatMap(entryLines),
];

const bookmarkLines = (entry: NoteEntry) => {
  const [first = '', ...rest] = entryLines(entry);
  return [`${asTyped(entry.moduleTitle ?? GONE_MODULE)}: ${first}`, ...rest];
};

/** Her notes as a Markdown file: what the page of all notes shows, in the same order. */
export function notesAsMarkdown({ bookmarks, strands, reflections }: Notes): string {
  const paragraphs = [
    '# Your notes',
    ...(bookmarks.length > 0 ? ['## Bookmarks', ...bookmarks.flatMap(bookmarkLines)] : []),
    ...strands.flatMap(({ strand, modules }) => [
      `## ${strand === null ? 'No longer in the programme' : STRAND_NAMES[strand]}`,
      ...modules.flatMap(moduleLines),
    ]),
    ...(reflections.length > 0
      ? ['## Reflections', 'You wrote one on each of these; they stay in their modules.']
      : []),
    ...reflections.map(({ title }) => `- ${asTyped(title)}`),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The same as JSON, for another program. Instants are ISO 8601 in UTC; no `<`, whatever she wrote, could begin a tag. */
export function notesAsJson(notes: Notes): string {
  return `${JSON.stringify(notes, null, 2).replaceAll('<', '\\u003c')}\n`;
}
