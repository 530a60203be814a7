/** What somebody is told of, in the portal and by e-mail. */
export const NOTICE_KINDS = [
  'evidence-returned',
  'caseload-breach',
  'new-signal',
  'place-changed',
  'account-safety',
  'message',
  'message-answer',
  'cover',
  'cohort-people',
  'peer-session',
  'peer-swap',
  'action-due',
  'digest',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** When an e-mail about it goes out; in the portal it always stands. */
export const NOTICE_TIMES = ['at_once', 'weekly', 'never'] as const;
export type NoticeTime = (typeof NOTICE_TIMES)[number];

/** What may have happened to a trainee's place in the programme. */
export type PlaceNews =
  'moved' | 'changed' | 'break-begun' | 'break-changed' | 'break-cancelled' | 'completed' | 'withdrawn' | 'reopened';

/** What tutors are told of who is in their cohorts. Whoever left is nobody's name: where she is now, and why, is not theirs to know. */
export type CohortNews =
  'joined' | 'left' | 'brought-in' | 'changed' | 'reopened' | 'break-begun' | 'break-changed' | 'break-cancelled';

/** E-mails that tell of nothing in the portal: links to set a password. */
export const LINK_MAIL_KINDS = ['invitation', 'password-reset'] as const;
export type LinkMailKind = (typeof LINK_MAIL_KINDS)[number];

/** What an e-mail may be about. */
export type MailKind = NoticeKind | LinkMailKind;
