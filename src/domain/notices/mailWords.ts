import { counted } from '../counted.ts';
import type { MailKind } from './words.ts';

/** What an e-mail tells: how many things of a kind, and whether they are about the reader herself. */
export interface MailFact {
  readonly kind: MailKind;
  readonly count: number;
  readonly isOwn: boolean;
  /** From a closed list, for what happened to an account. */
  readonly what: string;
  /** Where the one thing can be seen, as a path. */
  readonly href: string;
}

/** An e-mail before it is set: nobody's name, nobody's words, nothing of a case in it. */
export interface MailWords {
  readonly subject: string;
  readonly sentences: readonly string[];
  /** What the reader is asked to open: a path of the portal. */
  readonly link: { readonly text: string; readonly path: string };
}

/** `path`: where it leads, if not to the one thing. */
type Words = (fact: MailFact) => Omit<MailWords, 'link'> & { readonly open: string; readonly path?: string };

const some = (count: number, one: string, many: string) => (count === 1 ? one : `${String(count)} ${many}`);

const SAFETY: Readonly<Record<string, string>> = {
  'password-set': 'A new password was set for your account.',
  'email-changed': 'The e-mail address of your account was changed.',
  'roles-changed': 'What you may do in the portal was changed.',
  'switched-off': 'Your account was switched off. Nobody can sign in with it, and nothing that is yours is lost.',
  'switched-on': 'Your account was switched on again.',
  'sessions-ended': 'You were signed out on every device.',
};

const WORDS: Readonly<Record<MailKind, Words>> = {
  'evidence-returned': ({ count }) => ({
    subject: some(count, 'A piece of your evidence came back', 'pieces of your evidence came back'),
    sentences: ['Your assessor has decided and asks for something more. What was written is in the portal.'],
    open: 'Read the feedback',
  }),
  'caseload-breach': ({ isOwn }) => ({
    subject: isOwn ? 'Your caseload is over its limit' : 'A caseload is over its limit',
    sentences: isOwn
      ? ['How it was worked out, and whether anybody agreed to it, is in the portal.']
      : ['It is the caseload of a trainee of yours. Whose it is, and why, is in the portal.'],
    open: 'See the caseload',
  }),
  'new-signal': ({ count, isOwn }) => ({
    subject: isOwn
      ? some(count, 'Something in your programme needs a look', 'things in your programme need a look')
      : some(count, 'A new signal about a trainee of yours', 'new signals about trainees of yours'),
    sentences: isOwn
      ? ['You and your tutor read the same words about it in the portal, with what comes next.']
      : ['Whom it is about, since when, and the next sensible step, are in the portal.'],
    open: 'See what it is',
  }),
  'account-safety': ({ what }) => ({
    // She cannot look at her history any more.
    ...(what === 'switched-off' && { path: '/privacy' }),
    subject: 'Something was changed in your account',
    sentences: [
      Object.hasOwn(SAFETY, what) ? (SAFETY[what] ?? '') : 'Something was changed in your account.',
      'If that was you, or you were told of it, there is nothing to do. If not, tell your programme administrator at once.',
    ],
    open: what === 'switched-off' ? 'What the portal keeps, and whom to ask' : 'See what was done',
  }),
  'place-changed': () => ({
    subject: 'Something was changed about your place in the programme',
    sentences: ['What it was before, what it is now and why are in the portal.'],
    open: 'See your place',
  }),
  message: ({ count }) => ({
    subject: some(count, 'A message from your tutor', 'messages from your tutor'),
    sentences: ['It is in the portal, to read and to keep.'],
    open: 'Read it',
  }),
  'message-answer': ({ count, isOwn }) => ({
    subject: isOwn
      ? some(count, 'Your tutor wrote back to you', 'answers from your tutor')
      : some(count, 'A trainee answered a message of yours', 'answers to messages of yours'),
    sentences: ['It is in the portal, and only the two of you read it.'],
    open: 'Read it',
  }),
  cover: () => ({
    subject: 'Leave cover of a tutor',
    sentences: ['Who stands in for whom, or no longer does, is in the portal.'],
    open: 'See who it is',
  }),
  'cohort-people': () => ({
    subject: 'Something changed about who is in a cohort of yours',
    sentences: ['What it is is in the portal. Of whoever left a cohort, no name is told.'],
    open: 'See what changed',
  }),
  'peer-session': () => ({
    subject: 'News of a peer session',
    sentences: ['When it is, what you have to prepare and who does what is in the portal.'],
    open: 'See the session',
  }),
  'peer-swap': () => ({
    subject: 'A swap of peer sessions',
    sentences: ['A colleague asks you to swap, or has answered.'],
    open: 'See the session',
  }),
  'action-due': ({ count }) => ({
    subject: some(count, 'Something for you to do', 'things for you to do'),
    sentences: ['It was agreed for you, or its day has come. What it is, and by when, is in the portal.'],
    open: 'See what it is',
  }),
  digest: () => ({ subject: 'Your week in the portal', sentences: [], open: 'See all of it' }),
  invitation: () => ({
    subject: 'Your account in the PQiP learning portal',
    sentences: [
      'You have an account in the learning portal of the Professional Qualification in Probation.',
      'The link below lets you choose a password. It works once, and for 7 days. If you did not expect this, do nothing.',
    ],
    open: 'Choose a password',
  }),
  'password-reset': () => ({
    subject: 'A new password for your account',
    sentences: [
      'The link below lets you choose another password. It works once, and for a short time only.',
      'If you did not ask for it, do nothing: your password stays as it is.',
    ],
    open: 'Choose another password',
  }),
};

