import { daysBetween, londonDay } from '../calendar.ts';
import type { AssessmentOutcome, EvidenceKind } from './words.ts';

/** Weeks that the turnaround looks back. */
export const TURNAROUND_WEEKS = 12;

/** A snapshot that waits for a decision. Instants are seconds since 1970, like everywhere here. */
export interface WaitingFact {
  readonly fact: 'waiting';
  readonly id: string;
  readonly evidenceId: string;
  readonly traineeId: string;
  readonly traineeName: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly number: number;
  /** Handed in, signed by both, or opened again: from then on it waits for her. */
  readonly since: number;
  readonly claims: readonly string[];
  /** When she last saved a draft about it, or null. */
  readonly heldAt: number | null;
  /** Decided before, and opened again: who did, and why. */
  readonly reopened: {
    readonly by: string;
    readonly as: 'verifier' | 'countersigner';
    readonly words: string;
    readonly reasons: readonly (readonly [criterionId: string, reason: string])[];
  } | null;
}

interface AboutTrainee {
  readonly traineeId: string;
  readonly traineeName: string;
  readonly title: string;
  readonly since: number;
}

/** Everything that an assessor's queue is made of. One query gives it: `listQueueFacts`. */
export type QueueFact =
  | WaitingFact
  | (AboutTrainee & {
      readonly fact: 'record';
      readonly evidenceId: string;
      readonly kind: EvidenceKind;
      readonly isWithTrainee: boolean;
      /** Why its trainee did not sign it, or null. */
      readonly refused: string | null;
    })
  | (AboutTrainee & { readonly fact: 'witness'; readonly submissionId: string })
  | {
      readonly fact: 'countersign';
      readonly submissionId: string;
      readonly assessmentId: string;
      readonly since: number;
      readonly title: string;
      readonly assessorName: string;
    }
  | { readonly fact: 'judge'; readonly id: string; readonly title: string; readonly closesOn: string }
  | {
      readonly fact: 'released';
      readonly submissionId: string;
      readonly traineeId: string;
      readonly traineeName: string;
      readonly title: string;
      readonly outcome: AssessmentOutcome;
      readonly needsCountersign: boolean;
    };

export type QueueFactOf<K extends QueueFact['fact']> = Extract<QueueFact, { fact: K }>;

/** Those of one kind. */
export function factsOf<K extends QueueFact['fact']>(facts: readonly QueueFact[], kind: K): QueueFactOf<K>[] {
  return facts.filter((fact): fact is QueueFactOf<K> => fact.fact === kind);
}

/** The two orders of a queue. */
export const QUEUE_ORDERS = ['age', 'trainee'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** What was opened again first, then by age: the same order on every screen, and the one that "next" follows. */
export function byAge(waiting: readonly WaitingFact[]): WaitingFact[] {
  const reopenedFirst = (one: WaitingFact) => (one.reopened ? 0 : 1);
  return waiting.toSorted(
    (a, b) => reopenedFirst(a) - reopenedFirst(b) || a.since - b.since || a.id.localeCompare(b.id),
  );
}

/** The same by trainee, each with her own by age; whoever has waited longest first. */
export function byTrainee(
  waiting: readonly WaitingFact[],
): { traineeId: string; traineeName: string; waiting: WaitingFact[] }[] {
  const grouped = Map.groupBy(byAge(waiting), ({ traineeId }) => traineeId);
  return [...grouped].map(([traineeId, own]) => ({ traineeId, traineeName: own[0]?.traineeName ?? '', waiting: own }));
}

/** So many pieces stand on one page of a queue: more than anybody decides on in a day. */
export const QUEUE_PAGE = 25;

/** One page of a queue, in its order. */
export interface QueuePage {
  readonly page: number;
  readonly pages: number;
  /** Places in the whole queue, from 1. */
  readonly from: number;
  readonly to: number;
  readonly of: number;
  /** By trainee: hers on this page, and how many wait in all. By age: one group of all. */
  readonly groups: readonly {
    readonly traineeId: string;
    readonly traineeName: string;
    readonly count: number;
    readonly waiting: readonly WaitingFact[];
  }[];
}

/** A page that is not there is the nearest that is. Empty: one page without groups. */
export function queuePage(waiting: readonly WaitingFact[], order: QueueOrder, wanted: number): QueuePage {
  const pages = Math.max(1, Math.ceil(waiting.length / QUEUE_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const first = (page - 1) * QUEUE_PAGE;
  const last = Math.min(first + QUEUE_PAGE, waiting.length);
  const whole =
    order === 'trainee' ? byTrainee(waiting) : [{ traineeId: '', traineeName: '', waiting: byAge(waiting) }];
  let before = 0;
  const groups = whole.flatMap((group) => {
    const shown = group.waiting.slice(Math.max(0, first - before), Math.max(0, last - before));
    before += group.waiting.length;
    return shown.length === 0 ? [] : [{ ...group, count: group.waiting.length, waiting: shown }];
  });
  return { page, pages, from: Math.min(first + 1, last), to: last, of: waiting.length, groups };
}

/** What comes after one in the queue: the next that she has not passed, else the first of the others; null where nothing else waits. */
export function nextAfter(waiting: readonly WaitingFact[], id: string): WaitingFact | null {
  const queue = byAge(waiting);
  const at = queue.findIndex((one) => one.id === id);
  return queue[at + 1] ?? queue.find((one) => one.id !== id) ?? null;
}

/** Whole days by the calendar in London; 0 on the day itself. */
export function daysSince(seconds: number, today: string): number {
  return Math.max(0, daysBetween(londonDay(new Date(seconds * 1000)), today));
}

export interface Turnaround {
  /** First decisions on a snapshot in the last weeks; what is corrected or looked at again is not among them. */
  readonly count: number;
  /** Days by the calendar; null where nothing was decided. Of an even number, the higher of the two in the middle. */
  readonly medianDays: number | null;
  readonly longestDays: number | null;
}

/** How long first decisions took, from when a snapshot could be decided on. What still waits is not in it. */
export function turnaround(decided: readonly { from: number; to: number }[]): Turnaround {
  const days = decided.map(({ from, to }) => daysSince(from, londonDay(new Date(to * 1000)))).sort((a, b) => a - b);
  return {
    count: days.length,
    medianDays: days[Math.floor(days.length / 2)] ?? null,
    longestDays: days.at(-1) ?? null,
  };
}
