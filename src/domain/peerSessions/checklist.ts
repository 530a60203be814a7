import { addDays } from '../calendar.ts';
import type { PeerFormatFile } from './formatSchema.ts';

/** Something of the preparation that somebody ticked. */
export interface DonePreparation {
  readonly item: string;
  readonly personId: string;
  readonly name: string;
  readonly doneAt: Date;
}

/** Something that is to be done before a session, and the day by which. */
export interface Preparation {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string;
}

/** One line of a checklist. */
export interface ChecklistItem extends Preparation {
  readonly done: DonePreparation | null;
  /** Not done, and its day is over. */
  readonly isLate: boolean;
}

type Prepared = Pick<PeerFormatFile, 'preparation'> | null;

/** The preparation of a session by its format, in its order; empty while no format is chosen. */
function preparations(format: Prepared, day: string): Preparation[] {
  return (format?.preparation ?? []).map(({ id, text, daysBefore }) => ({
    id,
    text,
    dueOn: addDays(day, -daysBefore),
  }));
}

/** The same with who ticked what. */
export function checklist(
  format: Prepared,
  day: string,
  { done, today }: { readonly done: readonly DonePreparation[]; readonly today: string },
): ChecklistItem[] {
  return preparations(format, day).map((entry) => {
    const ticked = done.find(({ item }) => item === entry.id) ?? null;
    return { ...entry, done: ticked, isLate: ticked === null && entry.dueOn < today };
  });
}

/** What of it nobody has ticked, first things first. `done`: the entries that are. */
export function openPreparations(format: Prepared, day: string, done: readonly string[]): Preparation[] {
  return preparations(format, day).filter(({ id }) => !done.includes(id));
}
