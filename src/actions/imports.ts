import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { beginImport, carryOn, dropImport } from '#src/server/people/importing.ts';
import { password, recordId } from './typedFields.ts';

const administered = { ability: 'import.administer', subject: () => ({}) } as const;

export const imports = {
  /**
   * Brings a file of people in that was read and found right, with the password asked again: it gives rights to everybody in it. The
   * work goes on after the answer. Goes on, too, where the portal was stopped in the middle. A repeat changes nothing.
   */
  bringIn: defineAction({
    accept: 'form',
    input: z.object({
      id: recordId,
      invite: z
        .literal('yes')
        .nullish()
        .transform((ticked) => ticked === 'yes'),
      password,
    }),
    handler: guarded({
      ...administered,
      run: async ({ password: typed, ...asked }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        await context.write((tx, admin) => beginImport(tx, admin, asked));
        carryOn(asked.id);
        return { id: asked.id };
      },
    }),
  }),

  /** Puts a file aside that was read and not brought in; its rows are emptied. */
  drop: defineAction({
    accept: 'form',
    input: z.object({ id: recordId }),
    handler: guarded({
      ...administered,
      run: async ({ id }, _viewer, { write }) => {
        await write((tx) => dropImport(tx, id));
        return { id };
      },
    }),
  }),
};
