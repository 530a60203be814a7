import { addDays } from '../calendar.ts';
import { SIGNAL_KINDS, type SignalKind } from './kinds.ts';

/** What would have been said about one trainee on one day of each week, `kinds` empty where nothing would; weeks follow each other. */
export interface ReplayedWeek {
  readonly day: string;
  readonly isInFirstWeeks: boolean;
  readonly kinds: readonly SignalKind[];
}

/** A trainee's weeks, and her last day where she withdrew. */
export interface ReplayedTrainee {
  readonly weeks: readonly ReplayedWeek[];
  readonly withdrewOn: string | null;
}

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** What one kind would have said over the whole time. */
export interface ReplayedKind {
  readonly kind: SignalKind;
  readonly trainees: Share;
  readonly weeks: Share;
  /** The same in the first weeks alone. */
  readonly firstWeeks: Share;
  /** How often it came up, and for how many weeks it then stood: the one in the middle, and the longest. Null where it never came. */
  readonly spells: { readonly count: number; readonly middleWeeks: number; readonly longestWeeks: number } | null;
  /** Of those who withdrew: who had it in their last four weeks. */
  readonly beforeWithdrawal: Share;
  /** Of all stretches of four weeks of those who did not withdraw: in how many it was there. */
  readonly usualStretch: Share;
}

const STRETCH_WEEKS = 4;
const WEEK = 7;

const has = (kind: SignalKind) => (week: ReplayedWeek) => week.kinds.includes(kind);
const share = <T>(all: readonly T[], isSo: (one: T) => boolean): Share => ({
  count: all.filter(isSo).length,
  of: all.length,
});

/** How many weeks it stood each time it came up. */
export function spellsOf(weeks: readonly ReplayedWeek[], kind: SignalKind): number[] {
  const spells: number[] = [];
  let length = 0;
  for (const week of weeks) {
    if (has(kind)(week)) length += 1;
    else if (length > 0) {
      spells.push(length);
      length = 0;
    }
  }
  return length > 0 ? [...spells, length] : spells;
}

/** Every four weeks that follow each other; none where there are fewer. */
function stretchesOf(weeks: readonly ReplayedWeek[]): (readonly ReplayedWeek[])[] {
  return weeks.flatMap((_, index) =>
    index + 1 < STRETCH_WEEKS ? [] : [weeks.slice(index + 1 - STRETCH_WEEKS, index + 1)],
  );
}

/** The weeks that ended within four weeks before she withdrew; none where that lies outside the time looked at. */
function lastWeeksOf({ weeks, withdrewOn }: ReplayedTrainee): ReplayedWeek[] {
  if (withdrewOn === null) return [];
  const from = addDays(withdrewOn, -STRETCH_WEEKS * WEEK);
  return weeks.filter(({ day }) => from < day && day <= withdrewOn);
}

function spellFigures(lengths: readonly number[]): ReplayedKind['spells'] {
  const inOrder = lengths.toSorted((one, other) => one - other);
  const middleWeeks = inOrder[Math.floor((inOrder.length - 1) / 2)];
  const longestWeeks = inOrder.at(-1);
  if (middleWeeks === undefined || longestWeeks === undefined) return null;
  return { count: inOrder.length, middleWeeks, longestWeeks };
}

function replayedKind(kind: SignalKind, all: readonly ReplayedTrainee[]): ReplayedKind {
  const weeks = all.flatMap((trainee) => trainee.weeks);
  const left = all.map(lastWeeksOf).filter((last) => last.length > 0);
  const stayed = all.filter(({ withdrewOn }) => withdrewOn === null);
  return {
    kind,
    trainees: share(all, (trainee) => trainee.weeks.some(has(kind))),
    weeks: share(weeks, has(kind)),
    firstWeeks: share(
      weeks.filter(({ isInFirstWeeks }) => isInFirstWeeks),
      has(kind),
    ),
    spells: spellFigures(all.flatMap((trainee) => spellsOf(trainee.weeks, kind))),
    beforeWithdrawal: share(left, (last) => last.some(has(kind))),
    usualStretch: share(
      stayed.flatMap(({ weeks: own }) => stretchesOf(own)),
      (stretch) => stretch.some(has(kind)),
    ),
  };
}

/** What each kind would have said about these trainees, so that its threshold can be judged. Trainees without a week are left out. */
export function replayReport(trainees: readonly ReplayedTrainee[]): ReplayedKind[] {
  const looked = trainees.filter(({ weeks }) => weeks.length > 0);
  return SIGNAL_KINDS.map((kind) => replayedKind(kind, looked));
}

/** The days looked at: one a week, the last one `to`. */
export function replayDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = to; day >= from; day = addDays(day, -WEEK)) days.push(day);
  return days.reverse();
}
