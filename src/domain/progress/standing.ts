import type { Check } from '../checks/schema.ts';
import { dayNumber } from '../calendar.ts';
import type { ModuleMeta } from '../modules/schema.ts';
import { type ModuleFacts, moduleState, NO_FACTS } from '../modules/state.ts';
import type { ModuleState } from '../modules/words.ts';
import {
  type Course,
  courseOf,
  type Enrolment,
  hasEnded,
  placeOf,
  type ProgrammePlace,
  weekEnd,
  weekOn,
} from '../programme/place.ts';
import type { Route } from '../programme/schema.ts';
import { standingSentence } from './sentence.ts';

/** One module on a trainee's route. */
export interface StandingRow {
  readonly moduleId: string;
  /** The programme week it falls in, from 1. */
  readonly week: number;
  /** The last day of that week for her; null behind a pause without an end. */
  readonly dueOn: string | null;
  readonly state: ModuleState;
  /** Her own programme weeks since the week it was due in; 0 where it is not late. */
  readonly weeksLate: number;
}

/** How a trainee stands, the same on every screen. */
export interface Standing {
  readonly place: ProgrammePlace;
  /** Modules whose due day is over. */
  readonly expected: number;
  /** How many of those are done. */
  readonly doneOfDue: number;
  /** Modules done, due or not. */
  readonly done: number;
  /** Not done and past the due day, longest first. Empty while paused. */
  readonly late: readonly { readonly moduleId: string; readonly weeksLate: number }[];
  /** Modules that fall in this week of a running programme, done or not. */
  readonly thisWeek: readonly string[];
  /** The first module, in the order of the route, that is not done. */
  readonly next: string | null;
  /** True while nothing is late, so also before the start and while paused. */
  readonly onTrack: boolean;
  /** The one sentence that trainee and tutor both read. */
  readonly sentence: string;
  /** Every module of the route in order of week. */
  readonly rows: readonly StandingRow[];
}

/** What a standing is worked out from. `modules` and `checks` are all there are; `facts` are hers, by module id. */
export interface StandingInput {
  readonly enrolment: Enrolment;
  readonly route: Route;
  readonly modules: readonly ModuleMeta[];
  readonly checks: ReadonlyMap<string, Check>;
  readonly facts: ReadonlyMap<string, ModuleFacts>;
  readonly today: string;
}

interface PlannedModule {
  readonly module: ModuleMeta;
  readonly check: Check;
  readonly week: number;
}

/** The modules of a route in order of week. Throws an Error where content does not fit together, which the loader rules out. */
function planOf({ route, modules, checks }: StandingInput): PlannedModule[] {
  const byId = new Map(modules.map((module) => [module.id, module]));
  const plan = route.modules.map(({ moduleId, week }) => {
    const module = byId.get(moduleId);
    const check = module && checks.get(module.checkId);
    if (!check) throw new Error(`Route ${route.id} names module ${moduleId}, which is missing or has no check.`);
    return { module, check, week };
  });
  return plan.sort((one, other) => one.week - other.week);
}

interface RowContext extends Pick<StandingInput, 'facts' | 'today'> {
  readonly course: Course;
  readonly place: ProgrammePlace;
}

/** A row, and whether its due day is over. */
function rowOf({ module, check, week }: PlannedModule, { course, place, facts, today }: RowContext) {
  const dueOn = weekEnd(course, week);
  const state = moduleState(module, check, facts.get(module.id) ?? NO_FACTS);
  const isDue = dueOn !== null && dueOn < today;
  const isLate = isDue && state !== 'done' && place.state !== 'paused' && !hasEnded(course.enrolment, today);
  const weeksLate = isLate ? weekOn(course, dayNumber(today)) - week : 0;
  return { isDue, row: { moduleId: module.id, week, dueOn, state, weeksLate } };
}

/**
 * How a trainee stands on a day: THE function for her home page, her progress page, her tutor's cohort table and the page
 * about her. A module is due on the last day of its week and late from the day after; on track is nothing late. While the
 * programme is paused nothing is late; due days move on by the days paused. Nothing is late for whoever completed or withdrew. Source: docs/decisions.md, "Standing".
 */
export function standing(input: StandingInput): Standing {
  const { enrolment, route, facts, today } = input;
  const course = courseOf(enrolment, route);
  const place = placeOf(course, today);
  const counted = planOf(input).map((planned) => rowOf(planned, { course, place, facts, today }));
  const rows = counted.map(({ row }) => row);
  const due = counted.filter(({ isDue }) => isDue).map(({ row }) => row);
  const late = due.filter(({ weeksLate }) => weeksLate > 0).map(({ moduleId, weeksLate }) => ({ moduleId, weeksLate }));
  const counts = {
    expected: due.length,
    doneOfDue: due.filter(({ state }) => state === 'done').length,
    done: rows.filter(({ state }) => state === 'done').length,
  };
  return {
    place,
    ...counts,
    late,
    thisWeek:
      place.state === 'running' ? rows.filter(({ week }) => week === place.week).map(({ moduleId }) => moduleId) : [],
    next: rows.find(({ state }) => state !== 'done')?.moduleId ?? null,
    onTrack: late.length === 0,
    sentence: standingSentence({
      place,
      ...counts,
      late: late.length,
      modules: rows.length,
      startsOn: enrolment.startedOn,
      today,
    }),
    rows,
  };
}
