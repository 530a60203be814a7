import { can } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import type { NoticeKind } from './words.ts';

/** What decides whether somebody may know of something. */
export interface NoticeSubject {
  readonly kind: NoticeKind;
  readonly personId: string;
  /** Whom it concerns; null: the person herself. */
  readonly traineeId: string | null;
  /** The cohort that trainee is in now. */
  readonly traineeCohortId: string | null;
  /** The cohort it belongs to, for peer sessions. */
  readonly cohortId: string | null;
  /** It comes from a wellbeing check-in: others know only while that is shared. */
  readonly isWellbeing: boolean;
  readonly isShared: boolean;
}

type Rule = (viewer: Viewer, subject: NoticeSubject & { readonly about: string }) => boolean;

const herself: Rule = (viewer, { about }) => viewer.id === about;
const orHerself =
  (rule: Rule): Rule =>
  (viewer, subject) =>
    herself(viewer, subject) || ((!subject.isWellbeing || subject.isShared) && rule(viewer, subject));
/** A session of her cohort; where it names a colleague, one who is in that cohort still. */
const withPeers: Rule = (viewer, { cohortId, about, traineeCohortId }) =>
  cohortId !== null &&
  (about === viewer.id || traineeCohortId === cohortId) &&
  can(viewer, 'peerSession.read', { cohortId });

/** What concerns a cohort, told to one of its people; without a cohort it is about herself. */
const inCohort: Rule = (viewer, { about, cohortId }) =>
  about === viewer.id && (cohortId === null || can(viewer, 'peerSession.read', { cohortId }));
/** A tutor about a trainee who is hers now; about nobody by name, of a cohort that is hers now. */
const ofTutors: Rule = (viewer, { about, cohortId, traineeCohortId }) =>
  about === viewer.id
    ? cohortId !== null && can(viewer, 'cohort.read', { cohortId })
    : can(viewer, 'place.read', { traineeId: about, cohortId: traineeCohortId });

/** Who may know, by kind: the ability of the page that it leads to. */
const RULES: Readonly<Record<NoticeKind, Rule>> = {
  'evidence-returned': herself,
  'caseload-breach': orHerself((viewer, { about, traineeCohortId: cohortId }) =>
    can(viewer, 'case.read', { traineeId: about, cohortId }),
  ),
  'new-signal': orHerself((viewer, { about, traineeCohortId: cohortId }) =>
    can(viewer, 'signal.read', { traineeId: about, cohortId }),
  ),
  'account-safety': herself,
  'place-changed': herself,
  message: herself,
  'message-answer': (viewer, { about, traineeCohortId: cohortId }) =>
    about === viewer.id || can(viewer, 'message.answer', { traineeId: about, cohortId, senderId: viewer.id }),
  cover: inCohort,
  'cohort-people': ofTutors,
  'peer-session': withPeers,
  'peer-swap': withPeers,
  'action-due': orHerself((viewer, { about, traineeCohortId: cohortId }) =>
    can(viewer, 'contact.read', { traineeId: about, cohortId }),
  ),
  digest: herself,
};

/**
 * Whether somebody may be shown or mailed something as she stands now: asked when she reads and when an e-mail is written, never only
 * when it happened. `stillHers` (db/queries/notices) says the same to the database.
 */
export function mayBeTold(viewer: Viewer, subject: NoticeSubject): boolean {
  const about = subject.traineeId ?? subject.personId;
  return viewer.id === subject.personId && RULES[subject.kind](viewer, { ...subject, about });
}
