import { NOTICE_KINDS, type NoticeKind, type NoticeTime } from './words.ts';

interface KindChoice {
  /** What one of them is called. */
  readonly title: string;
  /** What it is called where people choose. */
  readonly name: string;
  readonly hint: string;
  readonly usual: NoticeTime;
  readonly times: readonly NoticeTime[];
}

const ALL = ['at_once', 'weekly', 'never'] as const;
const SAFETY = 'A new password, another e-mail address, a link to sign in. Always sent at once.';

/**
 * What may be chosen for each kind, and what counts where nobody chose: at once for what cannot wait a week, else with the weekly
 * e-mail. Source: docs/notices.md.
 */
export const KIND_CHOICES: Readonly<Record<NoticeKind, KindChoice>> = {
  'evidence-returned': {
    title: 'Evidence came back',
    name: 'Evidence that comes back to you',
    hint: 'Your assessor has decided and asks for something more.',
    usual: 'at_once',
    times: ALL,
  },
  'caseload-breach': {
    title: 'Over the limit',
    name: 'A caseload over its limit',
    hint: 'Yours, or that of somebody you are the tutor or the manager of.',
    usual: 'at_once',
    times: ALL,
  },
  'new-signal': {
    title: 'New signal',
    name: 'New signals',
    hint: 'Something new stands on your progress page, or on the page of a cohort of yours. One e-mail an hour at most.',
    usual: 'at_once',
    times: ALL,
  },
  'place-changed': {
    title: 'Your place',
    name: 'Your place in the programme',
    hint: 'Cohort, route, first day, hours, a break, the end of your programme.',
    usual: 'weekly',
    times: ALL,
  },
  message: {
    title: 'Message',
    name: 'Messages from your tutor',
    hint: 'The words stay in the portal.',
    usual: 'weekly',
    times: ALL,
  },
  'message-answer': {
    title: 'Answer',
    name: 'Answers to messages',
    hint: 'A trainee answered a message of yours, or your tutor wrote back. The words stay in the portal.',
    usual: 'weekly',
    times: ALL,
  },
  cover: {
    title: 'Leave cover',
    name: 'Leave cover of tutors',
    hint: 'Somebody begins to stand in for a tutor of your cohort, or has ended.',
    usual: 'weekly',
    times: ALL,
  },
  'cohort-people': {
    title: 'Your cohort',
    name: 'Who is in your cohorts',
    hint: 'For tutors: a trainee comes into a cohort of yours or leaves it, a place or a break is changed.',
    usual: 'weekly',
    times: ALL,
  },
  'peer-session': {
    title: 'Peer session',
    name: 'Peer sessions',
    hint: 'A session is planned, moved or called off, or you have a part in it.',
    usual: 'weekly',
    times: ALL,
  },
  'peer-swap': {
    title: 'Swap',
    name: 'Swaps of peer sessions',
    hint: 'A colleague asks you to swap, or has answered.',
    usual: 'weekly',
    times: ALL,
  },
  'action-due': {
    title: 'Action',
    name: 'Actions',
    hint: 'Something was agreed for you to do, or its day has come.',
    usual: 'weekly',
    times: ALL,
  },
  digest: {
    title: 'Your week',
    name: 'The weekly e-mail itself',
    hint: 'On Mondays at 7am, and only when something waits for you.',
    usual: 'weekly',
    times: ['weekly', 'never'],
  },
  'account-safety': {
    title: 'Your account',
    name: 'The safety of your account',
    hint: SAFETY,
    usual: 'at_once',
    times: ['at_once'],
  },
};

/** Kinds about which somebody can choose, in the order of the page. */
export const CHOOSABLE = NOTICE_KINDS.filter((kind) => KIND_CHOICES[kind].times.length > 1);

/** Whether somebody can say no to e-mails of a kind. */
export const canStop = (kind: string): kind is NoticeKind => CHOOSABLE.some((known) => known === kind);

/** When e-mails of a kind go to somebody, from what she chose, if anything. A choice that a kind does not offer counts for nothing. */
export function timeFor(kind: NoticeKind, chosen: NoticeTime | null | undefined): NoticeTime {
  const { times, usual } = KIND_CHOICES[kind];
  return chosen && times.includes(chosen) ? chosen : usual;
}

export const TIME_WORDS: Readonly<Record<NoticeTime, string>> = {
  at_once: 'At once',
  weekly: 'With the weekly e-mail',
  never: 'Never',
};
