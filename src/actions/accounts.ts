import { defineAction } from 'astro:actions';
import { updateLanguage, updateReadingView } from '#db/queries/accounts.ts';
import { readingViewForm, writeReadingView } from '#src/domain/accounts/readingView.ts';
import { resendPath, returnPath } from '#src/domain/accounts/returnPath.ts';
import { endSessionForm, languageForm, signInBesideForm, signInForm } from '#src/domain/accounts/signIn.ts';
import { clearSessionCookie, readCookies, setSignedIn } from '#src/server/astro/cookies.ts';
import { answering, guarded } from '#src/server/astro/guarded.ts';
import { portal } from '#src/server/portal.ts';

/** Where a browser goes once somebody has signed in, and whether the form it carried goes with it. */
function afterSignIn(personId: string, to: string | null | undefined, mark: string | null | undefined) {
  if (!mark) return { to: returnPath(to), form: 'none' } as const;
  if (!portal().sessions.mayHave(mark, personId)) return { to: '/', form: 'kept back' } as const;
  return { to: resendPath(to), form: 'sent on' } as const;
}

export const accounts = {
  /** E-mail and password. Says where to go next. */
  signIn: defineAction({
    accept: 'form',
    input: signInForm,
    handler: answering(async ({ email, password, to, carriedFor }, { cookies, clientAddress }) => {
      const attempt = { email, password, address: clientAddress, ...readCookies(cookies) };
      const signedIn = await portal().sessions.signIn(attempt);
      setSignedIn(cookies, signedIn);
      return afterSignIn(signedIn.personId, to, carriedFor);
    }),
  }),

  /** The same from a page that is open and whose session has ended: only for the person the page belongs to. */
  signInBeside: defineAction({
    input: signInBesideForm,
    handler: answering(async ({ email, password }, { cookies, clientAddress }) => {
      const attempt = { email, password, address: clientAddress, ...readCookies(cookies), sameOwnerOnly: true };
      setSignedIn(cookies, await portal().sessions.signIn(attempt));
      return { isSignedIn: true };
    }),
  }),

  /** The language a person would rather have. */
  setLanguage: defineAction({
    accept: 'form',
    input: languageForm,
    handler: guarded({
      ability: 'account.use',
      subject: (_input, viewer) => ({ personId: viewer.id }),
      run: async ({ language }, viewer, { write }) => {
        await write((tx) => updateLanguage(tx, viewer.id, language));
        return { language };
      },
    }),
  }),

  /** How she likes pages set: the size of the text, its spacing, the calm page. Says which page to come back to. */
  setReadingView: defineAction({
    accept: 'form',
    input: readingViewForm,
    handler: guarded({
      ability: 'account.use',
      subject: (_input, viewer) => ({ personId: viewer.id }),
      run: async ({ back, ...view }, viewer, { write }) => {
        await write((tx) => updateReadingView(tx, viewer.id, writeReadingView(view)));
        return { back: back ? returnPath(back) : null };
      },
    }),
  }),

  /** Ends one of her own sign-ins on another device. */
  endSession: defineAction({
    accept: 'form',
    input: endSessionForm,
    handler: guarded({
      ability: 'account.use',
      subject: (_input, viewer) => ({ personId: viewer.id }),
      run: async ({ sessionId }, viewer) => {
        await portal().sessions.endOne(viewer.id, sessionId);
        return { isEnded: true };
      },
    }),
  }),

  /** Ends all of her sign-ins, this one too. */
  signOutEverywhere: defineAction({
    accept: 'form',
    handler: guarded({
      ability: 'account.use',
      subject: (_input, viewer) => ({ personId: viewer.id }),
      run: async (_input, viewer, { cookies, locals }) => {
        await portal().sessions.signOutEverywhere(viewer.id);
        clearSessionCookie(cookies);
        locals.viewer = null;
        return { isEnded: true };
      },
    }),
  }),
};
