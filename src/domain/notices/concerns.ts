import type { Role } from '../access/roles.ts';
import { CHOOSABLE } from './choices.ts';
import type { NoticeKind } from './words.ts';

/** Whom a kind can ever be told to, by role. Who may know of one notice is `audience.ts`. Source: docs/notices.md, the table of kinds. */
const TOLD_TO: Readonly<Record<NoticeKind, readonly Role[] | 'everybody'>> = {
  'evidence-returned': ['trainee'],
  'caseload-breach': ['trainee', 'tutor'],
  'new-signal': ['trainee', 'tutor'],
  'place-changed': ['trainee'],
  message: ['trainee'],
  'message-answer': ['trainee', 'tutor'],
  cover: ['trainee', 'tutor'],
  'cohort-people': ['tutor'],
  'peer-session': ['trainee'],
  'peer-swap': ['trainee'],
  'action-due': ['trainee', 'tutor', 'manager'],
  digest: 'everybody',
  'account-safety': 'everybody',
};

/** Kinds that somebody with these roles can be told of and choose about, in the order of the page. */
export function choosableBy(roles: readonly Role[]): readonly NoticeKind[] {
  return CHOOSABLE.filter((kind) => {
    const told = TOLD_TO[kind];
    return told === 'everybody' || told.some((role) => roles.includes(role));
  });
}
