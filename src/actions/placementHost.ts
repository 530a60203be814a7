import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  findByHostToken,
  findHostSubject,
  type HostInvitation,
  insertHostAnswer,
  insertHostLink,
  isHostLinkKept,
  revokeHostLinks,
} from '#db/queries/placementHost.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { authorise } from '#src/domain/access/policy.ts';
import { Refusal } from '#src/domain/errors.ts';
import { linkEnd } from '#src/domain/links/link.ts';
import { type HostWords, isSameAnswer } from '#src/domain/placements/hostLink.ts';
import { answering, guarded } from '#src/server/astro/guarded.ts';
import { hostDoor, isInvitationOpen, refuseOwnAnswer } from '#src/server/links/hostInvitation.ts';
import { now, portal, today, write as writeByLink } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { hostTokens } from '#src/server/tokens.ts';
import { neededText, safeText } from './typedText.ts';

const placementId = z.string().max(100);
const LINE = 200;
const WORDS = 1000;

/** What the host fills in. `token` is the one of the link. */
const hostAnswer = z.object({
  token: z.string().max(100),
  name: neededText(LINE, 'Give your name').transform((text) => text.trim()),
  job: neededText(LINE, 'Give your job or your team').transform((text) => text.trim()),
  agrees: z.enum(['yes', 'no'], { error: 'Say whether you agree' }),
  words: safeText(WORDS).transform((text) => text.trim()),
});

/** The link is made for a placement that the host can still answer. Asked inside the transaction. */
async function refuseNeedless(tx: Writer, viewer: Viewer, id: string): Promise<void> {
  const subject = await findHostSubject(tx, id);
  authorise(viewer, 'placementHost.write', subject);
  if (subject?.answeredAt) throw new Refusal('conflict', { words: 'The host has answered already.' });
  if (subject?.offerId)
    throw new Refusal('conflict', { words: 'The host offered this place, so nobody has to ask for it.' });
  if (subject?.cancelledAt) throw new Refusal('conflict', { words: 'This placement was cancelled.' });
  if (subject && subject.endsOn < today()) throw new Refusal('conflict', { words: 'This placement is over.' });
}

/** The address of a link. From the configured address, never from what a browser said. */
const addressOf = (token: string) => new URL(`/host/${token}`, portal().settings.publicUrl).href;

/** Keeps the answer behind an open link. The same form once more is answered as the first time. */
async function keepAnswer(tx: Writer, tokenHash: string, said: HostWords): Promise<void> {
  const invitation = await findByHostToken(tx, tokenHash);
  if (invitation && isRepeat(invitation, said)) return;
  if (!invitation || !isInvitationOpen(invitation)) throw new Refusal('not_found');
  const { linkId, placement } = invitation;
  await insertHostAnswer(tx, { placementId: placement.id, linkId, ...said, answeredAt: now() });
}

const isRepeat = ({ answer, linkId }: HostInvitation, said: HostWords) =>
  answer !== null && answer.linkId === linkId && isSameAnswer(answer, said);

export const placementHost = {
  /** A trainee or her tutor makes a link for the host; the one before is taken back. Gives the address, this once. */
  makeLink: defineAction({
    accept: 'form',
    input: z.object({ placementId, linkId: z.uuid() }),
    handler: guarded({
      ability: 'placementHost.write',
      subject: ({ placementId: id }, _viewer, db) => findHostSubject(db, id),
      run: async ({ placementId: id, linkId }, _viewer, { write }) => {
        const { token, hash } = hostTokens.make();
        const madeAt = now();
        const isNew = await write(async (tx, viewer) => {
          if (await isHostLinkKept(tx, linkId)) return false;
          await refuseNeedless(tx, viewer, id);
          await refuseFull(tx, 'hostLinks', id);
          await revokeHostLinks(tx, id, madeAt);
          const expiresAt = linkEnd(madeAt);
          await insertHostLink(tx, {
            id: linkId,
            placementId: id,
            tokenHash: hash,
            madeBy: viewer.id,
            madeAt,
            expiresAt,
          });
          return true;
        });
        return { address: isNew ? addressOf(token) : null };
      },
    }),
  }),

  /** Takes the link back that stands. A second time changes nothing. */
  takeBack: defineAction({
    accept: 'form',
    input: z.object({ placementId }),
    handler: guarded({
      ability: 'placementHost.write',
      subject: ({ placementId: id }, _viewer, db) => findHostSubject(db, id),
      run: async ({ placementId: id }, _viewer, { write }) => {
        await write((tx) => revokeHostLinks(tx, id, now()));
        return { isTakenBack: true };
      },
    }),
  }),

  /** The host answers by the link, without an account: the token is the permission. Wrong, old and used ones are `not_found` alike. */
  answer: defineAction({
    accept: 'form',
    input: hostAnswer,
    handler: answering(async ({ token, agrees, ...typed }, { clientAddress, locals }) => {
      const tokenHash = await hostDoor.knownHash(token, clientAddress);
      const said = { ...typed, agrees: agrees === 'yes' };
      await writeByLink(async (tx) => {
        await refuseOwnAnswer(tx, tokenHash, locals.viewer);
        await keepAnswer(tx, tokenHash, said);
      });
      return { isKept: true };
    }),
  }),
};
