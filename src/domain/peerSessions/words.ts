/** How a monthly session that trainees lead is run. */
export const PEER_FORMATS = [
  'case_discussion',
  'action_learning_set',
  'teach_back',
  'guest_speaker',
  'learning_from_a_review',
] as const;
export type PeerFormat = (typeof PEER_FORMATS)[number];

/** Who does what in a session. */
export const PEER_ROLES = ['leader', 'presenter', 'timekeeper', 'note_taker', 'host_of_guest'] as const;
export type PeerRole = (typeof PEER_ROLES)[number];

export const PEER_ATTENDANCE = ['there', 'apologies', 'absent'] as const;
export type PeerAttendance = (typeof PEER_ATTENDANCE)[number];

/** What became, a month later, of what somebody wanted to do differently. */
export const INTENTION_OUTCOMES = ['did', 'partly', 'not_yet', 'let_go'] as const;
export type IntentionOutcome = (typeof INTENTION_OUTCOMES)[number];

/** What became of a wish to swap. */
export const SWAP_ANSWERS = ['agreed', 'declined', 'withdrawn'] as const;
export type SwapAnswer = (typeof SWAP_ANSWERS)[number];
