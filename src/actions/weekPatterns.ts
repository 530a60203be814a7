import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { endPattern, findPattern } from '#db/queries/weekChanges.ts';
import { isCohort } from '#db/queries/weekCohorts.ts';
import { Refusal } from '#src/domain/errors.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { keepPattern, lastDayOf } from '#src/server/week/changing.ts';
import { recordId } from './typedFields.ts';
import { cohortPattern, lastDay } from './week/inputs.ts';

/** The usual weeks of cohorts, which administrators write. */
export const weekPatterns = {
  save: defineAction({
    accept: 'form',
    input: cohortPattern,
    handler: guarded({
      ability: 'weekPattern.write',
      subject: ({ cohortId }, _viewer, db) => isCohort(db, cohortId),
      run: async ({ cohortId, ...pattern }, viewer, { write }) =>
        write((tx) => keepPattern(tx, pattern, { holder: { cohortId }, by: viewer.id })),
    }),
  }),

  /** Ends a cohort's usual week on a day, or takes it out. */
  end: defineAction({
    accept: 'form',
    input: z.object({ patternId: recordId, lastDay }),
    handler: guarded({
      ability: 'weekPattern.write',
      subject: ({ patternId }, _viewer, db) => findPattern(db, patternId),
      run: async ({ patternId, lastDay: last }, _viewer, { write }) =>
        write(async (tx) => {
          const kept = await findPattern(tx, patternId);
          if (!kept?.cohortId) throw new Refusal('not_found');
          await endPattern(tx, { id: patternId, endsOn: lastDayOf(kept, last) });
          return { id: patternId, cohortId: kept.cohortId };
        }),
    }),
  }),
};
