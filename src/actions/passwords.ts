import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findAccount } from '#db/queries/accounts.ts';
import { normaliseEmail } from '#src/domain/accounts/signIn.ts';
import { Refusal } from '#src/domain/errors.ts';
import { askReset } from '#src/server/accounts/askReset.ts';
import { changeOwnPassword, setPasswordByLink } from '#src/server/accounts/setPassword.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { answering, guarded } from '#src/server/astro/guarded.ts';
import { read, today } from '#src/server/portal.ts';
import { password } from './typedFields.ts';

const newPassword = z.string({ error: 'Choose a password' }).min(1, 'Choose a password');

export const passwords = {
  /** Asks for a link to set another password. Says the same, as quickly, whoever the address belongs to. */
  askReset: defineAction({
    accept: 'form',
    input: z.object({
      email: z
        .string({ error: 'Enter your e-mail address' })
        .trim()
        .min(1, 'Enter your e-mail address')
        .max(254, 'Enter an e-mail address')
        .regex(/^\S+@\S+$/, 'Enter an e-mail address, such as name@example.org'),
    }),
    handler: answering(async ({ email }, { clientAddress }) => {
      await askReset(normaliseEmail(email), clientAddress);
      return { isAsked: true };
    }),
  }),

  /** Sets a password by a link from an e-mail, once. */
  setByLink: defineAction({
    accept: 'form',
    input: z.object({ token: z.string().max(100), newPassword }),
    handler: answering(async (asked, { clientAddress }) => {
      await setPasswordByLink({ ...asked, address: clientAddress });
      return { isSet: true };
    }),
  }),

  /** Her own new password. Ends every other sign-in of hers. */
  change: defineAction({
    accept: 'form',
    input: z.object({ password, newPassword }),
    handler: guarded({
      ability: 'account.use',
      subject: (_input, viewer) => ({ personId: viewer.id }),
      run: async (typed, viewer, context) => {
        await confirmPassword(context, viewer, typed.password);
        if (typed.password === typed.newPassword)
          throw new Refusal('bad_input', { fields: { newPassword: 'Choose another password than the one you have' } });
        const person = await read((db) => findAccount(db, viewer.id, today()));
        if (!person) throw new Refusal('not_signed_in');
        await changeOwnPassword(context.write, person, typed.newPassword);
        return { isSet: true };
      },
    }),
  }),
};
