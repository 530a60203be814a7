import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { addressOf, inviteAll } from '#src/server/accounts/invitations.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { Refusal } from '#src/domain/errors.ts';
import { portal } from '#src/server/portal.ts';
import { password, recordId } from './typedFields.ts';

export const invitations = {
  /**
   * Sends one person a link to set her password. Where the portal sends no e-mail the link is given back, this once, for the
   * administrator to pass on; where it does, nobody but the person ever sees it.
   */
  send: defineAction({
    accept: 'form',
    input: z.object({ personId: recordId, password }),
    handler: guarded({
      ability: 'person.administer',
      subject: () => ({}),
      run: async ({ personId, password: typed }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        if (personId === viewer.id)
          throw new Refusal('bad_input', { words: 'Change your own password on your account page.' });
        const [made] = await context.write((tx, { id }) => inviteAll(tx, [personId], id));
        if (!made) throw new Refusal('not_found');
        return { kind: made.kind, address: portal().mail.isSetUp ? null : addressOf(made) };
      },
    }),
  }),
};
