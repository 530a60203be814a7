import { formatDay } from '#src/domain/calendar.ts';
import type { PlanGap, SessionState } from '#src/domain/peerSessions/planning.ts';
import type { PeerRole } from '#src/domain/peerSessions/words.ts';
import { timeWords } from '#src/domain/week/times.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

/** Roles as a table names them. */
export const ROLE_NAMES: Readonly<Record<PeerRole, string>> = {
  leader: 'Leader',
  presenter: 'Presenter',
  timekeeper: 'Timekeeper',
  note_taker: 'Note taker',
  host_of_guest: 'Host of the guest',
};

export const STATE_TAGS: Readonly<Record<SessionState, { readonly kind: TagKind; readonly text: string }>> = {
  coming: { kind: 'agreed', text: 'Planned' },
  today: { kind: 'due', text: 'Today' },
  past: { kind: 'draft', text: 'Not closed yet' },
  held: { kind: 'done', text: 'Held' },
  cancelled: { kind: 'not_met', text: 'Cancelled' },
};

/** What is missing of a plan, after “still to say:”. */
export const GAP_WORDS: Readonly<Record<PlanGap, string>> = {
  format: 'the format',
  title: 'a title',
  aim: 'the aim',
  contentNote: 'what may be hard to hear',
};

interface Timed {
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** “10am to 11am”. */
export const hoursWords = ({ startsAt, endsAt }: Omit<Timed, 'day'>): string =>
  `${timeWords(startsAt)} to ${timeWords(endsAt)}`;

/** “Tuesday 8 December 2026, 10am to 11am”. */
export const sessionTime = (session: Timed): string =>
  `${formatDay(session.day, { year: true })}, ${hoursWords(session)}`;

/** What a session is called: its title, else what kind it is, else what it is at all. */
export function sessionName(title: string, formatName: string | null): string {
  return title !== '' ? title : (formatName ?? 'Peer session');
}

/** Who leads, as a table says it. */
export function leaderWords({
  leaderName,
  leaderHasLeft,
}: {
  readonly leaderName: string | null;
  readonly leaderHasLeft: number;
}): string {
  if (leaderName === null) return 'Nobody yet';
  return leaderHasLeft === 1 ? `Nobody now: ${leaderName} has left the cohort` : leaderName;
}

/** What was done, by what the address says after `saved=`. */
export const SAVED_WORDS: Readonly<Record<string, { readonly title: string; readonly words: string }>> = {
  plan: { title: 'Plan saved', words: 'Everybody in the cohort can read it.' },
  arrange: { title: 'Saved', words: 'Everybody in the cohort has been told.' },
  cancel: { title: 'Cancelled', words: 'Everybody in the cohort has been told, with your reason.' },
  takeRole: { title: 'The role is yours', words: 'You can now tick what is prepared and add something to read.' },
  leaveRole: { title: 'You gave the role back', words: 'Somebody else can take it.' },
  prepare: { title: 'Saved', words: 'The checklist shows who did what.' },
  addMaterial: { title: 'Added', words: 'Everybody in the cohort can read it.' },
  removeMaterial: { title: 'Taken out', words: 'It is gone for everybody.' },
  askSwap: { title: 'Asked', words: 'Until your colleague answers, the session stays yours.' },
  withdrawSwap: { title: 'Taken back', words: 'The session stays yours.' },
  'swap-agreed': { title: 'Agreed', words: 'The rota shows who leads now, and your colleague has been told.' },
  'swap-declined': { title: 'Declined', words: 'Nothing changes, and your colleague has been told.' },
};
