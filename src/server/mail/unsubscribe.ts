import { canStop } from '#src/domain/notices/choices.ts';
import type { NoticeKind } from '#src/domain/notices/words.ts';
import type { Mac } from '../mac.ts';

const PURPOSE = 'unsubscribe';
const PARTS = /^(?<subject>[A-Za-z0-9_-]{1,300})\.(?<proof>[A-Za-z0-9_-]{43})$/u;

/** Whose e-mails of which kind a link stops. */
export interface Unsubscribing {
  readonly personId: string;
  readonly kind: NoticeKind;
}

/**
 * The token of a link that stops one kind of e-mail for one person, and does nothing else. It stands in no table and does not go out
 * of date: whoever still has the e-mail can still say no.
 */
export function unsubscribeToken(mac: Mac, { personId, kind }: Unsubscribing): string {
  const subject = Buffer.from(JSON.stringify([personId, kind])).toString('base64url');
  return `${subject}.${mac.of(PURPOSE, subject)}`;
}

/** What a token stops; null for every one that the portal did not make. */
export function readUnsubscribeToken(mac: Mac, token: string): Unsubscribing | null {
  const { subject, proof } = PARTS.exec(token)?.groups ?? {};
  if (subject === undefined || proof === undefined || !mac.fits(PURPOSE, subject, proof)) return null;
  const [personId, kind] = JSON.parse(Buffer.from(subject, 'base64url').toString()) as [string, string];
  return canStop(kind) ? { personId, kind } : null;
}
