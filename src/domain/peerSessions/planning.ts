import type { PeerFormatFile } from './formatSchema.ts';
import type { PeerFormat } from './words.ts';

/** What of a session decides whether its plan may still change. */
export interface SessionFacts {
  readonly day: string;
  readonly heldAt: Date | null;
  readonly cancelledAt: Date | null;
}

export type SessionState = 'cancelled' | 'held' | 'past' | 'today' | 'coming';

/** Where a session stands on a day. `past`: its day is over and nobody closed it. */
export function sessionState({ day, heldAt, cancelledAt }: SessionFacts, today: string): SessionState {
  if (cancelledAt !== null) return 'cancelled';
  if (heldAt !== null) return 'held';
  if (day < today) return 'past';
  return day === today ? 'today' : 'coming';
}

const FIXED: Readonly<Record<SessionState, string | null>> = {
  cancelled: 'This session was cancelled.',
  held: 'This session was held: its plan stays as it was.',
  past: 'The day of this session is over: its plan stays as it was.',
  today: null,
  coming: null,
};

/** Why its plan, its parts and its leader stay as they are, as a sentence, or null. */
export function whyPlanFixed(session: SessionFacts, today: string): string | null {
  return FIXED[sessionState(session, today)];
}

/** The file of a format; null where none is chosen yet. */
export function formatOf(formats: readonly PeerFormatFile[], format: PeerFormat | null): PeerFormatFile | null {
  return formats.find(({ id }) => id === format) ?? null;
}

/** What of a plan is missing before it can be sent out, in the order in which it is asked. */
const PLAN_GAPS = ['format', 'title', 'aim', 'contentNote'] as const;
export type PlanGap = (typeof PLAN_GAPS)[number];

interface Plan {
  readonly format: PeerFormat | null;
  readonly title: string;
  readonly aim: string;
  readonly contentNote: string | null;
}

/** What nobody has said yet of a session; empty where its plan is whole. */
export function planGaps(plan: Plan): PlanGap[] {
  return PLAN_GAPS.filter((part) => (part === 'contentNote' ? plan.contentNote === null : !plan[part]));
}
