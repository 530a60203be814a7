import { saveChoices } from '#db/queries/notices/choices.ts';
import type { NoticeKind } from '#src/domain/notices/words.ts';
import { now, portal, write } from '../portal.ts';
import { readUnsubscribeToken } from './unsubscribe.ts';

/**
 * What a link at the end of an e-mail stops; null for one that the portal did not make. It is done where it was asked for; a repeat
 * changes nothing. The link itself is the right to do it, and the only thing that it does. Throws `too_many`.
 */
export async function stopMails(
  token: string,
  { isAsked, address }: { readonly isAsked: boolean; readonly address: string },
): Promise<NoticeKind | null> {
  const stops = readUnsubscribeToken(portal().mac, token);
  if (!stops) {
    await portal().linkTries.missed(address);
    return null;
  }
  const { personId, kind } = stops;
  if (isAsked) await write((tx) => saveChoices(tx, { personId, choices: new Map([[kind, 'never']]), at: now() }));
  return kind;
}
