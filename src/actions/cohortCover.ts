import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { assignTutor, endTutor } from '#src/server/cohortCover/changing.ts';
import { handOverCohorts } from '#src/server/cohortCover/handOver.ts';
import { dayOrEmpty, password, recordId } from './typedFields.ts';
import { orEmpty, typedDay } from './typedText.ts';

/** Cohorts of one tutor in a form; more than any tutor has. */
const SHOWN_MAX = 100;
const chosenPerson = orEmpty(z.string().max(100));

export const cohortCover = {
  /** Makes somebody a tutor of a cohort, for good or as cover, with the password asked again. A repeat changes nothing. */
  assign: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      cohortId: recordId,
      personId: chosenPerson,
      coversId: chosenPerson,
      startsOn: typedDay('Choose the first day'),
      lastDay: dayOrEmpty('Give the last day'),
      password,
    }),
    handler: guarded({
      ability: 'cohortCover.write',
      subject: () => ({}),
      run: async ({ password: typed, ...asked }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        await context.write((tx, admin) => assignTutor(tx, admin, asked));
        return { cohortId: asked.cohortId };
      },
    }),
  }),

  /** Ends the assignment of a tutor. It takes a right away, so it asks for no password. A repeat changes nothing. */
  end: defineAction({
    accept: 'form',
    input: z.object({
      assignmentId: recordId,
      endsOn: typedDay('Choose the first day without the cohort'),
      anyway: z
        .literal('yes')
        .nullish()
        .transform((ticked) => ticked === 'yes'),
    }),
    handler: guarded({
      ability: 'cohortCover.write',
      subject: () => ({}),
      run: async (asked, _viewer, { write }) => ({
        cohortId: await write((tx, admin) => endTutor(tx, admin, asked)),
      }),
    }),
  }),

  /** Hands one cohort of a tutor, or all of them, to another from a day on, with the password asked again. A repeat changes nothing. */
  handOver: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      fromId: recordId,
      toId: recordId,
      startsOn: typedDay('Choose the first day'),
      /** The one cohort, or empty for all. */
      cohortId: orEmpty(z.string().max(100)),
      shown: z.array(z.string().max(100)).max(SHOWN_MAX).default([]),
      password,
    }),
    handler: guarded({
      ability: 'cohortCover.write',
      subject: () => ({}),
      run: async ({ password: typed, cohortId, ...asked }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        const which = { ...asked, cohortId: cohortId === '' ? null : cohortId };
        await context.write((tx, admin) => handOverCohorts(tx, admin, which));
        return { id: asked.id };
      },
    }),
  }),
};
