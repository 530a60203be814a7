import type { Reader } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { portal, read } from '../portal.ts';
import type { Tokens } from '../tokens.ts';

interface LinkKind<Invitation> {
  readonly tokens: Tokens;
  /** The question for what a token's hash leads to, open or not. */
  readonly find: (db: Reader, tokenHash: string) => Promise<Invitation | null>;
  readonly isOpen: (invitation: Invitation) => boolean;
}

/** The way in for links of one kind, which need no account. `address` is the socket's: what opens nothing is counted by it. */
export interface LinkDoor<Invitation> {
  /** What a token opens now; null for every one that opens nothing, whatever the cause. Throws `too_many`. */
  open(token: string, address: string): Promise<Invitation | null>;
  /** The hash of a token that leads somewhere, open or not, for the transaction that asks again. Throws `not_found`, `too_many`. */
  knownHash(token: string, address: string): Promise<string>;
}

/** The door of one kind of link. */
export function linkDoor<Invitation>({ tokens, find, isOpen }: LinkKind<Invitation>): LinkDoor<Invitation> {
  const findBehind = async (tokenHash: string | null) =>
    tokenHash === null ? null : read((db) => find(db, tokenHash));
  return {
    open: async (token, address) => {
      const invitation = await findBehind(tokens.hashOf(token));
      if (invitation && isOpen(invitation)) return invitation;
      await portal().linkTries.missed(address);
      return null;
    },
    knownHash: async (token, address) => {
      const tokenHash = tokens.hashOf(token);
      if (tokenHash !== null && (await findBehind(tokenHash))) return tokenHash;
      await portal().linkTries.missed(address);
      throw new Refusal('not_found');
    },
  };
}
