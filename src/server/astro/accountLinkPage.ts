import { actions } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import { accountDoor } from '#src/server/accounts/setPassword.ts';
import { keepAddressSecret } from '#src/server/links/secretAddress.ts';
import { formErrors } from './formErrors.ts';

/** Where a password that was set leads. */
export const PASSWORD_SET = '/sign-in?password-set';

type LinkPage = Pick<AstroGlobal, 'params' | 'locals' | 'response' | 'clientAddress' | 'getActionResult'>;

/**
 * The page behind a link to set a password: an invitation or a reset, each under an address of its own, so that neither opens the
 * other. Gives what `SetByLink` shows, or null where the password was set just now: the link opens nothing any more, and it leads to
 * `PASSWORD_SET`. A link that opens nothing answers 404. Throws `too_many`.
 */
export async function openAccountLink(page: LinkPage, kind: 'invitation' | 'reset') {
  const { token = '' } = page.params;
  keepAddressSecret(page.response.headers);
  const result = page.getActionResult(actions.passwords.setByLink);
  if (result?.data) return null;
  const opened = await accountDoor.open(token, page.clientAddress);
  const person = opened?.kind === kind ? opened : null;
  if (!person) page.response.status = 404;
  return { token, person, isOther: isOther(page, person), errors: formErrors(result?.error) ?? {} };
}

/** Whether somebody else than the one whose link it is is signed in in this browser. */
const isOther = ({ locals: { viewer } }: LinkPage, person: { readonly personId: string } | null): boolean =>
  viewer !== null && viewer.id !== person?.personId;
