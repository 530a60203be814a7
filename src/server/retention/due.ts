import { countDue, type DueWindow, listProgrammeEnds, type ProgrammeEndRow } from '#db/queries/retentionDue.ts';
import type { Reader } from '#db/client.ts';
import { addDays, addMonths, londonDay } from '#src/domain/calendar.ts';
import { isOver, type KeptFor, programmeEnd, type RetentionRules, START_OF } from '#src/domain/retention/rules.ts';
import { RECORD_GROUPS, type RecordGroup } from '#src/domain/retention/words.ts';
import { londonInstant } from '#src/domain/week/londonTime.ts';

const MILLISECONDS = 1000;

/** The day a programme ended, from its rows; null while it goes on. */
export const endOf = ({ qualifiedAt, endedOn, leftOn }: ProgrammeEndRow): string | null =>
  programmeEnd({
    qualifiedOn: qualifiedAt === null ? null : londonDay(new Date(qualifiedAt * MILLISECONDS)),
    endedOn,
    leftOn,
  });

/** The earliest day from which a record is still kept today: what was made before it is due. */
function firstDayKept(rule: KeptFor, today: string): string {
  const about = rule.unit === 'days' ? addDays(today, -rule.keepFor) : addMonths(today, -rule.keepFor);
  let day = addDays(about, -4);
  while (isOver(rule, day, today)) day = addDays(day, 1);
  return day;
}

/** Which records of a group are due on a day. */
export function dueWindow(
  ends: readonly ProgrammeEndRow[],
  { rules, group, today }: { rules: RetentionRules; group: RecordGroup; today: string },
): DueWindow {
  if (START_OF[group] !== 'programme_end') {
    const midnight = londonInstant(firstDayKept(rules[group], today), '00:00');
    return { traineeIds: [], madeBefore: midnight.getTime() / MILLISECONDS };
  }
  const over = ends.filter((row) => isOver(rules[group], endOf(row), today));
  return { traineeIds: over.map(({ traineeId }) => traineeId), madeBefore: 0 };
}

export interface DueCount {
  readonly group: RecordGroup;
  readonly records: number;
  readonly trainees: number;
}

/** How much is due of each group today: counts alone, never what it is. Two queries. */
export async function countWhatIsDue(
  db: Reader,
  { rules, today }: { rules: RetentionRules; today: string },
): Promise<DueCount[]> {
  const ends = await listProgrammeEnds(db);
  const windows = RECORD_GROUPS.map((group) => [group, dueWindow(ends, { rules, group, today })] as const);
  const counted = await countDue(db, new Map(windows));
  return RECORD_GROUPS.map((group) => {
    const { records = 0, trainees = 0 } = counted.find(({ kind }) => kind === group) ?? {};
    return { group, records, trainees };
  });
}
