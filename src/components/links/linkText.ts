import { formatDay, formatInstant, londonDay } from '#src/domain/calendar.ts';
import { LINK_DAYS, type LinkLife } from '#src/domain/links/link.ts';

/** Until when a link works, since when it does not, or when it was taken back. A sentence. */
export function whatBecame({ expiresAt, revokedAt }: LinkLife, at: Date): string {
  if (revokedAt) return `It was taken back on ${formatDay(londonDay(revokedAt), { year: true })}.`;
  const until = formatInstant(expiresAt);
  return at < expiresAt ? `It works until ${until}, for one answer.` : `It stopped working on ${until}.`;
}

/** What every e-mail with such a link asks for. */
export const ONE_ANSWER = `The link takes one answer and works for ${String(LINK_DAYS)} days. Please keep it to yourself.`;

/** An e-mail that is ready to be sent; `href` opens it in an e-mail program, without an address. */
export interface LinkEmail {
  readonly subject: string;
  readonly text: string;
  readonly href: string;
}

/** An e-mail of these paragraphs. */
export function linkEmail(subject: string, paragraphs: readonly string[]): LinkEmail {
  const text = paragraphs.join('\n\n');
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  return { subject, text, href: `mailto:?${query}` };
}
