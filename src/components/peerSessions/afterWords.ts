import type { AskedAfter } from '#src/domain/peerSessions/afterwards.ts';
import type { IntentionOutcome, PeerAttendance } from '#src/domain/peerSessions/words.ts';

/** How attendance is said of others. */
export const ATTENDANCE_WORDS: Readonly<Record<PeerAttendance, string>> = {
  there: 'Was there',
  apologies: 'Sent apologies',
  absent: 'Not there',
};

export const OUTCOME_WORDS: Readonly<Record<IntentionOutcome, string>> = {
  did: 'I did it',
  partly: 'I did some of it',
  not_yet: 'Not yet',
  let_go: 'I let it go',
};

/** What a person is asked, as a line with a link. */
export const ASK_WORDS: Readonly<Record<AskedAfter, { readonly text: string; readonly anchor: string }>> = {
  close: { text: 'Mark who was there and close the session', anchor: '#attendance' },
  intention: { text: 'Say what you will do differently', anchor: '#differently' },
  feedback: { text: 'Tell the leader what helped', anchor: '#feedback' },
  review: { text: 'Say what became of what you wanted to do differently', anchor: '#differently' },
};

export const people = (count: number): string => `${String(count)} ${count === 1 ? 'person' : 'people'}`;
