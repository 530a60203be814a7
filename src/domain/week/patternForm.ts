import { type PatternPart, PARTS_A_DAY, type WeekDays } from './pattern.ts';
import { DAY_PARTS, type DayPart, partsOverlap, TIME } from './times.ts';
import { WEEK_PLACES, type WeekPlace } from './words.ts';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const FIELDS = ['place', 'part', 'from', 'to'] as const;
type PartField = (typeof FIELDS)[number];

/** The name of a field of the form: `tuesday-2-from`. Lines count from 1. */
export const patternField = (weekday: string, line: number, field: PartField) => `${weekday}-${String(line)}-${field}`;

const LINES = Array.from({ length: PARTS_A_DAY }, (_, index) => index + 1);

/** Every field of the form of a week. */
export const PATTERN_FIELDS: readonly string[] = WEEKDAYS.flatMap((weekday) =>
  LINES.flatMap((line) => FIELDS.map((field) => patternField(weekday, line, field))),
);

/** What was typed, by field name; one that is missing is empty. */
export type TypedPattern = Readonly<Record<string, string | undefined>>;

interface Line {
  readonly part: PatternPart | null;
  readonly problem: { readonly field: string; readonly words: string } | null;
}

const isPlace = (text: string): text is WeekPlace => WEEK_PLACES.some((place) => place === text);
const isPart = (text: string): text is DayPart => DAY_PARTS.some((part) => part === text);

/** Times that were typed count, whatever the list beside them says. */
function partOf(part: string, from: string, to: string): DayPart | null {
  if (from !== '' || to !== '') return 'times';
  return part === '' ? 'day' : isPart(part) ? part : null;
}

function timesProblem(from: string, to: string): { field: 'from' | 'to'; words: string } | null {
  if (!TIME.test(from)) return { field: 'from', words: 'Give the time at which it begins, for example 09:30' };
  if (!TIME.test(to)) return { field: 'to', words: 'Give the time at which it ends, for example 12:30' };
  return to > from ? null : { field: 'to', words: 'It ends after it begins, on the same day' };
}

function readLine(typed: TypedPattern, weekday: string, line: number): Line {
  const value = (field: PartField) => (typed[patternField(weekday, line, field)] ?? '').trim().slice(0, 20);
  const wrong = (field: PartField, words: string): Line => ({
    part: null,
    problem: { field: patternField(weekday, line, field), words },
  });
  const [place, from, to] = [value('place'), value('from').slice(0, 5), value('to').slice(0, 5)];
  const part = partOf(value('part'), from, to);
  if (place === '') return from + to === '' ? { part: null, problem: null } : wrong('place', 'Say where that is');
  if (!isPlace(place)) return wrong('place', 'Choose one of the places');
  if (part === null) return wrong('part', 'Choose one of the options');
  if (part !== 'times') return { part: { place, part, startsAt: null, endsAt: null }, problem: null };
  const problem = timesProblem(from, to);
  return problem
    ? wrong(problem.field, problem.words)
    : { part: { place, part, startsAt: from, endsAt: to }, problem: null };
}

/** The lines of one day, and the first of them that overlaps one before it. */
function readDay(typed: TypedPattern, weekday: string) {
  const lines = LINES.map((line) => ({ line, ...readLine(typed, weekday, line) }));
  const clash = lines.find(({ part, line }) =>
    lines.some((other) => other.line < line && part && other.part && partsOverlap(part, other.part)),
  );
  const overlap = clash
    ? [{ field: patternField(weekday, clash.line, 'place'), words: 'It overlaps another place of that day' }]
    : [];
  return {
    parts: lines.flatMap(({ part }) => part ?? []),
    problems: [...lines.flatMap(({ problem }) => problem ?? []), ...overlap],
  };
}

/** What somebody typed into the form of a week: its days, and what is wrong, field by field. */
export function readPattern(typed: TypedPattern): {
  readonly days: WeekDays;
  readonly problems: readonly { readonly field: string; readonly words: string }[];
} {
  const read = WEEKDAYS.map((weekday) => readDay(typed, weekday));
  return { days: read.map(({ parts }) => parts), problems: read.flatMap(({ problems }) => problems) };
}

/** A stored week as the fields of the form. */
export function typedPattern(days: WeekDays): TypedPattern {
  const fields = days.flatMap((parts, weekday) =>
    parts.flatMap(({ place, part, startsAt, endsAt }, index) => {
      const name = (field: PartField) => patternField(WEEKDAYS[weekday] ?? '', index + 1, field);
      return [
        [name('place'), place],
        [name('part'), part],
        [name('from'), startsAt ?? ''],
        [name('to'), endsAt ?? ''],
      ];
    }),
  );
  return Object.fromEntries(fields) as Record<string, string>;
}
