import { KIND_CHOICES } from './choices.ts';
import { LINK_MAIL_KINDS, type LinkMailKind, type MailKind } from './words.ts';

const LINK_NAMES: Readonly<Record<LinkMailKind, string>> = {
  invitation: 'Invitations',
  'password-reset': 'Links to set another password',
};
const isLink = (kind: MailKind): kind is LinkMailKind => LINK_MAIL_KINDS.some((known) => known === kind);

/** What e-mails of a kind are called in lists. */
export function mailKindName(kind: MailKind): string {
  return isLink(kind) ? LINK_NAMES[kind] : KIND_CHOICES[kind].name;
}
