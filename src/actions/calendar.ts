import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { guarded } from '#src/server/astro/guarded.ts';
import { makeCalendarAddress, revokeCalendarAddress } from '#src/server/week/calendarAddress.ts';
import { id } from './week/inputs.ts';

export const calendar = {
  /** Makes a private address of her calendar and takes the one before it back. The token is in the answer, once. */
  make: defineAction({
    accept: 'form',
    input: z.object({ id }),
    handler: guarded({
      ability: 'calendar.use',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ id: addressId }, viewer, { write }) => ({
        token: await write((tx) => makeCalendarAddress(tx, addressId, viewer.id)),
      }),
    }),
  }),

  /** Takes the address back. A repeat changes nothing. */
  revoke: defineAction({
    accept: 'form',
    input: z.object({}),
    handler: guarded({
      ability: 'calendar.use',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (_input, viewer, { write }) => {
        await write((tx) => revokeCalendarAddress(tx, viewer.id));
        return { revoked: true };
      },
    }),
  }),
};
