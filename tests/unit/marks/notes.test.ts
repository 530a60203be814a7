import { describe, expect, test } from 'vitest';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { isEmpty, notesOf, type NotesOfModule } from '#src/domain/marks/notes.ts';
import { notesAsJson, notesAsMarkdown } from '#src/domain/marks/notesFile.ts';
import { passageIndex } from '#src/domain/marks/passageIndex.ts';
import { type Mark, marksAt, placeMarks } from '#src/domain/marks/placed.ts';
import { markHref } from '#src/domain/marks/words.ts';

const module = (id: string, strand: ModuleMeta['strand'], title: string): ModuleMeta =>
  ({
    id,
    strand,
    title,
    sections: [
      { id: 'one', title: 'Section one' },
      { id: 'two', title: 'Section two' },
    ],
  }) as unknown as ModuleMeta;
const MODULES = [
  module('recall', 'parole', 'Recall'),
  module('report', 'parole', 'The report'),
  module('sets', 'peer-learning', 'Action learning sets'),
];
const TEXT = passageIndex([
  {
    id: 'one',
    blocks: [
      { kind: 'paragraph', text: 'Ask first. Then wait.' },
      { kind: 'paragraph', text: 'Write it down.' },
    ],
  },
  { id: 'two', blocks: [{ kind: 'paragraph', text: 'Talk about it.' }] },
]);

const mark = (id: string, day: number, change: Partial<Mark> = {}): Mark => ({
  id,
  moduleId: 'recall',
  sectionId: 'one',
  quote: 'Ask first.',
  before: '',
  after: '',
  note: '',
  revision: 1,
  markedAt: new Date(Date.UTC(2026, 10, day, 12)),
  ...change,
});

const idsOf = ({ entries }: NotesOfModule) => entries.map(({ id }) => id);

const notes = (marks: readonly Mark[], reflected: readonly string[] = []) =>
  notesOf({ marks, modules: MODULES, reflected, place: (_id, own) => placeMarks(own, TEXT) });

describe('marks at their sections', () => {
  const placed = placeMarks(
    [
      mark('late', 1, { quote: 'Write it down.' }),
      mark('whole', 2, { quote: '', note: 'About it all.' }),
      mark('early', 3),
      mark('lost', 4, { quote: 'Never written.' }),
      mark('moved', 5, { quote: 'Talk about it.' }),
      mark('astray', 6, { sectionId: 'three', quote: 'Never written.' }),
    ],
    TEXT,
  );

  test('stand in the order of reading: the whole section, its passages with their numbers, what the text has lost', () => {
    expect(marksAt(placed, 'one').map(({ mark: { id }, number }) => [id, number])).toEqual([
      ['whole', null],
      ['early', 1],
      ['late', 2],
      ['lost', null],
    ]);
  });

  test('a passage that moved stands where it is now; one whose section is gone stands at no section', () => {
    expect(marksAt(placed, 'two').map(({ mark: { id }, number }) => [id, number])).toEqual([['moved', 1]]);
    expect(marksAt(placed, null).map(({ mark: { id } }) => id)).toEqual(['astray']);
  });
});

describe('all notes', () => {
  const all = notes(
    [
      mark('old', 1, { moduleId: 'report', note: 'For the report.' }),
      mark('second', 3, { quote: 'Write it down.' }),
      mark('first', 2, { note: 'Before anything else.' }),
      mark('book', 4, { quote: '' }),
      mark('newest', 9, { moduleId: 'sets' }),
      mark('gone', 5, { moduleId: 'withdrawn', note: 'Kept all the same.' }),
      mark('changed', 2, { quote: 'Never written.' }),
    ],
    ['report', 'sets'],
  );

  test('come by strand and module, the one she marked last first, in the order of reading within a module', () => {
    expect(
      all.strands.map(({ strand, modules }) => [strand, modules.map((own) => [own.moduleId, idsOf(own)])]),
    ).toEqual([
      ['peer-learning', [['sets', ['newest']]]],
      [null, [['withdrawn', ['gone']]]],
      [
        'parole',
        [
          ['recall', ['first', 'second', 'changed']],
          ['report', ['old']],
        ],
      ],
    ]);
  });

  test('bookmarks are a list of their own; reflections are named and not shown', () => {
    expect(all.bookmarks.map(({ id, sectionTitle }) => [id, sectionTitle])).toEqual([['book', 'Section one']]);
    expect(all.reflections.map(({ title }) => title)).toEqual(['The report', 'Action learning sets']);
    expect(all.strands.flatMap(({ modules }) => modules).map(({ hasReflection }) => hasReflection)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('each leads to its place: to the words, to the note where the words are gone, nowhere where the module is', () => {
    const entries = [...all.bookmarks, ...all.strands.flatMap(({ modules }) => modules.flatMap((one) => one.entries))];
    expect(Object.fromEntries(entries.map((entry) => [entry.id, markHref(entry)]))).toEqual({
      book: '/modules/recall#one',
      newest: '/modules/sets#mark-newest',
      gone: null,
      first: '/modules/recall#mark-first',
      second: '/modules/recall#mark-second',
      changed: '/modules/recall#note-changed',
      old: '/modules/report#mark-old',
    });
  });

  test('there are none without marks, also where she wrote reflections', () => {
    expect([isEmpty(notes([])), isEmpty(notes([], ['recall'])), isEmpty(all)]).toEqual([true, true, false]);
  });
});

describe('notes as a file', () => {
  const all = notes([
    mark('book', 4, { quote: '' }),
    mark('first', 2, { note: 'Before <b>anything</b>\nelse.' }),
    mark('changed', 3, { quote: 'Never written.' }),
  ]);

  test('Markdown says what the page says, in the same order, and no word of hers becomes a tag', () => {
    expect(notesAsMarkdown(all)).toBe(`# Your notes

## Bookmarks

Recall: **Section one**, 4 November 2026

## Parole

### Recall

**Section one**, 2 November 2026

> Ask first.

Before \\<b>anything\\</b>
else.

**Section one**, 3 November 2026

The text has changed since you marked this.

> Never written.
`);
  });

  test('JSON holds the same', () => {
    const json = notesAsJson(all);
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(all)));
  });
});
