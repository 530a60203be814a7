import { addDays, isDay } from '../calendar.ts';
import type { WorkloadFigures } from './schema.ts';
import { WORK_KINDS, type WorkKind } from './words.ts';

/** Work that is not a case, as it is typed. */
export interface TypedWork {
  readonly kind: string;
  readonly type: string;
  readonly level: string;
  readonly startsOn: string;
  /** The day a report is due, or the last day of a contact. */
  readonly lastDay: string;
}

/** How far ahead work may be entered. */
const MOST_DAYS = 366;
const LEVELS = ['low', 'medium', 'high'] as const;

/** Types to choose from, in the figures' own names; empty where a kind has none. */
export function workTypes(kind: WorkKind, figures: Pick<WorkloadFigures, 'contactPoints'>): readonly string[] {
  if (kind === 'court_report') return ['standard', 'fast'];
  if (kind === 'arms_assessment') return ['community', 'licence'];
  return isContact(kind) ? Object.keys(figures.contactPoints) : [];
}

/** Contacts have a level; reports have not. */
export function isContact(kind: WorkKind): boolean {
  return kind === 'contact_for_other' || kind === 'contact_by_other';
}

function daysProblem({ startsOn, lastDay }: TypedWork, today: string): Record<string, string> {
  if (!isDay(startsOn)) return { workStartsOn: 'Give the day from which it counts' };
  if (!isDay(lastDay)) return { workLastDay: 'Give the day on which it is due or done' };
  if (lastDay < startsOn) return { workLastDay: 'It cannot be due before it counts' };
  if (lastDay < today) return { workLastDay: 'Give today or a day to come: what is over does not count' };
  return lastDay > addDays(today, MOST_DAYS) ? { workLastDay: 'Give a day within the next year' } : {};
}

/** What is wrong with a piece of work, by field (`kind`, `type`, `level`, `workStartsOn`, `workLastDay`); empty where nothing is. */
export function workProblems(
  typed: TypedWork,
  { figures, today }: { figures: Pick<WorkloadFigures, 'contactPoints'>; today: string },
): Record<string, string> {
  const kind = WORK_KINDS.find((known) => known === typed.kind);
  if (!kind) return { kind: 'Choose what kind of work it is' };
  const types = workTypes(kind, figures);
  return {
    ...(types.length > 0 && !types.includes(typed.type) && { type: 'Choose which kind it is' }),
    ...(isContact(kind) && !LEVELS.some((level) => level === typed.level) && { level: 'Choose how heavy it was' }),
    ...daysProblem(typed, today),
  };
}
