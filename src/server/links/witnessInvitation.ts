import { findByWitnessToken, type WitnessInvitation } from '#db/queries/witness.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { isWitnessLinkOpen } from '#src/domain/witness/link.ts';
import { isOwnTestimony } from '#src/domain/witness/rules.ts';
import { linkDoor } from './linkDoor.ts';
import { now } from '../portal.ts';
import { witnessTokens } from '../tokens.ts';

/** Whether a witness may still read and write. */
export function isWitnessInvitationOpen({ expiresAt, revokedAt, removedAt, answer }: WitnessInvitation): boolean {
  return isWitnessLinkOpen({ expiresAt, revokedAt, isRemoved: removedAt !== null, isAnswered: answer !== null }, now());
}

/** Throws `not_allowed` for a trainee, or whoever asked, who would be her own witness while signed in. */
export async function refuseOwnTestimony(db: Reader, tokenHash: string, viewer: Viewer | null): Promise<void> {
  if (!viewer) return;
  const invitation = await findByWitnessToken(db, tokenHash);
  if (invitation && isOwnTestimony(viewer, invitation))
    throw new Refusal('not_allowed', {
      words: 'This link is for the witness. It is about you or you made it, so you cannot answer it.',
    });
}

/** The way in for witnesses. */
export const witnessDoor = linkDoor({
  tokens: witnessTokens,
  find: findByWitnessToken,
  isOpen: isWitnessInvitationOpen,
});
