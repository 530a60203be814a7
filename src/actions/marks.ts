import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { deleteMark, findMarkSubject, insertMark, saveMarkNote } from '#db/queries/marks.ts';
import { Refusal } from '#src/domain/errors.ts';
import {
  CONTEXT_CHARACTERS,
  MARK_NOTE_MAXIMUM_CHARACTERS,
  MARK_QUOTE_MAXIMUM_CHARACTERS,
} from '#src/domain/marks/limits.ts';
import { findPassage, type PassageWords, wordsAt } from '#src/domain/marks/passage.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { findModule } from '#src/server/modules/learning.ts';
import { passagesOf } from '#src/server/marks.ts';
import { newId, now } from '#src/server/portal.ts';
import { typedText } from './typedText.ts';

const note = typedText(MARK_NOTE_MAXIMUM_CHARACTERS).transform((text) => text.trim());
const quote = typedText(MARK_QUOTE_MAXIMUM_CHARACTERS).transform((text) => text.trim());
const markId = z.string().max(100);

/** The words as the text has them today, with those around. None for a section as a whole. */
function wordsIn(moduleId: string, wanted: { sectionId: string; quote: string; near: string }): PassageWords {
  if (wanted.quote === '') return { quote: '', before: '', after: '' };
  const found = findPassage(passagesOf(moduleId), wanted);
  if (!found) throw new Refusal('bad_input', { fields: { quote: 'Choose words inside one paragraph' } });
  return wordsAt(found);
}

export const marks = {
  /** Marks a passage, or a section as a whole where no words are given. The server finds the words in the text itself. */
  add: defineAction({
    accept: 'form',
    input: z.object({
      moduleId: z.string().max(100),
      sectionId: z.string().max(100),
      quote,
      note,
      /** The text just before the words, to tell several places apart. */
      near: typedText(4 * CONTEXT_CHARACTERS),
    }),
    handler: guarded({
      ability: 'mark.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ moduleId, sectionId, note: written, ...wanted }, viewer, { write }) => {
        const { module } = findModule(moduleId);
        if (!module.sections.some(({ id }) => id === sectionId)) throw new Refusal('not_found');
        const words = wordsIn(module.id, { sectionId, ...wanted });
        const place = { moduleId: module.id, moduleVersion: module.version, sectionId };
        const mark = { ...place, ...words, id: newId(), traineeId: viewer.id, note: written, at: now() };
        const id = await write((tx) => insertMark(tx, mark));
        return { markId: id, sectionId, isPassage: words.quote !== '' };
      },
    }),
  }),

  /** Saves what she wrote on a mark. The same text again changes nothing. */
  save: defineAction({
    accept: 'form',
    input: z.object({ markId, note, basedOn: z.coerce.number().int().min(0) }),
    handler: guarded({
      ability: 'mark.write',
      subject: ({ markId: id }, _viewer, db) => findMarkSubject(db, id),
      run: async ({ markId: id, note: written, basedOn }, viewer, { write }) => {
        const save = { id, traineeId: viewer.id, note: written, basedOn, at: now() };
        const revision = await write((tx) => saveMarkNote(tx, save));
        return { markId: id, revision };
      },
    }),
  }),

  /** Takes a mark away for good. */
  remove: defineAction({
    accept: 'form',
    input: z.object({ markId }),
    handler: guarded({
      ability: 'mark.write',
      // Gone already: the same form again is answered as the first time.
      subject: async ({ markId: id }, viewer, db) => (await findMarkSubject(db, id)) ?? { traineeId: viewer.id },
      run: async ({ markId: id }, viewer, { write }) => {
        await write((tx) => deleteMark(tx, { id, traineeId: viewer.id }));
        return { markId: id };
      },
    }),
  }),
};
