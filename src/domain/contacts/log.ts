import { daysBetween, formatDay, londonDay } from '../calendar.ts';
import { ACTION_OUTCOME_WORDS, type ActionOutcome, type ContactKind } from './words.ts';

/** One entry of the contact log as it was written. `words` is empty once its time to be kept is over. */
export interface ContactEntry {
  readonly id: string;
  readonly happenedOn: string;
  readonly kind: ContactKind;
  readonly words: string;
  readonly signal: string | null;
  /** The entry that this one puts right, or null. */
  readonly corrects: string | null;
  readonly writerName: string;
  readonly writtenAt: Date;
}

/** An entry with the one that puts it right, if there is one, and with when the one that it puts right was written. */
export interface LoggedEntry extends ContactEntry {
  readonly correctedBy: Pick<ContactEntry, 'id' | 'writerName' | 'writtenAt'> | null;
  readonly correctedAt: Date | null;
}

/** So many entries stand on a page: about a term of talks. */
export const ENTRIES_A_PAGE = 20;

/** A page of the contact log, newest contact first. Pages count from 1; an empty log has one. */
export interface LogPage {
  readonly entries: readonly LoggedEntry[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** So many ended actions stand there at first; older ones on a page of their own. */
export const ENDED_SHOWN = 20;

/** Something agreed, with how it ended. `isOwnerHere`: the owner is the trainee, or tutor or manager of hers today. */
export interface ContactAction {
  readonly id: string;
  readonly contactId: string | null;
  readonly words: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly isOwnerHere: boolean;
  readonly dueOn: string;
  readonly writerName: string;
  readonly writtenAt: Date;
  readonly end: {
    readonly outcome: ActionOutcome;
    readonly words: string;
    readonly byName: string;
    readonly endedAt: Date;
  } | null;
}

export const isOpen = ({ end }: Pick<ContactAction, 'end'>): boolean => end === null;

/** Past its day and not ended: on the day itself there is still time. */
export const isOverdue = (action: Pick<ContactAction, 'end' | 'dueOn'>, today: string): boolean =>
  isOpen(action) && action.dueOn < today;

/** Open actions, the earliest day first; then those that ended, newest first. */
export function openActions(actions: readonly ContactAction[]): ContactAction[] {
  return actions
    .filter(isOpen)
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id));
}

export function endedActions(actions: readonly ContactAction[]): ContactAction[] {
  return actions
    .filter((action) => !isOpen(action))
    .sort((one, other) => (other.end?.endedAt.getTime() ?? 0) - (one.end?.endedAt.getTime() ?? 0));
}

const daysWords = (days: number) => (days === 1 ? '1 day' : `${String(days)} days`);

/** Until when something is to be done, or how it ended, without a full stop. */
export function dueWords({ dueOn, end }: Pick<ContactAction, 'dueOn' | 'end'>, today: string): string {
  if (end)
    return `${ACTION_OUTCOME_WORDS[end.outcome]} on ${formatDay(londonDay(end.endedAt), { weekday: false, year: today })}`;
  const day = formatDay(dueOn, { weekday: false, year: today });
  if (dueOn < today) return `Overdue by ${daysWords(daysBetween(dueOn, today))}, since ${day}`;
  return dueOn === today ? 'Due today' : `Due by ${day}`;
}

/** Who does it, for the trainee herself (`self`) or for her colleagues. Nothing is lost when somebody leaves: the tutor takes it on. */
export function ownerWords(
  { ownerId, ownerName, isOwnerHere, end }: Pick<ContactAction, 'ownerId' | 'ownerName' | 'isOwnerHere' | 'end'>,
  viewerId: string,
): string {
  if (ownerId === viewerId) return 'You';
  if (isOwnerHere || end) return ownerName;
  return `${ownerName}, who is not assigned any more; the tutor takes it on`;
}

/** What other pages read of a log: the day of the last contact, and the days by which open actions are due. */
export interface ContactFacts {
  readonly lastOn: string | null;
  readonly due: readonly string[];
}

/** How many open actions are overdue. */
export const overdueCount = ({ due }: ContactFacts, today: string): number => due.filter((day) => day < today).length;

/** The log in one line: when somebody was last in touch, and what is open. */
export function summaryWords(facts: ContactFacts, today: string): string {
  const { lastOn, due } = facts;
  const overdue = overdueCount(facts, today);
  const last =
    lastOn === null ? 'No contact is written down yet' : `Last contact on ${formatDay(lastOn, { year: today })}`;
  if (due.length === 0) return `${last}. No action is open.`;
  if (due.length === 1) return `${last}. 1 action is open${overdue === 1 ? ' and overdue' : ''}.`;
  return `${last}. ${String(due.length)} actions are open${overdue === 0 ? '' : `, ${String(overdue)} of them overdue`}.`;
}
