import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { isCohort } from '#db/queries/weekCohorts.ts';
import { COHORT_NAME_MAXIMUM } from '#src/domain/cohorts/rules.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { changeCohort, makeCohort, setClosed } from '#src/server/cohorts/make.ts';
import { rollCohort } from '#src/server/cohorts/roll.ts';
import { password, recordId, ticked } from './typedFields.ts';
import { neededText, orEmpty, typedDay } from './typedText.ts';

const oneLine = (text: string) => text.trim().replaceAll(/\s+/g, ' ');

/** What a cohort is called, where it is and when it begins. */
const cohortFields = {
  name: neededText(COHORT_NAME_MAXIMUM, 'Give the cohort a name').transform(oneLine),
  region: neededText(COHORT_NAME_MAXIMUM, 'Say which region it is in').transform(oneLine),
  startsOn: typedDay('Give the first day'),
};

/** Cohorts, which administrators make, change, close and roll on to the next intake. Who is in them: `programme`. */
export const cohorts = {
  make: defineAction({
    accept: 'form',
    input: z.object({ id: z.uuid(), templateId: orEmpty(z.string().max(100)), ...cohortFields }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: () => ({}),
      run: async (asked, _viewer, { write }) => {
        await write((tx, admin) => makeCohort(tx, admin, asked));
        return { cohortId: asked.id };
      },
    }),
  }),

  change: defineAction({
    accept: 'form',
    input: z.object({
      cohortId: recordId,
      ...cohortFields,
      shownName: z.string().max(200),
      shownRegion: z.string().max(200),
      shownStartsOn: z.string().max(10),
    }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ cohortId }, _viewer, db) => isCohort(db, cohortId),
      run: async ({ shownName, shownRegion, shownStartsOn, ...asked }, _viewer, { write }) => {
        const basedOn = [shownName, shownRegion, shownStartsOn];
        await write((tx, admin) => changeCohort(tx, admin, { ...asked, basedOn }));
        return { cohortId: asked.cohortId };
      },
    }),
  }),

  /** Nobody joins it from today on. Whoever is in it stays. */
  close: defineAction({
    accept: 'form',
    input: z.object({ cohortId: recordId }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ cohortId }, _viewer, db) => isCohort(db, cohortId),
      run: async ({ cohortId }, _viewer, { write }) => {
        await write((tx, admin) => setClosed(tx, admin, { cohortId, isClosed: true }));
        return { cohortId };
      },
    }),
  }),

  reopen: defineAction({
    accept: 'form',
    input: z.object({ cohortId: recordId }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ cohortId }, _viewer, db) => isCohort(db, cohortId),
      run: async ({ cohortId }, _viewer, { write }) => {
        await write((tx, admin) => setClosed(tx, admin, { cohortId, isClosed: false }));
        return { cohortId };
      },
    }),
  }),

  /** The next intake from this one. It may make people its tutors, so the password is asked. */
  roll: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      fromId: recordId,
      ...cohortFields,
      takesWeeks: ticked,
      takesSessions: ticked,
      tutorIds: z.array(recordId).max(50).default([]),
      password,
    }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ fromId }, _viewer, db) => isCohort(db, fromId),
      run: async ({ password: typed, ...asked }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        await context.write((tx, admin) => rollCohort(tx, admin, asked));
        return { cohortId: asked.id };
      },
    }),
  }),
};
