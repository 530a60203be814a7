import { findByHostToken, type HostInvitation } from '#db/queries/placementHost.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { isHostLinkOpen } from '#src/domain/placements/hostLink.ts';
import { linkDoor } from './linkDoor.ts';
import { now } from '../portal.ts';
import { hostTokens } from '../tokens.ts';

/** Whether a host may still read and answer. */
export function isInvitationOpen({ expiresAt, revokedAt, placement, answer }: HostInvitation): boolean {
  const isCancelled = placement.cancelledAt !== null;
  return isHostLinkOpen({ expiresAt, revokedAt, isCancelled, isAnswered: answer !== null }, now());
}

/** She whose placement it is, and whoever made the link, cannot be its host. */
export const isOwnInvitation = ({ madeBy, placement }: HostInvitation, viewer: Viewer | null): boolean =>
  viewer !== null && (viewer.id === madeBy || viewer.id === placement.traineeId);

/** Throws `not_allowed` for somebody who would answer her own question while signed in. */
export async function refuseOwnAnswer(db: Reader, tokenHash: string, viewer: Viewer | null): Promise<void> {
  if (!viewer) return;
  const invitation = await findByHostToken(db, tokenHash);
  if (invitation && isOwnInvitation(invitation, viewer))
    throw new Refusal('not_allowed', { words: 'This link is for the host. You made it, so you cannot answer it.' });
}

/** The way in for hosts. */
export const hostDoor = linkDoor({ tokens: hostTokens, find: findByHostToken, isOpen: isInvitationOpen });
