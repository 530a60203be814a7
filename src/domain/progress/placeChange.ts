import { formatDay } from '../calendar.ts';
import type { Standing } from './standing.ts';

/** What a change of place does, as lines of before and after. Counts only: which modules they are is between her and her tutor. */
export interface PlaceEffect {
  readonly rows: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  /** Modules done that the new route does not have: they stay done. */
  readonly doneElsewhere: number;
  /** Modules late after that were not late before. */
  readonly newlyLate: number;
}

const PLACE_WORDS = { before: 'not begun', running: '', paused: ' (paused)', after: ' (over)' } as const;

function weekWords({ place }: Standing): string {
  if (place.state === 'before') return PLACE_WORDS.before;
  return `${String(place.week)} of ${String(place.weeksInRoute)}${PLACE_WORDS[place.state]}`;
}

const stageWords = ({ place }: Standing) => place.stage?.name ?? 'none';
const endWords = ({ place }: Standing) =>
  place.endsOn === null ? 'not known, because of the break' : formatDay(place.endsOn, { year: true });
const dueWords = ({ doneOfDue, expected }: Standing) => `${String(doneOfDue)} of ${String(expected)}`;
const isDone = ({ state }: Standing['rows'][number]) => state === 'done';

/** The effect of a change: where she stands before and after it, both worked out by `standing` from the same facts. */
export function placeEffect(before: Standing, after: Standing): PlaceEffect {
  const lateBefore = new Set(before.late.map(({ moduleId }) => moduleId));
  const onNew = new Set(after.rows.map(({ moduleId }) => moduleId));
  return {
    rows: [
      { what: 'Programme week', before: weekWords(before), after: weekWords(after) },
      { what: 'Stage', before: stageWords(before), after: stageWords(after) },
      { what: 'Last day of the programme', before: endWords(before), after: endWords(after) },
      { what: 'Modules done of those due by now', before: dueWords(before), after: dueWords(after) },
      { what: 'Modules late', before: String(before.late.length), after: String(after.late.length) },
    ],
    doneElsewhere: before.rows.filter((row) => isDone(row) && !onNew.has(row.moduleId)).length,
    newlyLate: after.late.filter(({ moduleId }) => !lateBefore.has(moduleId)).length,
  };
}
