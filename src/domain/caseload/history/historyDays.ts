import { addDays, addMonths, dayNumber } from '../../calendar.ts';
import { type Course, courseOf } from '../../programme/place.ts';
import { calendarDay } from '../../programme/timeline.ts';
import type { Stage } from '../../programme/schema.ts';
import type { SettingVersion } from '../../office/settings.ts';
import type { HistoryInput } from './historyFacts.ts';

/** The calendar day on which a month of the programme begins, from 1; null behind a pause without an end. */
function monthStart({ enrolment, timeline }: Course, month: number): string | null {
  const programmeDay = dayNumber(addMonths(enrolment.startedOn, month - 1)) - dayNumber(enrolment.startedOn);
  return calendarDay(timeline, programmeDay);
}

/** A stage with its first day, where that is known. */
export interface DatedStage {
  readonly stage: Stage;
  readonly startsOn: string;
}

/** The stages of a programme with their first days, whatever day of the week that is. Those behind a pause without an end are left out. */
export function datedStages({ enrolment, route }: Pick<HistoryInput, 'enrolment' | 'route'>): DatedStage[] {
  const course = courseOf(enrolment, route);
  return route.stages.flatMap((stage) => {
    const startsOn = monthStart(course, stage.fromMonth);
    return startsOn === null ? [] : [{ stage, startsOn }];
  });
}

/** The first day after the programme; null behind a pause without an end. */
export function dayAfterProgramme({ enrolment, route }: Pick<HistoryInput, 'enrolment' | 'route'>): string | null {
  return monthStart(courseOf(enrolment, route), route.months + 1);
}

/** The day on which an agreement counts no more: the one after its last. */
export const afterAgreement = (until: string): string => addDays(until, 1);

/** The days on which another stage of the office's rules begins, by any version of them. */
function ruleStageDays({ enrolment, route, office }: HistoryInput): (string | null)[] {
  const { timeline } = courseOf(enrolment, route);
  const rules = office.versions.filter(
    (version): version is SettingVersion<'case_rules'> => version.kind === 'case_rules',
  );
  const weeks = rules.flatMap(({ value }) => value.stages.flatMap(({ untilWeek }) => untilWeek ?? []));
  return weeks.map((week) => calendarDay(timeline, week * 7));
}

const edges = (all: readonly { readonly startsOn: string; readonly endsOn: string | null }[]): (string | null)[] =>
  all.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]);

/**
 * The first day of the history, every day up to today on which anything may have changed, and today; in order, each once. The
 * first is the day she started, or today where she has not.
 */
export function daysOfChange(input: HistoryInput): string[] {
  const { enrolment, facts, office, today } = input;
  const first = enrolment.startedOn < today ? enrolment.startedOn : today;
  const days = [
    first,
    today,
    dayAfterProgramme(input),
    ...datedStages(input).map(({ startsOn }) => startsOn),
    ...edges(enrolment.pauses),
    ...edges(facts.allocations),
    ...edges(facts.reductions),
    ...edges(facts.work),
    ...facts.changes.map(({ effectiveOn }) => effectiveOn),
    ...facts.agreements.flatMap(({ startsOn, until }) => [startsOn, afterAgreement(until)]),
    ...ruleStageDays(input),
    ...office.versions.map(({ effectiveFrom }) => effectiveFrom),
  ];
  const known = days.filter((day): day is string => day !== null && first <= day && day <= today);
  return [...new Set(known)].sort();
}
