import { SIGNAL_KINDS, type SignalKind } from '../signals/kinds.ts';
import { SIGNAL_WORDS } from '../signals/words.ts';
import type { SignalFacts } from '../signals/facts.ts';
import type { NotedSignal } from '../signals/signal.ts';

/** Whom of a cohort a tutor wants to see. All that are set have to hold; with none, everybody. */
export interface CohortFilters {
  /** The oldest late module is late by so many weeks or more; null: late or not. */
  readonly lateWeeks: number | null;
  /** Over the limit of her caseload. */
  readonly isOver: boolean;
  /** In the weeks that are watched hardest. */
  readonly isInFirstWeeks: boolean;
  /** Something about her needs a look and nobody has noted it. */
  readonly isUnnoted: boolean;
  /** At least one signal of these kinds, noted or not; with none of them, any. */
  readonly signals: readonly SignalKind[];
}

/** A trainee as far as the filters ask. `TraineeSignals` is one. */
export interface Filterable {
  readonly traineeId: string;
  readonly isInFirstWeeks: boolean;
  readonly signals: readonly Pick<NotedSignal, 'kind' | 'note'>[];
  readonly facts: Pick<SignalFacts, 'late' | 'overLimit'>;
}

/** The most weeks that the filter "late" can be set to. */
export const MOST_WEEKS_LATE = 12;

/** Everybody. */
export const NO_FILTERS: CohortFilters = {
  lateWeeks: null,
  isOver: false,
  isInFirstWeeks: false,
  isUnnoted: false,
  signals: [],
};

const weeksOf = (text: string | null): number | null => {
  const weeks = text !== null && /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return weeks >= 1 && weeks <= MOST_WEEKS_LATE ? weeks : null;
};

/** The filters in an address, `?late=2&over=1&firstWeeks=1&unnoted=1&signal=no-sign-in,wellbeing`; several `signal` are as good. What it does not know it leaves out. */
export function readFilters(query: URLSearchParams): CohortFilters {
  const wanted = new Set(query.getAll('signal').flatMap((kinds) => kinds.split(',')));
  return {
    lateWeeks: weeksOf(query.get('late')),
    isOver: query.get('over') === '1',
    isInFirstWeeks: query.get('firstWeeks') === '1',
    isUnnoted: query.get('unnoted') === '1',
    signals: SIGNAL_KINDS.filter((kind) => wanted.has(kind)),
  };
}

/** The same filters as parts of an address, each name once and always in the same order: `readFilters` gives them back. */
export function filterEntries(filters: CohortFilters): [name: string, value: string][] {
  const flag = (name: string, isSet: boolean): [string, string][] => (isSet ? [[name, '1']] : []);
  return [
    ...(filters.lateWeeks === null ? [] : [['late', String(filters.lateWeeks)] as [string, string]]),
    ...flag('over', filters.isOver),
    ...flag('firstWeeks', filters.isInFirstWeeks),
    ...flag('unnoted', filters.isUnnoted),
    ...(filters.signals.length === 0 ? [] : [['signal', filters.signals.join(',')] as [string, string]]),
  ];
}

function isWanted({ isInFirstWeeks, signals, facts }: Filterable, filters: CohortFilters): boolean {
  const longest = Math.max(0, ...facts.late.map(({ weeksLate }) => weeksLate));
  if (filters.lateWeeks !== null && longest < filters.lateWeeks) return false;
  if (filters.isOver && facts.overLimit === null) return false;
  if (filters.isInFirstWeeks && !isInFirstWeeks) return false;
  if (filters.isUnnoted && signals.every(({ note }) => note !== null)) return false;
  return filters.signals.length === 0 || signals.some(({ kind }) => filters.signals.includes(kind));
}

/** Those of a cohort for whom all filters hold, in the order they came. One function for the page, its file and messages to a group. */
export function filteredTrainees<Trainee extends Filterable>(
  all: readonly Trainee[],
  filters: CohortFilters,
): Trainee[] {
  return all.filter((trainee) => isWanted(trainee, filters));
}

/** The filters in words, such as "late by 2 weeks or more"; none where everybody is shown. */
export function filterWords({ lateWeeks, isOver, isInFirstWeeks, isUnnoted, signals }: CohortFilters): string[] {
  const kinds = signals.map((kind) => `“${SIGNAL_WORDS[kind].name}”`).join(' or ');
  return [
    ...(lateWeeks === null ? [] : [`late by ${String(lateWeeks)} ${lateWeeks === 1 ? 'week' : 'weeks'} or more`]),
    ...(isOver ? ['over the caseload limit'] : []),
    ...(isInFirstWeeks ? ['in the first weeks'] : []),
    ...(isUnnoted ? ['with something that nobody has noted'] : []),
    ...(kinds === '' ? [] : [`with the signal ${kinds}`]),
  ];
}
