import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { ROLES } from '#src/domain/access/roles.ts';
import { oneLine, plainEmail } from '#src/domain/people/names.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { accountMark, addPerson, disablePerson, enablePerson, savePerson } from '#src/server/people/accounts.ts';
import { assignPerson, endAssignment } from '#src/server/people/assigning.ts';
import { forgetCounts } from '#src/server/quality/population.ts';
import { password, recordId } from './typedFields.ts';
import { orEmpty, typedDay } from './typedText.ts';

/** Longer than anything that fits: what is wrong with it is said by the rules. */
const typed = orEmpty(z.string().max(1000));

/** Her address has a name of its own: `email` is the sign-in form's, which would not carry it over an ended session. */
const account = {
  name: typed.transform(oneLine),
  personEmail: typed.transform(plainEmail),
  language: z.enum(['en', 'cy'], { error: 'Choose a language' }),
  roles: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
};

const administered = { ability: 'person.administer', subject: () => ({}) } as const;

export const people = {
  /** Makes an account, with the password asked again; the person sets her own by an invitation. A repeat changes nothing. */
  add: defineAction({
    accept: 'form',
    input: z.object({ id: z.uuid(), ...account, password }),
    handler: guarded({
      ...administered,
      run: async ({ password: typedPassword, personEmail: email, ...asked }, viewer, context) => {
        await confirmPassword(context, viewer, typedPassword);
        await context.write((tx, admin) => addPerson(tx, admin, { ...asked, email }));
        return { id: asked.id };
      },
    }),
  }),

  /** Changes name, address, language and roles, with the password asked again. `mark`: what stood on the page. */
  save: defineAction({
    accept: 'form',
    input: z.object({ personId: recordId, mark: z.string().max(4000), ...account, password }),
    handler: guarded({
      ...administered,
      run: async ({ password: typedPassword, personId, mark, personEmail: email, ...rest }, viewer, context) => {
        await confirmPassword(context, viewer, typedPassword);
        const values = { ...rest, email };
        await context.write((tx, admin) => savePerson(tx, admin, { personId, mark, values }));
        forgetCounts();
        return { personId, mark: accountMark(values) };
      },
    }),
  }),

  /** Switches an account off at once. It takes a right away, so it asks for nothing and is quick. */
  disable: defineAction({
    accept: 'form',
    input: z.object({ personId: recordId }),
    handler: guarded({
      ...administered,
      run: async ({ personId }, _viewer, { write }) => {
        await write((tx, admin) => disablePerson(tx, admin, personId));
        forgetCounts();
        return { personId };
      },
    }),
  }),

  /** Switches an account on again, with the password asked again: it gives back every right that the account has. */
  enable: defineAction({
    accept: 'form',
    input: z.object({ personId: recordId, password }),
    handler: guarded({
      ...administered,
      run: async ({ personId, password: typedPassword }, viewer, context) => {
        await confirmPassword(context, viewer, typedPassword);
        await context.write((tx, admin) => enablePerson(tx, admin, personId));
        forgetCounts();
        return { personId };
      },
    }),
  }),

  /** Gives a trainee an assessor or a line manager from a day on, with the password asked again. A repeat changes nothing. */
  assign: defineAction({
    accept: 'form',
    input: z.object({
      id: z.uuid(),
      traineeId: recordId,
      kind: z.enum(['assessor', 'manager'], { error: 'Choose what she is to be' }),
      personId: orEmpty(z.string().max(100)),
      startsOn: typedDay('Choose the first day'),
      password,
    }),
    handler: guarded({
      ...administered,
      run: async ({ password: typedPassword, ...asked }, viewer, context) => {
        await confirmPassword(context, viewer, typedPassword);
        await context.write((tx, admin) => assignPerson(tx, admin, asked));
        forgetCounts();
        return { id: asked.id };
      },
    }),
  }),

  /** Ends the assignment of an assessor or a line manager from a day on. */
  endAssignment: defineAction({
    accept: 'form',
    input: z.object({ id: recordId, endsOn: typedDay('Choose the first day without it') }),
    handler: guarded({
      ...administered,
      run: async (asked, _viewer, { write }) => {
        await write((tx, admin) => endAssignment(tx, admin, asked));
        forgetCounts();
        return { id: asked.id };
      },
    }),
  }),
};
