import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  endPattern,
  findAppointment,
  findException,
  findPattern,
  insertException,
  listExceptions,
  removeAppointment,
  removeException,
  saveAppointment,
} from '#db/queries/weekChanges.ts';
import type { Reader } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { exceptionProblem } from '#src/domain/week/changes.ts';
import { minutesBetween, timeAfter } from '#src/domain/week/times.ts';
import { WEEK_PLACES } from '#src/domain/week/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { keepPattern, lastDayOf, refuseClash, refuseFullDay } from '#src/server/week/changing.ts';
import { now } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { appointment, id, lastDay, ownPattern } from './week/inputs.ts';
import { recordId, revision, ticked, typedTime } from './typedFields.ts';
import { safeText, typedDay } from './typedText.ts';

const WORDS_MAXIMUM = 120;

const whosePattern = async (db: Reader, patternId: string) => {
  const found = await findPattern(db, patternId);
  return found?.traineeId ? { traineeId: found.traineeId } : null;
};

export const week = {
  /** Adds an appointment to her week, or changes one. Private unless she says otherwise. */
  saveAppointment: defineAction({
    accept: 'form',
    input: appointment,
    handler: guarded({
      ability: 'week.write',
      subject: async (input, viewer, db) => (await findAppointment(db, input.id)) ?? { traineeId: viewer.id },
      run: async ({ shared, despite, ...typed }, viewer, { write }) =>
        write(async (tx) => {
          if (!(await findAppointment(tx, typed.id))) await refuseFull(tx, 'appointments', viewer.id);
          await refuseFullDay(tx, { ...typed, traineeId: viewer.id });
          if (!despite) await refuseClash(tx, { ...typed, traineeId: viewer.id, field: 'startsAt' });
          const saved = { ...typed, isPrivate: !shared, traineeId: viewer.id, at: now() };
          return { id: typed.id, day: typed.day, revision: await saveAppointment(tx, saved) };
        }),
    }),
  }),

  /** Puts an appointment on another day or at another time; it stays as long as it was. */
  moveAppointment: defineAction({
    accept: 'form',
    input: z.object({
      id: recordId,
      day: typedDay('Give the day it moves to'),
      startsAt: typedTime('Give the time at which it begins'),
      despite: ticked,
      basedOn: revision,
    }),
    handler: guarded({
      ability: 'week.write',
      subject: ({ id: appointmentId }, _viewer, db) => findAppointment(db, appointmentId),
      run: async ({ id: appointmentId, despite, basedOn, ...wanted }, viewer, { write }) =>
        write(async (tx) => {
          const kept = await findAppointment(tx, appointmentId);
          if (!kept || kept.removedAt) throw new Refusal('not_found');
          const endsAt = timeAfter(wanted.startsAt, minutesBetween(kept.startsAt, kept.endsAt));
          if (endsAt === null)
            throw new Refusal('bad_input', {
              fields: { startsAt: 'It would go past midnight. Choose an earlier time.' },
            });
          const moved = { ...wanted, endsAt, id: appointmentId, traineeId: viewer.id };
          await refuseFullDay(tx, moved);
          if (!despite) await refuseClash(tx, { ...moved, field: 'day' });
          const { title, isPrivate } = kept;
          const next = await saveAppointment(tx, { ...moved, title, isPrivate, basedOn, at: now() });
          return { id: appointmentId, day: wanted.day, revision: next, was: `${kept.day}T${kept.startsAt}` };
        }),
    }),
  }),

  /** Takes an appointment out of her week. */
  removeAppointment: defineAction({
    accept: 'form',
    input: z.object({ id: recordId }),
    handler: guarded({
      ability: 'week.write',
      subject: ({ id: appointmentId }, _viewer, db) => findAppointment(db, appointmentId),
      run: async ({ id: appointmentId }, viewer, { write }) => {
        await write((tx) => removeAppointment(tx, { id: appointmentId, traineeId: viewer.id, at: now() }));
        return { id: appointmentId };
      },
    }),
  }),

  /** Days on which she is somewhere else than her pattern says: leave, a course, another office. */
  addException: defineAction({
    accept: 'form',
    input: z
      .object({
        id,
        place: z.enum(WEEK_PLACES, { error: 'Choose where you will be' }),
        startsOn: typedDay('Give the first day'),
        lastDay,
        words: safeText(WORDS_MAXIMUM),
      })
      .refine(({ startsOn, lastDay: last }) => last === '' || last >= startsOn, {
        path: ['lastDay'],
        error: 'The last day is on or after the first day',
      }),
    handler: guarded({
      ability: 'week.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ id: exceptionId, startsOn, lastDay: last, place, words }, viewer, { write }) =>
        write(async (tx) => {
          const known = await findException(tx, exceptionId);
          if (known && known.traineeId !== viewer.id) throw new Refusal('conflict');
          if (known) return { id: exceptionId };
          await refuseFull(tx, 'exceptions', viewer.id);
          const days = { startsOn, endsOn: last === '' ? startsOn : last };
          const problem = exceptionProblem(days, await keptExceptions(tx, viewer.id, startsOn));
          if (problem !== null) throw new Refusal('bad_input', { fields: { startsOn: problem } });
          await insertException(tx, { id: exceptionId, traineeId: viewer.id, ...days, place, words, enteredAt: now() });
          return { id: exceptionId };
        }),
    }),
  }),

  removeException: defineAction({
    accept: 'form',
    input: z.object({ exceptionId: recordId }),
    handler: guarded({
      ability: 'week.write',
      subject: ({ exceptionId }, _viewer, db) => findException(db, exceptionId),
      run: async ({ exceptionId }, viewer, { write }) => {
        await write((tx) => removeException(tx, { id: exceptionId, traineeId: viewer.id, at: now() }));
        return { id: exceptionId };
      },
    }),
  }),

  /** Her own usual week, which comes before her cohort's. */
  savePattern: defineAction({
    accept: 'form',
    input: ownPattern,
    handler: guarded({
      ability: 'week.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (pattern, { id: traineeId }, { write }) =>
        write((tx) => keepPattern(tx, pattern, { holder: { traineeId }, by: traineeId })),
    }),
  }),

  /** Ends her own usual week on a day, or takes it out. */
  endPattern: defineAction({
    accept: 'form',
    input: z.object({ patternId: recordId, lastDay }),
    handler: guarded({
      ability: 'week.write',
      subject: ({ patternId }, _viewer, db) => whosePattern(db, patternId),
      run: async ({ patternId, lastDay: last }, _viewer, { write }) =>
        write(async (tx) => {
          const kept = await findPattern(tx, patternId);
          if (!kept?.traineeId) throw new Refusal('not_found');
          await endPattern(tx, { id: patternId, endsOn: lastDayOf(kept, last) });
          return { id: patternId };
        }),
    }),
  }),
};

async function keptExceptions(...[tx, traineeId, from]: Parameters<typeof listExceptions>) {
  const rows = await listExceptions(tx, traineeId, from);
  return rows.map((row) => ({ ...row, changedAt: 0 }));
}
