import { ROLES } from '../access/roles.ts';
import { ROLE_NAMES } from '../people/names.ts';
import { andWords, type AuditFact, byFile, textIn, textsIn } from './fact.ts';

/** Roles as people call them, in the order of the portal. */
const roleNames = (fact: AuditFact, key: string): string => {
  const held = textsIn(fact, key);
  return ROLES.filter((role) => held.includes(role))
    .map((role) => ROLE_NAMES[role].toLowerCase())
    .join(', ');
};

const FIELD_NAMES: Readonly<Record<string, string>> = { name: 'name', email: 'e-mail address', language: 'language' };

function changed(fact: AuditFact): string[] {
  const fields = textsIn(fact, 'changed').flatMap((field) => FIELD_NAMES[field] ?? []);
  if (fields.length === 0) return [`Name or language changed${byFile(fact)}`];
  return [`Changed in the account: ${fields.join(', ')}`];
}

const invited = (fact: AuditFact): string[] => [
  textIn(fact, 'kind') === 'reset'
    ? 'Link to set another password made by an administrator'
    : 'Invitation to set a password made by an administrator',
];

const passwordSet = (fact: AuditFact): string[] => [
  textIn(fact, 'by') === 'link' ? 'Password set by a link' : 'Password changed, with the one before',
];

/** Accounts, roles and passwords. */
export const ACCOUNT_SENTENCES = {
  'person.added': (fact: AuditFact): string[] => [
    `Account made${andWords(', as ', roleNames(fact, 'roles'))}${byFile(fact)}`,
  ],
  'person.changed': changed,
  'person.disabled': (): string[] => ['Account switched off, and every sign-in ended'],
  'person.enabled': (): string[] => ['Account switched on again'],
  'role.given': (fact: AuditFact): string[] => [`Role given${andWords(': ', roleNames(fact, 'role'))}${byFile(fact)}`],
  'role.taken': (fact: AuditFact): string[] => [`Role taken away${andWords(': ', roleNames(fact, 'role'))}`],
  'invitation.sent': invited,
  'password.set': passwordSet,
  'password.reset_asked': (): string[] => ['Link to set another password asked for on the sign-in page'],
  'sessions.ended': (fact: AuditFact): string[] => [
    textIn(fact, 'why') === 'most'
      ? 'The sign-in that rested longest was ended, because there were more than there may be at once'
      : 'Signed out on every device',
  ],
} as const;
