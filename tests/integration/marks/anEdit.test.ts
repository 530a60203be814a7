import { beforeEach, describe, expect, test } from 'vitest';
import { deleteMark, findMarkSubject, insertMark, listAllMarks, listMarks, saveMarkNote } from '#db/queries/marks.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { findPassage, wordsAt } from '#src/domain/marks/passage.ts';
import { passageIndex } from '#src/domain/marks/passageIndex.ts';
import { marksAt, placeMarks } from '#src/domain/marks/placed.ts';
import { markableHtml, markedHtml } from '#src/components/lesson/markedHtml.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { moduleBody, textsOf } from '../../unit/marks/moduleText.ts';
import { AT, insertPerson } from '../db/rows.ts';

const MODULE = 'parole-recall';
const FIRST = moduleBody(MODULE);
const sections = textsOf(FIRST);
const words = (text: string, from: number, to: number) => text.split(' ').slice(from, to).join(' ');

/** Two paragraphs of the module as it is now, long enough to be quoted, in different sections. */
const longOnes = sections.flatMap(({ id, blocks }) =>
  blocks
    .filter(({ kind, text }) => kind === 'paragraph' && text.split(' ').length > 12)
    .map(({ text }) => ({ id, text })),
);
const stays = longOnes[0]!;
const changes = longOnes.find(({ id }) => id !== stays.id)!;

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.write(async (tx) => {
    for (const id of ['amara', 'tom']) await insertPerson(tx, { id, email: `${id}@pqip.example` });
  });
});

/** Marks words as the action does, in the module as its first version has them. */
async function mark(id: string, sectionId: string, quote: string, change: { traineeId?: string; note?: string } = {}) {
  const found = quote === '' ? null : findPassage(passageIndex(sections), { sectionId, quote, near: '' });
  const place = found ? wordsAt(found) : { quote: '', before: '', after: '' };
  const whose = { traineeId: 'amara', moduleId: MODULE, moduleVersion: '1', note: '', ...change };
  return database.write((tx) => insertMark(tx, { ...whose, ...place, sectionId, id, at: AT }));
}

const marksOf = (traineeId: string) => database.read((db) => listMarks(db, traineeId, MODULE));

/** The second version: a new first sentence in every section, and one paragraph put in other words. */
function secondVersion(): string {
  const start = changes.text.split(' ').slice(0, 4).join(' ');
  const rewritten = FIRST.replace(start, start.toUpperCase().replace(/[AEIOU]/, 'xx'));
  return rewritten.replace(/(<Section id="[^"]+">\n)/g, '$1\nThis sentence is new, and stands before all others.\n');
}

describe('a highlight survives an edit of the module', () => {
  test('it is found and marked where the passage still stands, and told to be changed where it does not', async () => {
    await mark('kept', stays.id, words(stays.text, 2, 9), { note: 'Ask this first.' });
    await mark('lost', changes.id, words(changes.text, 0, 6), { note: 'My own words stay.' });
    const edited = textsOf(secondVersion());
    expect(edited).not.toEqual(sections);
    const placed = placeMarks(await marksOf('amara'), passageIndex(edited));
    expect(placed.map(({ mark: { id }, place: { state, sectionId } }) => [id, state, sectionId])).toEqual([
      ['kept', 'stands', stays.id],
      ['lost', 'changed', changes.id],
    ]);
    const [kept] = marksAt(placed, stays.id).filter(({ mark: { id } }) => id === 'kept');
    const passage = kept && kept.place.state !== 'changed' ? kept.place.passage : null;
    expect(passage).not.toBeNull();
    const html = edited.flatMap(({ blocks }) => blocks.map(({ text }) => `<p>${text}</p>`)).join('');
    const marks = passage ? [{ id: 'kept', number: 1, passage }] : [];
    expect(markedHtml(markableHtml(html), marks)).toContain('id="mark-kept"');
    const [lost] = marksAt(placed, changes.id).filter(({ mark: { id } }) => id === 'lost');
    expect(lost?.mark).toMatchObject({ note: 'My own words stay.' });
    expect(lost?.number).toBeNull();
  });

  test('a section that is taken out leaves its marks at the end of the module', async () => {
    await mark('whole', stays.id, '', { note: 'About all of it.' });
    const without = sections.filter(({ id }) => id !== stays.id);
    const placed = placeMarks(await marksOf('amara'), passageIndex(without));
    expect(marksAt(placed, null).map(({ mark: { note } }) => note)).toEqual(['About all of it.']);
  });
});

describe('marks as they are kept', () => {
  const quote = words(stays.text, 2, 9);

  test('the same words again change nothing; a note for a place without one becomes its note; another is another', async () => {
    expect(await mark('first', stays.id, quote)).toBe('first');
    expect(await mark('second', stays.id, quote)).toBe('first');
    expect(await mark('third', stays.id, quote, { note: 'Thought of later.' })).toBe('first');
    expect(await mark('fourth', stays.id, quote, { note: 'Thought of later.' })).toBe('first');
    expect(await mark('fifth', stays.id, quote, { note: 'Another thought.' })).toBe('fifth');
    expect((await marksOf('amara')).map(({ id, note, revision }) => [id, note, revision])).toEqual([
      ['fifth', 'Another thought.', 1],
      ['first', 'Thought of later.', 2],
    ]);
  });

  test('a note that another tab changed in the meantime is not written over', async () => {
    await mark('note', stays.id, quote, { note: 'One' });
    const save = (note: string, basedOn: number) =>
      database.write((tx) => saveMarkNote(tx, { id: 'note', traineeId: 'amara', note, basedOn, at: AT }));
    expect(await save('Two', 1)).toBe(2);
    expect(await save('Two', 1), 'the same again').toBe(2);
    const refused = await save('Three', 1).catch((error: unknown) => error);
    expect(isRefusal(refused) && refused.code).toBe('conflict');
    expect((await marksOf('amara'))[0]?.note).toBe('Two');
  });

  test('nobody else writes on one, removes one or is given one', async () => {
    await mark('hers', stays.id, quote, { note: 'One' });
    await mark('his', stays.id, quote, { traineeId: 'tom' });
    const asTom = { id: 'hers', traineeId: 'tom' };
    const refused = await database
      .write((tx) => saveMarkNote(tx, { ...asTom, note: 'Over', basedOn: 1, at: AT }))
      .catch((error: unknown) => error);
    expect(isRefusal(refused) && refused.code).toBe('not_found');
    await database.write((tx) => deleteMark(tx, asTom));
    expect((await marksOf('amara')).map(({ id, note }) => [id, note])).toEqual([['hers', 'One']]);
    expect((await database.read((db) => listAllMarks(db, 'tom'))).map(({ id }) => id)).toEqual(['his']);
    expect(await database.read((db) => findMarkSubject(db, 'his'))).toEqual({ traineeId: 'tom' });
    expect(await database.read((db) => findMarkSubject(db, 'nobody’s'))).toBeNull();
  });

  test('taking one away takes its note along; a repeat changes nothing', async () => {
    await mark('gone', stays.id, quote, { note: 'One' });
    const remove = () => database.write((tx) => deleteMark(tx, { id: 'gone', traineeId: 'amara' }));
    await remove();
    await remove();
    expect(await marksOf('amara')).toEqual([]);
  });
});
