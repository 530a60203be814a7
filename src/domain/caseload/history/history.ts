import { type Course, courseOf, placeOf, type ProgrammePlace } from '../../programme/place.ts';
import { settingOn } from '../../office/settings.ts';
import { changesByCase, type HistoryInput, type PastCase, runsOn, stateOn } from './historyFacts.ts';
import { daysOfChange } from './historyDays.ts';
import { type HistoryEvent, historyEvents } from './historyEvents.ts';
import { beyondOf } from '../beyond.ts';
import { type Load, loadFigures, type LoadInput, loadOf, needsLimit } from '../load.ts';
import { ANY_ATTRIBUTE, ruleStage } from '../rules.ts';
import { underUseOf } from '../underUse.ts';

/** A caseload in numbers as it was from a day on, until the next step. Points are an estimate for training. */
export interface StepFigures extends Pick<Load, 'available' | 'used' | 'percent' | 'limit' | 'aboveSecondLine'> {
  readonly day: string;
  readonly state: ProgrammePlace['state'];
  readonly stage: string | null;
  /** Points from which on it is over the limit, and above the second line; null where no trainee's limit is set. */
  readonly limitPoints: number | null;
  readonly secondLinePoints: number | null;
  /** Points used with the office's extra weights for what the official tool misses. */
  readonly withExtra: number;
  /** Whether it is so far under the limit that it is worth a word. */
  readonly isUnderUsed: boolean;
  readonly caseCount: number;
  /** Whether the rules by stage let her have cases at all; in induction they do not. */
  readonly mayHaveCases: boolean;
}

/** The same with what happened. */
export interface HistoryStep extends StepFigures {
  /** What happened on that day; empty for today where nothing did. */
  readonly events: readonly HistoryEvent[];
}

/** A question to one history on many days: what they share is made ready once. */
interface Prepared {
  readonly input: HistoryInput;
  readonly course: Course;
  readonly changes: ReturnType<typeof changesByCase>;
}

const prepared = (input: HistoryInput): Prepared => ({
  input,
  course: courseOf(input.enrolment, input.route),
  changes: changesByCase(input.facts.changes),
});

function casesOn({ input, changes }: Prepared, day: string): PastCase[] {
  const running = input.facts.allocations.filter((allocation) => runsOn(allocation, day));
  return running.map((allocation) => ({
    ...stateOn(changes, allocation, day),
    caseId: allocation.caseId,
    allocationId: allocation.id,
    carrying: allocation.carrying,
    sharePercent: allocation.sharePercent,
  }));
}

function inputOn(ready: Prepared, day: string, place: ProgrammePlace): LoadInput {
  const { enrolment, facts, office } = ready.input;
  return {
    place,
    hoursPerWeek: enrolment.hoursPerWeek,
    cases: casesOn(ready, day),
    reductions: facts.reductions,
    work: facts.work,
    figures: settingOn(office, 'workload_figures', day).value,
    today: day,
  };
}

/** The load of a day that is over, with every step of the sum: that day's figures, stage, cases, reductions and work. */
export function pastLoad(input: HistoryInput, day: string): Load {
  const ready = prepared(input);
  return loadOf(inputOn(ready, day, placeOf(ready.course, day)));
}

/** Points that a percentage of those available comes to, to a tenth. */
const pointsAt = (available: number, percent: number) => Math.round(available * percent) / 100;

/** Whether the rules of the day let her have cases at all: nobody is under-used while she only shadows. */
function mayHaveCases({ input: { office } }: Prepared, day: string, week: number): boolean {
  const rules = settingOn(office, 'case_rules', day).value;
  const { id } = ruleStage(rules, week);
  return !rules.rules.some(
    ({ attribute, stage, verdict }) => attribute === ANY_ATTRIBUTE && stage === id && verdict === 'block',
  );
}

function stepOn(ready: Prepared, day: string, events: readonly HistoryEvent[]): HistoryStep {
  const place = placeOf(ready.course, day);
  const load = loadFigures(inputOn(ready, day, place));
  const { available, used, percent, limit, aboveSecondLine } = load;
  const { limitPercent, secondLinePercent } = load.input.figures;
  const hasLimit = !needsLimit(load);
  const mayHave = mayHaveCases(ready, day, place.week);
  const extra = beyondOf(load, settingOn(ready.input.office, 'complexity', day).value);
  return {
    day,
    state: place.state,
    stage: place.stage?.name ?? null,
    available,
    used,
    percent,
    limit,
    aboveSecondLine,
    limitPoints: hasLimit ? pointsAt(available, limitPercent) : null,
    secondLinePoints: hasLimit ? pointsAt(available, secondLinePercent) : null,
    withExtra: extra.used,
    isUnderUsed: mayHave && (underUseOf(load)?.isUnder ?? false),
    mayHaveCases: mayHave,
    caseCount: load.input.cases.length,
    events,
  };
}

/**
 * A caseload over the whole programme: a step for the first day, for each day on which something happened or a number became
 * another, and for today. Each is worked out with the figures, the stage, the hours and the cases of that very day, by the
 * functions of the live page, so settings that begin later change nothing before they begin, and the last step is the live page.
 */
export function caseloadHistory(input: HistoryInput): HistoryStep[] {
  const ready = prepared(input);
  const events = Map.groupBy(historyEvents(input), ({ day }) => day);
  const steps = daysOfChange(input).map((day) => stepOn(ready, day, events.get(day) ?? []));
  return withFirstCases(steps).filter((step, index) => {
    const before = steps[index - 1];
    const isEnd = before === undefined || index === steps.length - 1;
    return isEnd || step.events.length > 0 || isDifferent(before, step);
  });
}

/** Tells the day from which the rules by stage let her have cases. */
function withFirstCases(steps: readonly HistoryStep[]): HistoryStep[] {
  return steps.map((step, index) => {
    const isFirst = step.mayHaveCases && steps[index - 1]?.mayHaveCases === false;
    if (!isFirst) return step;
    const event: HistoryEvent = { day: step.day, kind: 'stage', words: 'Cases may be given from now on' };
    return { ...step, events: [event, ...step.events] };
  });
}

function isDifferent(one: HistoryStep, other: HistoryStep): boolean {
  const numbers = ({ available, used, withExtra, limitPoints, state }: HistoryStep) =>
    [available, used, withExtra, limitPoints, state].join();
  return numbers(one) !== numbers(other);
}
