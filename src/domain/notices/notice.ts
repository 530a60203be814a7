import { formatDay, isDay, londonDay } from '../calendar.ts';
import { coverEndWords, coverSentence } from '../cohortCover/tutors.ts';
import { counted } from '../counted.ts';
import type { SignalKind } from '../signals/kinds.ts';
import { SIGNAL_WORDS } from '../signals/words.ts';
import type { CohortNews, NoticeKind, PlaceNews } from './words.ts';

/** What a query found that somebody was told of. */
export interface NoticeFact {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly personId: string;
  readonly traineeId: string | null;
  readonly traineeName: string | null;
  /** Of leave cover: who covers for whom and, for tutors, in which cohort. */
  readonly cover: { readonly name: string; readonly coversName: string; readonly cohortName: string | null } | null;
  /** Ids and figures that its words need. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** Something that somebody was told of, as she reads it. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  /** Whom it concerns, where that is somebody else. */
  readonly about: string | null;
  readonly words: string;
  /** Where it can be seen. */
  readonly href: string;
  readonly at: Date;
  /** `YYYY-MM-DD` in London. */
  readonly day: string;
  readonly isNew: boolean;
}

interface NoticeWords {
  readonly words: string;
  readonly href: string;
}

const text = ({ details }: Pick<NoticeFact, 'details'>, name: string) => {
  const value = details[name];
  return typeof value === 'string' ? value : '';
};
const isOwn = ({ traineeId, personId }: NoticeFact) => traineeId === null || traineeId === personId;
const either = (fact: NoticeFact, own: string, others: string) => (isOwn(fact) ? own : others);
const signalName = (fact: NoticeFact) => {
  const kind = text(fact, 'signal');
  return Object.hasOwn(SIGNAL_WORDS, kind) ? SIGNAL_WORDS[kind as SignalKind].name : 'Something needs a look';
};

const SAFETY: Readonly<Record<string, string>> = {
  'password-set': 'A new password was set for your account.',
  'email-changed': 'The e-mail address of your account was changed.',
  'roles-changed': 'What you may do in the portal was changed.',
  'switched-off': 'Your account was switched off.',
  'switched-on': 'Your account was switched on again.',
  'sessions-ended': 'You were signed out on every device.',
};
const PLACES: Readonly<Record<PlaceNews, string>> = {
  moved: 'You are in another cohort.',
  changed: 'Your route, your first day or your hours were changed.',
  'break-begun': 'A break in learning was entered for you.',
  'break-changed': 'The end of your break in learning was changed.',
  'break-cancelled': 'A break in learning was taken out before it began.',
  completed: 'Your programme was completed. Your account, your portfolio and your export stay yours.',
  withdrawn: 'Your programme was ended. Your account, your portfolio and your export stay yours.',
  reopened: 'Your programme was opened again.',
};
const CASELOADS: Readonly<Record<string, string>> = {
  agreed: 'A caseload may be over its limit for a while: it was agreed.',
  ended: 'A caseload is over its limit, and the agreement to that was ended.',
};
const PEER: Readonly<Record<string, string>> = {
  planned: 'A peer session was planned.',
  changed: 'A peer session was changed.',
  cancelled: 'A peer session was called off.',
  leader: 'You lead a peer session.',
  part: 'You have a part in a peer session.',
  held: 'A peer session was held: say what you will do differently, and what helped you.',
};
const SWAPS: Readonly<Record<string, string>> = {
  asked: 'A colleague asks you to swap a peer session.',
  accepted: 'A colleague agreed to swap a peer session with you.',
  declined: 'A colleague cannot swap a peer session with you.',
  withdrawn: 'A colleague no longer asks to swap a peer session.',
};
const PEOPLE: Readonly<Record<Exclude<CohortNews, 'brought-in'>, string>> = {
  joined: 'Came into a cohort of yours.',
  left: 'One trainee left a cohort of yours.',
  changed: 'Route, first day or hours were changed.',
  reopened: 'Is in a cohort of yours again: the programme was opened again.',
  'break-begun': 'A break in learning was entered.',
  'break-changed': 'The end of a break in learning was changed.',
  'break-cancelled': 'A break in learning was taken out before it began.',
};
const known = (words: Readonly<Record<string, string>>, what: string, otherwise: string) =>
  Object.hasOwn(words, what) ? (words[what] ?? otherwise) : otherwise;

