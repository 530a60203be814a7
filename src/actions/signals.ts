import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { hasSignalNote, insertSignalNote } from '#db/queries/signals/notes.ts';
import { findTraineeSubject } from '#db/queries/trainees.ts';
import { authorise } from '#src/domain/access/policy.ts';
import { Refusal } from '#src/domain/errors.ts';
import { SIGNAL_KINDS } from '#src/domain/signals/kinds.ts';
import { NOTE_MAXIMUM_CHARACTERS, returnsOn, signalToNote } from '#src/domain/signals/noting.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { findSignalsToNote } from '#src/server/signals/loadSignals.ts';
import { neededText } from './typedText.ts';

/** What people say about signals. Signals themselves are worked out and never written. */
export const signals = {
  /** A tutor notes a signal, in words that the trainee reads. It stands apart until it comes back. A repeat changes nothing. */
  note: defineAction({
    accept: 'form',
    input: z.object({
      noteId: z.uuid(),
      traineeId: z.string().min(1).max(100),
      kind: z.enum(SIGNAL_KINDS),
      factKey: z.string().min(1).max(20_000),
      noteWords: neededText(NOTE_MAXIMUM_CHARACTERS, 'Say what you have done about it, or why it can wait'),
    }),
    handler: guarded({
      ability: 'signal.note',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async ({ noteId, traineeId, kind, factKey, noteWords }, _viewer, { write }) => {
        await write(async (tx, tutor) => {
          const found = await findSignalsToNote(tx, traineeId);
          authorise(tutor, 'signal.note', found?.trainee ?? null);
          if (!found) throw new Refusal('not_found');
          if (await hasSignalNote(tx, noteId)) return;
          const signal = signalToNote(found.signals, { kind, factKey });
          await refuseFull(tx, 'signalNotes', traineeId);
          await insertSignalNote(tx, {
            id: noteId,
            traineeId,
            kind,
            factKey: signal.factKey,
            personId: tutor.id,
            words: noteWords.trim(),
            returnsOn: returnsOn(found.thresholds, signal, today()),
            notedAt: now(),
          });
        });
        return { traineeId, kind };
      },
    }),
  }),
};
