import type { ProgrammePlace } from '../programme/place.ts';
import { hundredths } from './exact.ts';
import { loadLines } from './lines.ts';
import {
  availablePoints,
  hoursLeft,
  isAbove,
  remainingPoints,
  stageReductionHours,
  usedPoints,
  type Work,
  workloadPercent,
  type WorkloadCase,
} from './points.ts';
import type { WorkloadFigures } from './schema.ts';
import { workOn } from './work.ts';
import { STAGE_REASON } from './words.ts';

export type { DatedWork } from './work.ts';

/** Hours a week that a manager took off beyond the stage's own reduction. `endsOn` is the first day without it. */
export interface Reduction {
  readonly id?: string;
  /** The reason's id in the figures; `stage` where the manager sets what nobody has published for that part of the programme. */
  readonly reasonId?: string | null;
  readonly reason: string;
  readonly hoursPerWeek: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Who entered it. */
  readonly by?: string | undefined;
}

/** Who set the version of the figures, where the office did; the defaults are set by nobody. */
export interface FiguresSet {
  readonly by: string;
  readonly effectiveFrom: string;
}

/** What a load is worked out from. `work`: all of hers; what counts today is picked out. */
export interface LoadInput extends Work {
  /** Where she is in the programme: her stage brings its own reduction. */
  readonly place: Pick<ProgrammePlace, 'state' | 'stage'>;
  /** Contracted hours; null means full time. */
  readonly hoursPerWeek: number | null;
  /** All of hers; those that count today are picked out. */
  readonly reductions: readonly Reduction[];
  /** The version in force: `figuresOn(figures, today)`. */
  readonly figures: WorkloadFigures;
  readonly figuresSet?: FiguresSet | null | undefined;
  readonly today: string;
}

/** One line of "how was this worked out?": what, how, and how much of which unit. */
export interface LoadLine {
  readonly label: string;
  /** The sum in words and signs, or empty where the number is simply given. */
  readonly sum: string;
  readonly value: number;
  readonly unit: 'points' | 'hours' | '%';
}

/** How full a trainee's caseload is. An estimate for training, never the official figure: show `label` with it. */
export interface Load {
  readonly available: number;
  readonly used: number;
  /** Of the points available, one decimal, halves up; 0 where none are available. */
  readonly percent: number;
  /** Negative when over. */
  readonly remaining: number;
  readonly limit: 'within' | 'over';
  /** Whether it is above the second line too. */
  readonly aboveSecondLine: boolean;
  /** No figure is published for this part of the programme, and no manager has set a reduction for it (reason `stage`). */
  readonly needsReduction: boolean;
  /** "435 points available, 412 used, 94.7%". */
  readonly sentence: string;
  readonly label: string;
  readonly lines: readonly LoadLine[];
  readonly input: LoadInput;
}

/** The hours behind a load, each to two decimals. */
export interface LoadHours {
  readonly contracted: number;
  /** What the stage takes off; null where nothing is published for it, or she is in no stage. */
  readonly stage: number | null;
  /** Reductions that count, and those that run and do not count beside another. */
  readonly active: readonly Reduction[];
  readonly passedOver: readonly Reduction[];
  readonly left: number;
}

/** Reductions that count on a day. */
export function activeReductions(reductions: readonly Reduction[], day: string): Reduction[] {
  return reductions.filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day < endsOn));
}

const isForStage = ({ reasonId }: Reduction) => reasonId === STAGE_REASON;

/**
 * Which of the reductions that run do count. All add up, but a stage is never taken off twice: what a manager set for it counts
 * only where no figure is published, and of two such the one that began last.
 */
function countedReductions(running: readonly Reduction[], isPublished: boolean) {
  const ofStage = running.filter(isForStage).toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  const standing = isPublished ? undefined : ofStage.at(-1);
  const passedOver = running.filter((reduction) => isForStage(reduction) && reduction !== standing);
  return { active: running.filter((reduction) => !passedOver.includes(reduction)), passedOver };
}

function hoursOf({ place, hoursPerWeek, reductions, figures, today }: LoadInput): LoadHours {
  const contracted = hoursPerWeek ?? figures.fullTimeHours;
  const percent = place.stage?.reductionPercent ?? null;
  const stage = percent === null ? null : stageReductionHours(contracted, percent);
  const counted = countedReductions(activeReductions(reductions, today), stage !== null);
  const off = counted.active.reduce((sum, { hoursPerWeek: hours }) => sum + hundredths(hours), hundredths(stage ?? 0));
  return { contracted, stage, ...counted, left: hoursLeft(contracted, off / 100) };
}

/** No figure is published for this part of the programme, and no manager has set one. */
function needsReductionOf({ place }: LoadInput, { stage, active }: LoadHours): boolean {
  return stage === null && place.state !== 'before' && !active.some(isForStage);
}

function loadSentence(available: number, used: number, percent: number): string {
  if (available === 0) return `No points available, ${String(used)} used`;
  return `${String(available)} ${available === 1 ? 'point' : 'points'} available, ${String(used)} used, ${percent.toFixed(1)}%`;
}

/** The numbers of a load without the words about them: all that a day of the past needs. */
export type LoadFigures = Omit<Load, 'sentence' | 'label' | 'lines'>;

function figuresFrom(input: LoadInput, hours: LoadHours): LoadFigures {
  const { figures } = input;
  const reductionHours = (hundredths(hours.contracted) - hundredths(hours.left)) / 100;
  const available = availablePoints({
    target: figures.targetPoints,
    fullTimeHours: figures.fullTimeHours,
    hoursPerWeek: hours.contracted,
    reductionHours,
  });
  const used = usedPoints(figures, { cases: input.cases, work: workOn(input.work ?? [], input.today) });
  return {
    available,
    used,
    percent: workloadPercent(used, available),
    remaining: remainingPoints(available, used),
    limit: isAbove(used, available, figures.limitPercent) ? 'over' : 'within',
    aboveSecondLine: isAbove(used, available, figures.secondLinePercent),
    needsReduction: needsReductionOf(input, hours),
    input,
  };
}

/**
 * How full a trainee's caseload is, in numbers. Several reductions add up, and never to more than contracted hours. Over the limit
 * is more than the figures' limit percent of available points, compared exactly.
 */
export function loadFigures(input: LoadInput): LoadFigures {
  return figuresFrom(input, hoursOf(input));
}

/** The same with every step of the sum in words. */
export function loadOf(input: LoadInput): Load {
  const hours = hoursOf(input);
  const numbers = figuresFrom(input, hours);
  const { available, used, percent } = numbers;
  return {
    ...numbers,
    sentence: loadSentence(available, used, percent),
    label: input.figures.label,
    lines: loadLines({ input, hours, available, used, percent }),
  };
}

/** The load were she to carry this case too. A case that is hers already (same `id`) is counted once, as it would be then. */
export function afterAllocating(load: Load, added: WorkloadCase): Load {
  const others = load.input.cases.filter(({ id }) => id === undefined || id !== added.id);
  return loadOf({ ...load.input, cases: [...others, added] });
}

/** Whether the limit is not a trainee's own: before and after the programme, and where a reduction for the stage is missing. */
export function needsLimit({ needsReduction, input: { place } }: LoadFigures): boolean {
  return needsReduction || place.state === 'before' || place.state === 'after';
}
