import type { PeerFormat } from '#src/domain/peerSessions/words.ts';

/** A session as its page shows it. */
export interface SessionView {
  readonly id: string;
  readonly leaderId: string | null;
  readonly leaderName: string | null;
  /** 1 where whoever leads it has left its cohort. */
  readonly leaderHasLeft: number;
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly format: PeerFormat | null;
  readonly title: string;
  readonly aim: string;
  readonly contentNote: string | null;
  readonly guest: string;
  readonly revision: number;
  readonly heldAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelledByName: string | null;
  readonly cancelReason: string | null;
}

/** A wish to swap as the two who are in it, and their tutor, see it. */
export interface SwapView {
  readonly id: string;
  readonly sessionId: string;
  readonly day: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedOf: string;
  readonly askedOfName: string;
  readonly inReturnId: string | null;
  readonly inReturnDay: string | null;
  readonly words: string;
  readonly askedAt: Date;
  readonly answer: 'agreed' | 'declined' | 'withdrawn' | null;
  readonly answeredAt: Date | null;
}

export interface MaterialView {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly address: string | null;
  readonly addedById: string;
  readonly addedBy: string;
}

export interface ColleagueView {
  readonly traineeId: string;
  readonly name: string;
  readonly leads: readonly { readonly id: string; readonly day: string }[];
}
