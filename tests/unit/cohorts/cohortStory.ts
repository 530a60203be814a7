import type { CohortRow } from '#src/domain/cohorts/row.ts';
import type { SignalKind } from '#src/domain/signals/kinds.ts';
import type { NotedSignal } from '#src/domain/signals/signal.ts';
import type { StandingRow } from '#src/domain/progress/standing.ts';

export const TODAY = '2026-11-23';

const NOTE = {
  id: 'note-1',
  words: 'Spoken to her.',
  by: 'Ruth Adeyemi',
  notedOn: '2026-11-20',
  returnsOn: '2026-12-04',
} as const;

/** A signal of a kind; noted where it says so. */
export function aSignal(
  traineeId: string,
  kind: SignalKind,
  what: { isNoted?: boolean; factKey?: string } = {},
): NotedSignal {
  const { isNoted = false, factKey = 'facts-1' } = what;
  return {
    ...{ kind, traineeId, factKey, since: '2026-11-16', reason: `${kind} is so`, nextStep: 'Talk', actor: 'tutor' },
    ...{ href: `/trainees/${traineeId}`, ownHref: '/progress', earlierNote: null },
    note: isNoted ? { ...NOTE, kind, factKey } : null,
  };
}

/** A module of a route: `state` as it stands on TODAY. */
export function planned(moduleId: string, week: number, what: Partial<StandingRow> = {}): StandingRow {
  return { moduleId, week, dueOn: '2026-12-31', state: 'not_started', weeksLate: 0, ...what };
}

interface Story {
  readonly week?: number;
  readonly state?: 'before' | 'running' | 'paused' | 'after';
  readonly lateWeeks?: readonly number[];
  readonly isOver?: boolean;
  readonly agreedUntil?: string | null;
  readonly isInFirstWeeks?: boolean;
  readonly signals?: readonly NotedSignal[];
  readonly modules?: readonly StandingRow[];
  readonly lost?: { lostMinutes: number; stillLostMinutes: number };
  readonly returned?: readonly string[];
  readonly waiting?: readonly string[];
  readonly review?: CohortRow['review'];
  readonly plannedOn?: string | null;
  readonly seen?: string | null;
  readonly routeId?: string;
}

const TOLD = {
  ...{ week: 20, state: 'running', routeId: 'standard-15', isInFirstWeeks: false, seen: TODAY, isOver: false },
  ...{ lateWeeks: [], signals: [], modules: [], returned: [], waiting: [], agreedUntil: null, plannedOn: null },
  lost: { lostMinutes: 0, stillLostMinutes: 0 },
  review: { lastHeldOn: null, dueOn: '2027-01-31', isOverdue: false },
} as const satisfies Required<Story>;

const dated = (days: readonly string[]) => days.map((on, index) => ({ id: `${on}-${String(index)}`, on }));
const WITHIN = { available: 435, used: 412, percent: 94.7, limit: 'within' } as const;
const OVER = { available: 435, used: 500, percent: 114.9, limit: 'over' } as const;

function factsOf(traineeId: string, story: Required<Story>): CohortRow['facts'] {
  const { lateWeeks, isOver, agreedUntil, returned, waiting, state, week, lost, plannedOn } = story;
  return {
    ...{ traineeId, today: TODAY, startedOn: '2026-07-06', lastSignInOn: null, overrides: [] },
    quiet: { since: TODAY, days: 0 },
    place: { state, week, pause: null },
    late: lateWeeks.map((weeksLate, index) => ({ moduleId: `late-${String(index)}`, weeksLate, dueOn: '2026-11-01' })),
    returned: dated(returned),
    waiting: dated(waiting),
    caseload: isOver ? OVER : WITHIN,
    overLimit: isOver ? { since: '2026-11-02', agreedUntil, allocationIds: [] } : null,
    study: { ...lost, stillLost: [] },
    supervision: { overdueSince: null, sentence: '', plannedOn },
    cancelledPlacements: [],
    sharedCheckIns: [],
  };
}

/** Somebody of a cohort, in week 20 with nothing wrong unless it is told. */
export function aRow(name: string, what: Story = {}): CohortRow {
  const traineeId = name.toLowerCase();
  const story = { ...TOLD, ...what };
  const { week, state, modules, lateWeeks, routeId, isInFirstWeeks, signals, review, seen } = story;
  const due = modules.filter(({ dueOn }) => dueOn !== null && dueOn < TODAY);
  return {
    ...{ traineeId, name, routeId, isInFirstWeeks, signals, review, lastSeenOn: seen },
    facts: factsOf(traineeId, story),
    standing: {
      place: { state, week, weeksInRoute: 65 } as CohortRow['standing']['place'],
      expected: due.length,
      doneOfDue: due.filter((row) => row.state === 'done').length,
      done: modules.filter((row) => row.state === 'done').length,
      late: lateWeeks.map((weeksLate, index) => ({ moduleId: `late-${String(index)}`, weeksLate })),
      ...{ thisWeek: [], next: null, onTrack: lateWeeks.length === 0, sentence: '', rows: modules },
    },
  };
}
