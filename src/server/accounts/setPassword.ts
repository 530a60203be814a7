import {
  type AccountLinkRow,
  findAccountLink,
  revokeAccountLinks,
  setPassword,
  useAccountLink,
} from '#db/queries/people/accountLinks.ts';
import { deleteSessionsOf } from '#db/queries/sessions.ts';
import { insertAuditEntries } from '#db/queries/audit.ts';
import type { Writer } from '#db/client.ts';
import { isAccountLinkOpen } from '#src/domain/accounts/accountLink.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { GuardedWrite } from '../guardedWrite.ts';
import { linkDoor } from '../links/linkDoor.ts';
import { notify } from '../notices/notify.ts';
import { newId, now, portal, read, write } from '../portal.ts';
import { accountTokens } from '../tokens.ts';
import { refuseWeak } from './newPassword.ts';

const isOpen = (link: AccountLinkRow) => isAccountLinkOpen({ ...link, isDisabled: link.disabledAt !== null }, now());

/** The way in for links to set a password. */
export const accountDoor = linkDoor({ tokens: accountTokens, find: findAccountLink, isOpen });

const CLOSED = 'This link was used already, is out of date, or was taken back. Ask for a new one.';

interface Change {
  readonly personId: string;
  readonly hash: string;
  /** A session that goes on; every other one ends. */
  readonly except: string;
  readonly by: 'link' | 'herself';
}

/** Everything that a new password does: no other sign-in and no link survives it, and she is told. */
async function change(tx: Writer, { personId, hash, except, by }: Change): Promise<void> {
  const at = now();
  await setPassword(tx, { personId, hash, at });
  await deleteSessionsOf(tx, personId, except);
  await revokeAccountLinks(tx, [personId], at);
  const id = newId();
  const actorId = by === 'herself' ? personId : null;
  await insertAuditEntries(tx, [{ id, at, actorId, act: 'password.set', personId, details: { by } }]);
  const told = { personId, kind: 'account-safety', key: `password:${id}`, traineeId: null } as const;
  await notify(tx, [{ ...told, details: { what: 'password-set' } }]);
}

/**
 * Sets the password of whoever a link belongs to, once. Throws `not_found` for a link that opens nothing, `bad_input` with the field
 * `newPassword`, `too_many`, `busy`. `address`: the socket's.
 */
export async function setPasswordByLink(asked: { token: string; newPassword: string; address: string }): Promise<void> {
  const tokenHash = await accountDoor.knownHash(asked.token, asked.address);
  const link = await read((db) => findAccountLink(db, tokenHash));
  if (!link || !isOpen(link)) throw new Refusal('not_found', { words: CLOSED });
  await refuseWeak(asked.newPassword, link);
  const hash = await portal().sessions.hashPassword(asked.newPassword);
  await write(async (tx) => {
    const again = await findAccountLink(tx, tokenHash);
    if (!again || !isOpen(again) || !(await useAccountLink(tx, again.id, now())))
      throw new Refusal('not_found', { words: CLOSED });
    await change(tx, { personId: again.personId, hash, except: '', by: 'link' });
  });
}

/** Her own new password, after the old one was asked for. Throws `bad_input` with the field `newPassword`, `busy`. */
export async function changeOwnPassword(
  writeAsked: GuardedWrite,
  person: { readonly name: string; readonly email: string },
  newPassword: string,
): Promise<void> {
  await refuseWeak(newPassword, person);
  const hash = await portal().sessions.hashPassword(newPassword);
  await writeAsked(async (tx, viewer) => {
    await change(tx, { personId: viewer.id, hash, except: viewer.session.id, by: 'herself' });
  });
}
