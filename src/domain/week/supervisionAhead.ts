import { factsOf } from './agendaOf.ts';
import type { FactOf, WeekFact } from './facts.ts';

/** What supervision holds for her next. */
export interface SupervisionAhead {
  /** The next meeting, today's too; null where none is planned. */
  readonly meeting: Pick<FactOf<'meeting'>, 'day' | 'startsAt'> | null;
  /** What she agreed to do and has not ticked off, earliest due day first. */
  readonly actions: readonly Pick<FactOf<'action'>, 'words' | 'dueOn' | 'reviewId'>[];
}

/** The next meeting and what is open, from the facts of a week that begins today or before. */
export function supervisionAhead(facts: readonly WeekFact[], today: string): SupervisionAhead {
  const at = ({ day, startsAt }: FactOf<'meeting'>) => `${day}T${startsAt}`;
  const [meeting = null] = factsOf(facts, 'meeting')
    .filter(({ day }) => day >= today)
    .toSorted((one, other) => (at(one) < at(other) ? -1 : 1));
  const actions = factsOf(facts, 'action').toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  return { meeting, actions };
}