/** Leave cover as its reader stands to it: names are those of colleagues whom every page about the cohort names. */
function coverWords({ personId, cover, ...fact }: NoticeFact): string {
  if (cover === null) return 'Leave cover of a tutor has begun or ended.';
  const one = { ...cover, personId: text(fact, 'coverId'), coversId: text(fact, 'coversId') };
  const days = { startsOn: text(fact, 'startsOn'), endsOn: text(fact, 'endsOn') || null };
  const words =
    text(fact, 'what') === 'ended'
      ? coverEndWords(one, personId)
      : coverSentence({ ...one, ...days }, personId, days.startsOn);
  return cover.cohortName === null ? words : `${cover.cohortName}: ${words}`;
}

function peopleWords(fact: NoticeFact): string {
  if (text(fact, 'what') !== 'brought-in') return known(PEOPLE, text(fact, 'what'), 'Something changed.');
  const { count } = fact.details;
  return `${counted(typeof count === 'number' ? count : 1, 'trainee was', 'trainees were')} brought into a cohort of yours.`;
}

/** One place for the words of every kind. Never anybody's own words: those are read where they stand. */
const NOTICE_WORDS: Readonly<Record<NoticeKind, (fact: NoticeFact) => NoticeWords>> = {
  'evidence-returned': (fact) => ({
    words: 'A piece of your evidence came back, with what to work on.',
    href: `/portfolio/evidence/${text(fact, 'evidenceId')}`,
  }),
  'caseload-breach': (fact) => ({
    words: known(CASELOADS, text(fact, 'what'), 'A caseload is over its limit.'),
    href: either(fact, '/caseload', `/trainees/${fact.traineeId ?? ''}/caseload`),
  }),
  'new-signal': (fact) => ({
    words: `${signalName(fact)}${fact.details['isBack'] === true ? ', which was noted and still stands' : ''}.`,
    href: either(fact, '/progress#signals', `/trainees/${fact.traineeId ?? ''}#signals`),
  }),
  'place-changed': (fact) => ({
    words: known(PLACES, text(fact, 'what'), 'Something was changed about your place in the programme.'),
    href: `/trainees/${fact.personId}/programme`,
  }),
  'account-safety': (fact) => ({
    words: known(SAFETY, text(fact, 'what'), 'Something was changed in your account.'),
    href: '/account/history',
  }),
  message: (fact) => ({ words: 'Your tutor sent you a message.', href: `/messages/${text(fact, 'messageId')}` }),
  'message-answer': (fact) => ({
    words: either(fact, 'Your tutor wrote back to you.', 'Answered a message of yours.'),
    href: `/messages/${text(fact, 'messageId')}${either(fact, '', `/${fact.traineeId ?? ''}`)}`,
  }),
  cover: (fact) => ({
    words: coverWords(fact),
    href: fact.cover?.cohortName ? '/cohorts' : `/trainees/${fact.personId}/contacts`,
  }),
  'cohort-people': (fact) => ({
    words: peopleWords(fact),
    href: either(fact, `/cohorts/${text(fact, 'cohortId')}`, `/trainees/${fact.traineeId ?? ''}/programme`),
  }),
  'peer-session': (fact) => ({
    words: known(PEER, text(fact, 'what'), 'There is something new about a peer session.'),
    href: `/peer-sessions/${text(fact, 'sessionId')}`,
  }),
  'peer-swap': (fact) => ({
    words: known(SWAPS, text(fact, 'what'), 'There is something new about a swap.'),
    href: `/peer-sessions/${text(fact, 'sessionId')}`,
  }),
  'action-due': (fact) => ({
    words: isDay(text(fact, 'dueOn'))
      ? `Something was agreed for you to do by ${formatDay(text(fact, 'dueOn'), { weekday: false })}.`
      : 'The day has come of something that was agreed for you to do.',
    href: `/trainees/${fact.traineeId ?? fact.personId}/contacts`,
  }),
  digest: () => ({ words: 'Your week in the portal.', href: '/notices' }),
};

/** What somebody was told of, in words. */
export function noticeOf(fact: NoticeFact): Notice {
  const { id, kind, traineeName, createdAt, readAt } = fact;
  return {
    ...{ id, kind, about: isOwn(fact) ? null : traineeName },
    ...NOTICE_WORDS[kind](fact),
    ...{ at: createdAt, day: londonDay(createdAt), isNew: readAt === null },
  };
}
