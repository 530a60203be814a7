import type { AccountLinkKind } from '#src/domain/people/words.ts';
import type { Mac } from '../mac.ts';
import { accountTokens } from '../tokens.ts';

/** Where a link of each kind leads. */
const PATHS: Readonly<Record<AccountLinkKind, string>> = { invitation: 'welcome', reset: 'reset' };

interface AccountLink {
  readonly mac: Mac;
  readonly linkId: string;
}

/**
 * The token of a link to set a password: made anew from the link's id whenever it is needed, so that it stands nowhere, neither in the
 * database nor in the outbox.
 */
export function accountLinkToken({ mac, linkId }: AccountLink): { readonly token: string; readonly hash: string } {
  const token = mac.of('account link', linkId);
  return { token, hash: accountTokens.known(token) };
}

/** The address of a link, from the configured address of the portal. */
export function accountLinkAddress(
  link: AccountLink & { readonly kind: AccountLinkKind; readonly publicUrl: URL },
): string {
  return new URL(`/${PATHS[link.kind]}/${accountLinkToken(link).token}`, link.publicUrl).href;
}
