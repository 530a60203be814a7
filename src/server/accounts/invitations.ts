import {
  findPersonByEmail,
  insertAccountLinks,
  listLinkReceivers,
  revokeAccountLinks,
  revokeAskedLinks,
} from '#db/queries/people/accountLinks.ts';
import { insertAuditEntries } from '#db/queries/audit.ts';
import type { Writer } from '#db/client.ts';
import { accountLinkEnd, linkKindFor } from '#src/domain/accounts/accountLink.ts';
import type { AccountLinkKind } from '#src/domain/people/words.ts';
import { queueMails } from '../notices/outbox.ts';
import { newId, now, portal, write } from '../portal.ts';
import { accountLinkAddress, accountLinkToken } from './accountLinks.ts';

/** A link as it was made. */
export interface MadeLink {
  readonly linkId: string;
  readonly kind: AccountLinkKind;
  readonly personId: string;
}

interface Receiver {
  readonly id: string;
  readonly kind: AccountLinkKind;
}

/**
 * Keeps a link for each, in place of those before, and puts the e-mails into the outbox. `madeBy`: null where somebody asked on the
 * sign-in side. Anybody can ask there in anybody's name, so that takes no link of an administrator back.
 */
async function makeLinks(tx: Writer, receivers: readonly Receiver[], madeBy: string | null): Promise<MadeLink[]> {
  const at = now();
  const { mac } = portal();
  const made = receivers.map(({ id, kind }) => ({ linkId: newId(), kind, personId: id }));
  const ids = receivers.map(({ id }) => id);
  await (madeBy === null ? revokeAskedLinks(tx, ids, at) : revokeAccountLinks(tx, ids, at));
  await insertAccountLinks(
    tx,
    made.map(({ linkId, kind, personId }) => ({
      ...{ id: linkId, personId, kind, madeBy, madeAt: at },
      tokenHash: accountLinkToken({ mac, linkId }).hash,
      expiresAt: accountLinkEnd(kind, madeBy === null ? 'herself' : 'admin', at),
    })),
  );
  await queueMails(
    tx,
    made.map(({ linkId, kind, personId }) => ({
      ...{ personId, key: `link:${linkId}`, details: { linkId } },
      kind: kind === 'invitation' ? kind : ('password-reset' as const),
    })),
  );
  return made;
}

/**
 * Sends each of these people a link to set a password: an invitation to whoever never set one, a link to set another to the others;
 * nothing to an account that is switched off. Links before it stop to work. Gives back what was made.
 */
export async function inviteAll(tx: Writer, personIds: readonly string[], byId: string): Promise<MadeLink[]> {
  const people = (await listLinkReceivers(tx, personIds)).filter(({ isDisabled }) => !isDisabled);
  const made = await makeLinks(
    tx,
    people.map((one) => ({ id: one.id, kind: linkKindFor(one) })),
    byId,
  );
  const at = now();
  await insertAuditEntries(
    tx,
    made.map(({ kind, personId }) => ({
      ...{ id: newId(), at, actorId: byId, personId },
      act: 'invitation.sent' as const,
      details: { kind },
    })),
  );
  return made;
}

/** The address of a link that was made, for a portal without e-mail. */
export function addressOf({ linkId, kind }: MadeLink): string {
  const { mac, settings } = portal();
  return accountLinkAddress({ mac, linkId, kind, publicUrl: settings.publicUrl });
}

/** Sends whoever has this address a link to set another password; nothing happens where nobody has it, or the account is switched off. */
export async function sendReset(email: string): Promise<void> {
  await write(async (tx) => {
    const person = await findPersonByEmail(tx, email);
    const [receiver] = person ? await listLinkReceivers(tx, [person.id]) : [];
    if (!receiver || receiver.isDisabled) return;
    await makeLinks(tx, [{ id: receiver.id, kind: linkKindFor(receiver) }], null);
    const entry = { id: newId(), at: now(), actorId: null, personId: receiver.id, details: {} };
    await insertAuditEntries(tx, [{ ...entry, act: 'password.reset_asked' }]);
  });
}
