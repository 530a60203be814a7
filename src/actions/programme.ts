import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findBreak, findEnding } from '#db/queries/programme/changes.ts';
import { findTraineeSubject } from '#db/queries/trainees.ts';
import { ENDING_KINDS, WITHDRAWAL_REASONS } from '#src/domain/people/words.ts';
import { PAUSE_REASONS } from '#src/domain/programme/words.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { beginBreak, cancelBreak, changeBreak } from '#src/server/programme/breaks.ts';
import { changePlace } from '#src/server/programme/change.ts';
import { endProgramme, reopenProgramme } from '#src/server/programme/endings.ts';
import { dayOrEmpty, password, recordId } from './typedFields.ts';
import { neededText, orEmpty, safeText, typedDay } from './typedText.ts';

const WORDS_MAXIMUM = 500;

const firstDayBack = dayOrEmpty('Give the first day back, or leave it empty').transform((day) =>
  day === '' ? null : day,
);
const emptyIsNull = (text: string) => (text === '' ? null : text);

/** A trainee's place in the programme, which administrators set: cohort, route, breaks, the end. */
export const programme = {
  /** It may show her records to the tutors of another cohort, so the password is asked. */
  changePlace: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      traineeId: recordId,
      cohortId: orEmpty(z.string().max(100)).transform(emptyIsNull),
      routeId: recordId,
      startedOn: typedDay('Give the first day of the programme'),
      hoursPerWeek: z.coerce.number({ error: 'Give the hours a week as a number' }).min(0.1).max(48),
      reason: neededText(WORDS_MAXIMUM, 'Say why; the trainee and the tutor read it'),
      basedOn: z.string().max(300),
      password,
    }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async ({ password: typed, ...asked }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        await context.write((tx, admin) => changePlace(tx, admin, asked));
        return { traineeId: asked.traineeId };
      },
    }),
  }),

  beginBreak: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      traineeId: recordId,
      reason: z.enum(PAUSE_REASONS, { error: 'Choose a reason' }),
      startsOn: typedDay('Give the first day of the break'),
      endsOn: firstDayBack,
    }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async (asked, _viewer, { write }) => {
        await write((tx, admin) => beginBreak(tx, admin, asked));
        return { traineeId: asked.traineeId };
      },
    }),
  }),

  /** Sets the first day back: later, earlier, known or not. */
  changeBreak: defineAction({
    accept: 'form',
    input: z.object({ breakId: recordId, endsOn: firstDayBack, basedOn: orEmpty(z.string().max(10)) }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ breakId }, _viewer, db) => findBreak(db, breakId),
      run: async (asked, _viewer, { write }) => {
        await write((tx, admin) => changeBreak(tx, admin, asked));
        return { breakId: asked.breakId };
      },
    }),
  }),

  /** Takes out a break that has not begun. */
  cancelBreak: defineAction({
    accept: 'form',
    input: z.object({ breakId: recordId }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ breakId }, _viewer, db) => findBreak(db, breakId),
      run: async ({ breakId }, _viewer, { write }) => {
        await write((tx, admin) => cancelBreak(tx, admin, breakId));
        return { breakId };
      },
    }),
  }),

  /** She completed, or withdrew. */
  end: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      traineeId: recordId,
      kind: z.enum(ENDING_KINDS, { error: 'Choose how the programme ended' }),
      reason: orEmpty(z.union([z.literal(''), z.enum(WITHDRAWAL_REASONS)], { error: 'Choose one of the reasons' })),
      words: safeText(WORDS_MAXIMUM),
      endedOn: typedDay('Give the last day'),
      assignments: z.enum(['end', 'stay'], { error: 'Choose what becomes of assessor and manager' }),
    }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async ({ reason, assignments, ...asked }, _viewer, { write }) => {
        const ending = { ...asked, reason: reason === '' ? null : reason, assignmentsStay: assignments === 'stay' };
        await write((tx, admin) => endProgramme(tx, admin, ending));
        return { traineeId: asked.traineeId };
      },
    }),
  }),

  /** Opens a programme again. It gives the tutors of a cohort their rights back, so the password is asked. */
  reopen: defineAction({
    accept: 'form',
    input: z.object({
      endingId: recordId,
      cohortId: orEmpty(z.string().min(1, { error: 'Choose a cohort' }).max(100)),
      why: z.enum(['mistake', 'back'], { error: 'Choose one of the two' }),
      password,
    }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ endingId }, _viewer, db) => findEnding(db, endingId),
      run: async ({ endingId, cohortId, why, password: typed }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        await context.write((tx, admin) =>
          reopenProgramme(tx, admin, { endingId, cohortId, cameBack: why === 'back' }),
        );
        return { endingId };
      },
    }),
  }),
};
