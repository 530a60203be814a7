import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { handOver as handOverAll } from '#src/server/handOver.ts';
import { forgetCounts } from '#src/server/quality/population.ts';
import { password, recordId } from './typedFields.ts';
import { orEmpty, typedDay } from './typedText.ts';

/** Trainees of one assessor in a form; more than any assessor has. */
const SHOWN_MAX = 500;

export const handOver = {
  /** All trainees of one assessor to another from a day on, in one step, with the password asked again. A repeat changes nothing. */
  confirm: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      fromId: recordId,
      toId: recordId,
      startsOn: typedDay('Choose the first day'),
      shown: z.array(z.string().max(100)).max(SHOWN_MAX).default([]),
      anyway: z
        .literal('yes')
        .nullish()
        .transform((ticked) => ticked === 'yes'),
      countersignerId: orEmpty(z.string().max(100)),
      password,
    }),
    handler: guarded({
      ability: 'assignment.handOver',
      subject: () => ({}),
      run: async ({ password: typed, ...asked }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        await context.write((tx, current) => handOverAll(tx, current, asked));
        forgetCounts();
        return { id: asked.id };
      },
    }),
  }),
};