/** What an e-mail says. One thing is linked to; of more the list. */
export function mailWords(fact: MailFact): MailWords {
  const { open, path, ...words } = WORDS[fact.kind](fact);
  return { ...words, link: { text: open, path: path ?? (fact.count === 1 ? fact.href : '/notices') } };
}

/** One line of the weekly e-mail: what waits, how much of it, and where. */
export interface DigestLine {
  readonly words: string;
  readonly path: string;
}

const DIGEST_WORDS: Readonly<Partial<Record<MailKind, (count: number) => string>>> = {
  'evidence-returned': (count) => counted(count, 'piece of evidence came back', 'pieces of evidence came back'),
  'caseload-breach': (count) =>
    counted(count, 'notice of a caseload over its limit', 'notices of caseloads over the limit'),
  'new-signal': (count) => counted(count, 'new signal', 'new signals'),
  'place-changed': (count) => counted(count, 'change to your place in the programme', 'changes to your place'),
  message: (count) => counted(count, 'message to read', 'messages to read'),
  'message-answer': (count) => counted(count, 'answer to a message', 'answers to messages'),
  cover: (count) => counted(count, 'piece of news about leave cover', 'pieces of news about leave cover'),
  'cohort-people': (count) => counted(count, 'change to who is in your cohorts', 'changes to who is in your cohorts'),
  'peer-session': (count) => counted(count, 'piece of news about peer sessions', 'pieces of news about peer sessions'),
  'peer-swap': (count) => counted(count, 'swap of peer sessions', 'swaps of peer sessions'),
  'action-due': (count) => counted(count, 'action for you', 'actions for you'),
  'account-safety': (count) => counted(count, 'change to your account', 'changes to your account'),
};

/** What waits for somebody, by kind, and where the standing signals of her cohorts are. */
export interface DigestFacts {
  readonly unread: ReadonlyMap<MailKind, number>;
  /** For a tutor: of how many trainees of each cohort something stands now. */
  readonly cohorts: readonly { readonly cohortId: string; readonly trainees: number; readonly of: number }[];
}

/** The weekly e-mail's lines: none where nothing waits. */
export function digestLines({ unread, cohorts }: DigestFacts): DigestLine[] {
  const standing = cohorts
    .filter(({ trainees }) => trainees > 0)
    .map(({ cohortId, trainees, of }) => ({
      words: `${String(trainees)} of ${counted(of, 'trainee', 'trainees')} in a cohort of yours ${trainees === 1 ? 'has' : 'have'} a signal that stands`,
      path: `/cohorts/${cohortId}`,
    }));
  const lines = [...unread].flatMap(([kind, count]) => {
    const words = DIGEST_WORDS[kind]?.(count);
    return words === undefined || count === 0 ? [] : [{ words: `${words} not yet looked at`, path: '/notices' }];
  });
  return [...standing, ...lines];
}
